package org.suanwang.scheduling.rounds;

/**
 * The jobs that have arrived and not ended, in order of arrival, as a policy sees them.
 *
 * @param numbers each job's own number, growing
 * @param types rows of the throughput matrix
 * @param stepsLeft work to be done
 * @param matrix throughputs
 * @param devices how many of each type
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, never compared
public record ActiveJobs(
    int[] numbers, int[] types, double[] stepsLeft, ThroughputMatrix matrix, int[] devices) {
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

  int devicesInAll() {
    int sum = 0;
    for (int count : devices) {
      sum += count;
    }
    return sum;
  }
}
