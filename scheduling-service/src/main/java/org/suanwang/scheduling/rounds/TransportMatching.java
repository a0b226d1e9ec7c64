package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * How many devices of which type each job is to have so that the sum of what they are worth is
 * largest: a transport problem, solved by adding one job after the other along the best chain of
 * moves (Busacker and Gowen 1960; with so few types the chain is found by Bellman's recursion). It
 * may leave a job with some of its devices, and with devices of several types.
 */
final class TransportMatching {
  private static final int NONE = -1;

  /** Less is rounding, where what a device is worth is about 1. */
  private static final double GAIN_MIN = 1e-12;

  private final double[][] worth;
  private final int[] free;
  private final int[][] given;
  private final int types;

  /** The most that one device gains which moves from a type to another, or, last, to nobody. */
  private final double[][] gain;

  private final int[][] mover;
  private boolean areMovesKnown;

  private TransportMatching(double[][] worth, int[] devices) {
    this.worth = worth;
    this.free = devices.clone();
    this.types = devices.length;
    this.given = new int[worth.length][types];
    this.gain = new double[types][types + 1];
    this.mover = new int[types][types + 1];
  }

  /**
   * The devices of each job, by type.
   *
   * @param worth of one device of each type to each job; 0 where it is of no use
   * @param widths how many devices each job takes at most
   * @param devices how many there are of each type
   * @param checkpoint passed for each job
   */
  static int[][] mostWorth(double[][] worth, int[] widths, int[] devices, Checkpoint checkpoint) {
    TransportMatching matching = new TransportMatching(worth, devices);
    for (int job = 0; job < worth.length; job++) {
      checkpoint.pass();
      int left = widths[job];
      while (left > 0) {
        int added = matching.add(job, left);
        left = added == 0 ? 0 : left - added;
      }
    }
    return matching.given;
  }

  /** Gives a job at most so many more devices by the best chain of moves; 0 when none gains. */
  private int add(int job, int most) {
    findMoves();
    double[] reached = worth[job].clone();
    int[] before = new int[types];
    Arrays.fill(before, NONE);
    extend(reached, before);
    int last = NONE;
    double best = GAIN_MIN;
    for (int type = 0; type < types; type++) {
      double total = reached[type] + (free[type] > 0 ? 0 : gain[type][types]);
      if (reached[type] > 0 && total > best) {
        best = total;
        last = type;
      }
    }
    return last == NONE ? 0 : carryOut(job, most, last, before);
  }

  /** The best that can be had by coming to each type over others. */
  private void extend(double[] reached, int[] before) {
    for (int pass = 1; pass < types; pass++) {
      for (int from = 0; from < types; from++) {
        for (int to = 0; to < types && reached[from] > 0; to++) {
          double through = reached[from] + gain[from][to];
          if (through > reached[to] + GAIN_MIN && !isOnChain(to, from, before)) {
            reached[to] = through;
            before[to] = from;
          }
        }
      }
    }
  }

  private static boolean isOnChain(int type, int end, int[] before) {
    int at = end;
    while (at != NONE && at != type) {
      at = before[at];
    }
    return at == type;
  }

  private int carryOut(int job, int most, int last, int[] before) {
    boolean isFree = free[last] > 0;
    int amount = Math.min(most, isFree ? free[last] : given[mover[last][types]][last]);
    for (int type = last; before[type] != NONE; type = before[type]) {
      amount = Math.min(amount, given[mover[before[type]][type]][before[type]]);
    }
    if (isFree) {
      free[last] -= amount;
    } else {
      given[mover[last][types]][last] -= amount;
    }
    int type = last;
    while (before[type] != NONE) {
      int moving = mover[before[type]][type];
      given[moving][before[type]] -= amount;
      given[moving][type] += amount;
      type = before[type];
    }
    given[job][type] += amount;
    areMovesKnown = false;
    return amount;
  }

  private void findMoves() {
    if (areMovesKnown) {
      return;
    }
    for (double[] row : gain) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int job = 0; job < given.length; job++) {
      for (int from = 0; from < types; from++) {
        if (given[job][from] > 0) {
          findMoves(job, from);
        }
      }
    }
    areMovesKnown = true;
  }

  private void findMoves(int job, int from) {
    for (int to = 0; to <= types; to++) {
      boolean isOpen = to == types || (to != from && worth[job][to] > 0);
      double then = to == types ? 0 : worth[job][to];
      if (isOpen && then - worth[job][from] > gain[from][to]) {
        gain[from][to] = then - worth[job][from];
        mover[from][to] = job;
      }
    }
  }
}
