package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shares of jobs that have all of their time on devices of one type, or none. */
final class WholeShares {
  /** Stands for no device type, and for no other job. */
  static final int NONE = -1;

  private WholeShares() {}

  /** So many times nothing. */
  static int[] none(int size) {
    int[] none = new int[size];
    Arrays.fill(none, NONE);
    return none;
  }

  /**
   * The shares.
   *
   * @param typeOf where each job runs; {@link #NONE} for one that does not
   * @param hostOf on whose devices; {@link #NONE} for a job on its own
   */
  static Shares of(ActiveJobs jobs, int[] typeOf, int[] hostOf) {
    double[][] alone = new double[typeOf.length][jobs.deviceTypes()];
    for (int job = 0; job < typeOf.length; job++) {
      if (typeOf[job] != NONE && hostOf[job] == NONE) {
        alone[job][typeOf[job]] = 1;
      }
    }
    List<Shares.Pair> pairs = new ArrayList<>();
    for (int job = 0; job < typeOf.length; job++) {
      int host = hostOf[job];
      if (host != NONE) {
        double[] share = alone[host];
        alone[host] = new double[share.length];
        pairs.add(new Shares.Pair(Math.min(job, host), Math.max(job, host), share));
      }
    }
    return new Shares(alone, pairs);
  }
}
