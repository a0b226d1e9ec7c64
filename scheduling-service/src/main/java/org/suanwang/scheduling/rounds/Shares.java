package org.suanwang.scheduling.rounds;

import java.util.List;

/**
 * Which share of its time each job is to spend on each device type, alone and beside another.
 *
 * @param alone a row for each job, a column for each device type
 * @param pairs jobs that are to share devices
 */
@SuppressWarnings("ArrayRecordComponent") // the answer of one call, never compared
public record Shares(double[][] alone, List<Pair> pairs) {
  public Shares {
    pairs = List.copyOf(pairs);
  }

  /** Nobody shares a device. */
  public Shares(double[][] alone) {
    this(alone, List.of());
  }

  /**
   * Two jobs on the devices of one.
   *
   * @param first the earlier of the two
   * @param second the later
   * @param share of the time of both, by device type
   */
  @SuppressWarnings("ArrayRecordComponent") // a row of the answer
  public record Pair(int first, int second, double[] share) {
    public Pair {
      if (first >= second) {
        throw new IllegalArgumentException("the earlier job first");
      }
    }
  }
}
