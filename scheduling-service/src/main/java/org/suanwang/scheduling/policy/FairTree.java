package org.suanwang.scheduling.policy;

/**
 * Fair tree (Cox and Morrison 2014, in Slurm since 14.11): from the top of the tree down, on each
 * level the queue with the least decayed device time for its weight. No queue gains or loses by
 * what happens below another one of its parent.
 */
public final class FairTree implements QueueFairness {
  @Override
  public String name() {
    return "fair-tree";
  }

  @Override
  public String meaning() {
    return "level by level the queue with the least decayed usage for its weight";
  }

  @Override
  public boolean descends() {
    return true;
  }

  @Override
  public boolean usesHalfLife() {
    return true;
  }

  @Override
  public double standing(QueueUse use) {
    return use.decayedUsage() / use.weight();
  }
}
