package org.suanwang.scheduling.queue;

import java.util.List;

/**
 * What is said of one queue.
 *
 * @param path its place in the tree of queues, as {@code research/vision}
 * @param weight how much it counts beside the other queues of its parent
 * @param quotas what it may use; none for what its parent leaves it
 */
public record QueueSetting(String path, double weight, List<QueueQuota> quotas) {
  /** Of a queue of which nothing was said. */
  public static final double WEIGHT_DEFAULT = 1;

  public static final double WEIGHT_MIN = 1e-3;
  public static final double WEIGHT_MAX = 1e6;

  public QueueSetting {
    quotas = List.copyOf(quotas);
    if (!(weight >= WEIGHT_MIN && weight <= WEIGHT_MAX)) {
      throw new IllegalArgumentException("weight outside " + WEIGHT_MIN + ".." + WEIGHT_MAX);
    }
  }
}
