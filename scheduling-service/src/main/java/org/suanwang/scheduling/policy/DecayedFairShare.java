package org.suanwang.scheduling.policy;

/**
 * Fair share of decayed usage (Kay and Lauder, "A Fair Share Scheduler", CACM 1988; as the
 * multifactor plugin of Slurm without its other factors): the queue with the least decayed device
 * time for what is due to it.
 */
public final class DecayedFairShare implements QueueFairness {
  @Override
  public String name() {
    return "fair-share";
  }

  @Override
  public String meaning() {
    return "the queue with the least decayed usage for its fair share";
  }

  @Override
  public boolean usesHalfLife() {
    return true;
  }

  @Override
  public double standing(QueueUse use) {
    return use.decayedUsage() / use.fairShare();
  }
}
