package org.suanwang.scheduling.bound;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The smallest sum of times from submission to end on devices that are one machine which may be cut
 * up at will. The mean busy time of a job is the mean of the instants at which its work is done; a
 * job that does its work no faster than in its run time ends at least half a run time after it
 * (Goemans, Queyranne, Schulz, Skutella and Wang, SIAM Journal on Discrete Mathematics 15(2),
 * 2002). The sum of mean busy times is least when the machine always does the smallest job that is
 * there. Jobs are told in the order of their submission.
 */
final class CompletionBound {
  private final double capacity;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparingDouble(p -> p.size));
  private double now;
  private double sum;

  /** A job that has come, and what is left of its work. */
  private static final class Pending {
    private final double size;
    private final long submitSeconds;
    private double left;

    Pending(double size, long submitSeconds) {
      this.size = size;
      this.submitSeconds = submitSeconds;
      this.left = size;
    }
  }

  /**
   * Of so many devices, or so much else that jobs hold while they run.
   *
   * @param capacity work done in a second
   */
  CompletionBound(double capacity) {
    this.capacity = capacity;
  }

  /**
   * A job comes.
   *
   * @param size its work, what it holds × seconds; 0 for one that needs nothing of it
   * @param runSeconds its run time at the shortest
   */
  void add(double size, long submitSeconds, long runSeconds) {
    if (size == 0) {
      sum += runSeconds;
    } else if (capacity > 0) {
      work((double) submitSeconds);
      pending.add(new Pending(size, submitSeconds));
      sum += runSeconds / 2.0;
    }
  }

  /** The sum over all jobs that have come, s; no more are to come. */
  double sum() {
    work(Double.POSITIVE_INFINITY);
    return sum;
  }

  private void work(double until) {
    while (!pending.isEmpty() && now < until) {
      Pending job = pending.element();
      double end = now + job.left / capacity;
      double stop = Math.min(end, until);
      double share = end <= until ? job.left / job.size : (stop - now) * capacity / job.size;
      sum += share * ((now + stop) / 2 - job.submitSeconds);
      if (end <= until) {
        pending.remove();
      } else {
        job.left -= (stop - now) * capacity;
      }
      now = stop;
    }
    if (until < Double.POSITIVE_INFINITY) {
      now = Math.max(now, until);
    }
  }
}
