package org.suanwang.scheduling.policy;

/** Queues are all one to it: jobs go by their order alone. */
public final class NoFairness implements QueueFairness {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public String meaning() {
    return "whichever queue has the job whose turn it is";
  }

  @Override
  public double standing(QueueUse use) {
    return 0;
  }

  @Override
  public boolean looksAtQueues() {
    return false;
  }
}
