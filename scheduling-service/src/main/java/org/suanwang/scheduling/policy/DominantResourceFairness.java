package org.suanwang.scheduling.policy;

/**
 * Dominant resource fairness (Ghodsi et al., "Dominant Resource Fairness: Fair Allocation of
 * Multiple Resource Types", NSDI 2011), weighted: the queue with the smallest dominant share for
 * what is due to it. Resources are devices of all types, CPU and host memory.
 */
public final class DominantResourceFairness implements QueueFairness {
  @Override
  public String name() {
    return "drf";
  }

  @Override
  public String meaning() {
    return "the queue with the smallest dominant share of devices, CPU and memory for its fair"
        + " share";
  }

  @Override
  public double standing(QueueUse use) {
    return use.dominantShare() / use.fairShare();
  }
}
