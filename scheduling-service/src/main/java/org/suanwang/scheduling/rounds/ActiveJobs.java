package org.suanwang.scheduling.rounds;

import org.suanwang.scheduling.check.Checkpoint;

/**
 * The jobs that have arrived and not ended, in order of arrival, as a policy sees them.
 *
 * @param numbers each job's own number, growing
 * @param types rows of the throughput matrix
 * @param stepsLeft work to be done
 * @param ages seconds since arrival
 * @param matrix throughputs
 * @param devices how many of each type
 * @param checkpoint to be passed in each step of what may take long
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, never compared
public record ActiveJobs(
    int[] numbers,
    int[] types,
    double[] stepsLeft,
    double[] ages,
    ThroughputMatrix matrix,
    int[] devices,
    Checkpoint checkpoint) {
  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  int deviceTypes() {
    return devices.length;
  }

  double steps(int job, int deviceType) {
    return matrix.steps(types[job], deviceType);
  }

  /** The throughput on the best of the device types that have enough devices for the job. */
  double fastest(int job) {
    double fastest = 0;
    for (int type = 0; type < devices.length; type++) {
      if (devices[type] >= width(job)) {
        fastest = Math.max(fastest, steps(job, type));
      }
    }
    return fastest;
  }

  /** The throughput of who takes every device to be as fast as the first type it can run on. */
  double supposed(int job) {
    int type = 0;
    while (steps(job, type) == 0) {
      type++;
    }
    return steps(job, type);
  }

  /** What two do side by side on devices of a type, in units of one alone; 0 if they cannot. */
  double together(int first, int second, int deviceType) {
    return matrix.canShare(types[first], types[second], deviceType)
        ? matrix.together(types[first], types[second], deviceType)
        : 0;
  }

  /** The part of its speed that a job keeps beside another on devices of a type; 0 if it cannot. */
  double keptBeside(int job, int other, int deviceType) {
    return matrix.canShare(types[job], types[other], deviceType)
        ? matrix.sharedSteps(types[job], types[other], deviceType) / steps(job, deviceType)
        : 0;
  }

  /** The throughput of a job of a type with an equal share of every device. */
  double withEqualShare(int jobType) {
    double equal = 0;
    for (int type = 0; type < devices.length; type++) {
      equal += matrix.steps(jobType, type) * devices[type] / devicesInAll();
    }
    return equal;
  }

  /** How many devices the job takes. */
  int width(int job) {
    return matrix.devices(types[job]);
  }

  int[] widths() {
    int[] widths = new int[types.length];
    for (int job = 0; job < widths.length; job++) {
      widths[job] = width(job);
    }
    return widths;
  }

  int devicesInAll() {
    int sum = 0;
    for (int count : devices) {
      sum += count;
    }
    return sum;
  }

  /** A row of throughputs for each job. */
  double[][] speeds() {
    double[][] speeds = new double[size()][];
    for (int job = 0; job < speeds.length; job++) {
      speeds[job] = matrix.stepsPerSecond()[types[job]];
    }
    return speeds;
  }
}
