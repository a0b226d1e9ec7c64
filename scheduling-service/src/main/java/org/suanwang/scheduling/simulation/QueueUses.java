package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.QueueUse;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What each queue holds and has held, those below it included. Usage of the past decays
 * continuously, if the policy looks at it, and is brought up to date only when it is looked at:
 * with rate r and half-life h, after Δ seconds u becomes u·d + r·h/ln 2·(1 − d), where d =
 * 2^(−Δ/h).
 */
final class QueueUses implements QueueUse {
  private static final double LN_2 = StrictMath.log(2);

  private final QueueTree tree;
  private final JobTable jobs;
  private final double[] fairShares;
  private final double[] weights;
  private final boolean decays;
  private final double timeConstant;
  private final long deviceCapacity;
  private final long cpuCapacity;
  private final long memoryCapacity;
  private final long[] devices;
  private final long[] cpu;
  private final long[] memory;
  private final double[] usage;
  private final long[] usageAt;
  private long lastSpan;
  private double lastLoss;
  private int queue;

  QueueUses(QueueTree tree, SimulationInput input) {
    this.tree = tree;
    this.jobs = input.jobs();
    SchedulingPolicy policy = input.policy();
    decays = policy.fairness().usesHalfLife();
    timeConstant = policy.halfLifeSeconds() / LN_2;
    fairShares = tree.fairShares();
    weights = new double[tree.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = tree.weight(i);
    }
    FleetLayout layout = input.layout();
    long cpuOfAll = 0;
    long memoryOfAll = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      Pool pool = span.pool();
      cpuOfAll += (long) pool.nodes() * pool.cpuMilliPerNode();
      memoryOfAll += (long) pool.nodes() * pool.memoryMibPerNode();
    }
    deviceCapacity = (long) layout.devices() * TaskRequest.MILLI;
    cpuCapacity = cpuOfAll;
    memoryCapacity = memoryOfAll;
    devices = new long[tree.size()];
    cpu = new long[tree.size()];
    memory = new long[tree.size()];
    usage = new double[tree.size()];
    usageAt = new long[tree.size()];
  }

  /** A job of a queue runs with so many more tasks, or fewer when they are less than none. */
  void add(int leaf, int job, long tasks, long now) {
    TaskRequest request = jobs.request(job);
    for (int at = leaf; at != QueueTree.NONE; at = tree.parent(at)) {
      bringUpTo(at, now);
      devices[at] += tasks * request.milliDevices();
      cpu[at] += tasks * request.cpuMilli();
      memory[at] += tasks * request.memoryMib();
    }
  }

  private void bringUpTo(int at, long now) {
    long span = now - usageAt[at];
    if (span == 0 || !decays) {
      return;
    }
    if (span != lastSpan) {
      lastSpan = span;
      lastLoss = -StrictMath.expm1(-span / timeConstant);
    }
    usage[at] += (devices[at] * timeConstant - usage[at]) * lastLoss;
    usageAt[at] = now;
  }

  /** The same books opened at a queue. */
  QueueUse of(int newQueue, long now) {
    queue = newQueue;
    bringUpTo(newQueue, now);
    return this;
  }

  @Override
  public double dominantShare() {
    double share = part(devices[queue], deviceCapacity);
    share = Math.max(share, part(cpu[queue], cpuCapacity));
    return Math.max(share, part(memory[queue], memoryCapacity));
  }

  /** What is not modelled is never short. */
  private static double part(long used, long capacity) {
    return capacity == 0 ? 0 : (double) used / capacity;
  }

  @Override
  public double decayedUsage() {
    return usage[queue];
  }

  @Override
  public double fairShare() {
    return fairShares[queue];
  }

  @Override
  public double weight() {
    return weights[queue];
  }
}
