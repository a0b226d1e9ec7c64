package org.suanwang.scheduling.rounds;

import java.util.List;

/**
 * How fast jobs of each type run on one device of each type.
 *
 * @param jobTypes names of the rows
 * @param deviceTypes names of the columns, the one that is served first in front
 * @param stepsPerSecond above 0; 0 where a job cannot run
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared
public record ThroughputMatrix(
    List<String> jobTypes, List<String> deviceTypes, double[][] stepsPerSecond) {
  public ThroughputMatrix {
    jobTypes = List.copyOf(jobTypes);
    deviceTypes = List.copyOf(deviceTypes);
    if (stepsPerSecond.length != jobTypes.size()) {
      throw new IllegalArgumentException("as many rows as job types");
    }
    for (double[] row : stepsPerSecond) {
      requireRow(row, deviceTypes.size());
    }
  }

  private static void requireRow(double[] row, int columns) {
    double fastest = 0;
    for (double throughput : row) {
      if (!(throughput >= 0 && throughput < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a throughput is a finite number of at least 0");
      }
      fastest = Math.max(fastest, throughput);
    }
    if (row.length != columns || fastest == 0) {
      throw new IllegalArgumentException("every job type runs on some of the device types");
    }
  }

  double steps(int jobType, int deviceType) {
    return stepsPerSecond[jobType][deviceType];
  }
}
