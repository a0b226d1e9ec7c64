package org.suanwang.scheduling.rounds;

import java.util.List;

/**
 * What the jobs of each class get together.
 *
 * @param least what is reached of each demand, at least
 * @param alone for each class the time of its jobs by themselves, by device type, in jobs
 * @param pairs time that two of the classes share devices
 */
@SuppressWarnings("ArrayRecordComponent") // the answer of one call, never compared
record ClassShares(double least, double[][] alone, List<Pairing> pairs) {
  ClassShares {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two classes, or one with itself, sharing devices of one type.
   *
   * @param deviceType whose
   * @param time of all pairs together, in pairs
   */
  record Pairing(int first, int second, int deviceType, double time) {}

  /**
   * The shares of the jobs.
   *
   * @param parts of what its class has, for each job
   */
  Shares toJobs(JobClasses classes, double[] parts) {
    double[][] rows = new double[parts.length][];
    for (int i = 0; i < alone.length; i++) {
      for (int job : classes.members().get(i)) {
        rows[job] = new double[alone[i].length];
        for (int type = 0; type < rows[job].length; type++) {
          rows[job][type] = Math.min(1, parts[job] * alone[i][type]);
        }
      }
    }
    return new Shares(rows, JobPairs.of(classes, parts, pairs, rows[0].length));
  }
}
