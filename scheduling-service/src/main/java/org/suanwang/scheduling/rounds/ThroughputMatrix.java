package org.suanwang.scheduling.rounds;

import java.util.List;

/**
 * How fast jobs of each type run on their devices of each type, alone and as two that share them.
 *
 * @param jobTypes the rows
 * @param deviceTypes names of the columns, the one that is served first in front
 * @param stepsPerSecond above 0; 0 where a job cannot run
 * @param sharedStepsPerSecond of a row's job beside a job of another row, by row, other row and
 *     column; 0 where the two cannot share, no more than alone
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared
public record ThroughputMatrix(
    List<JobType> jobTypes,
    List<String> deviceTypes,
    double[][] stepsPerSecond,
    double[][][] sharedStepsPerSecond) {
  public ThroughputMatrix {
    jobTypes = List.copyOf(jobTypes);
    deviceTypes = List.copyOf(deviceTypes);
    int rows = jobTypes.size();
    if (stepsPerSecond.length != rows || sharedStepsPerSecond.length != rows) {
      throw new IllegalArgumentException("as many rows as job types");
    }
    for (double[] row : stepsPerSecond) {
      requireRow(row, deviceTypes.size());
    }
    for (int row = 0; row < rows; row++) {
      requireShared(sharedStepsPerSecond[row], rows, stepsPerSecond[row]);
    }
  }

  /** Jobs of one device each that share none. */
  public ThroughputMatrix(
      List<String> jobTypes, List<String> deviceTypes, double[][] stepsPerSecond) {
    this(
        jobTypes.stream().map(name -> new JobType(name, 1)).toList(),
        deviceTypes,
        stepsPerSecond,
        new double[jobTypes.size()][jobTypes.size()][deviceTypes.size()]);
  }

  private static void requireRow(double[] row, int columns) {
    double fastest = 0;
    for (double throughput : row) {
      fastest = Math.max(fastest, required(throughput));
    }
    if (row.length != columns || fastest == 0) {
      throw new IllegalArgumentException("every job type runs on some of the device types");
    }
  }

  private static void requireShared(double[][] others, int rows, double[] alone) {
    if (others.length != rows) {
      throw new IllegalArgumentException("as many rows to share with as job types");
    }
    for (double[] row : others) {
      if (row.length != alone.length) {
        throw new IllegalArgumentException("as many columns as device types");
      }
      for (int column = 0; column < row.length; column++) {
        if (required(row[column]) > alone[column]) {
          throw new IllegalArgumentException("no job is faster beside another than alone");
        }
      }
    }
  }

  private static double required(double throughput) {
    if (!(throughput >= 0 && throughput < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a throughput is a finite number of at least 0");
    }
    return throughput;
  }

  double steps(int jobType, int deviceType) {
    return stepsPerSecond[jobType][deviceType];
  }

  double sharedSteps(int jobType, int other, int deviceType) {
    return sharedStepsPerSecond[jobType][other][deviceType];
  }

  /** Whether jobs of the two types can both go on with one's devices between them. */
  boolean canShare(int jobType, int other, int deviceType) {
    return devices(jobType) == devices(other)
        && sharedSteps(jobType, other, deviceType) > 0
        && sharedSteps(other, jobType, deviceType) > 0;
  }

  /** What jobs of the two types do side by side, in units of one alone; it must run alone too. */
  double together(int jobType, int other, int deviceType) {
    return sharedSteps(jobType, other, deviceType) / steps(jobType, deviceType)
        + sharedSteps(other, jobType, deviceType) / steps(other, deviceType);
  }

  int devices(int jobType) {
    return jobTypes.get(jobType).devices();
  }
}
