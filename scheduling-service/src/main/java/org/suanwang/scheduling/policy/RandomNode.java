package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Random placement, the baseline of Weng et al., "Beware of Fragmentation", USENIX ATC 2023: any of
 * the nodes that take the task, and of it any device that takes the share, each as likely.
 *
 * <p>What is drawn hangs on the seed of the run, the row of the job and the number of the node, and
 * on nothing that was drawn before: so it may be asked any number of times, for a plan, for the
 * start and for an explanation, and is the same on every machine. A job that is interrupted has its
 * nodes in the same order again. {@link RandomPlacement} is that of placements without time.
 */
public final class RandomNode implements NodeScore {
  static final String NAME = "random";

  /** Bits of a score, 0 to {@link #SCORE_MAX} − 1. */
  private static final int SCORE_BITS = 30;

  /** So that the draw of devices has nothing in common with that of nodes. */
  private static final int OF_DEVICES = 1 << 31;

  private final long seed;

  /** For all jobs of a run, or for one of them. */
  RandomNode(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public NodeScore of(int job) {
    return new RandomNode(Draws.bits(seed, job, 0));
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return (int) (Draws.bits(seed, 0, node) >>> (Long.SIZE - SCORE_BITS));
  }

  /** Drawn anew for each task of a gang: each leaves less free than the one before. */
  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    int left = 0;
    for (int device = cluster.firstDevice(node); device < cluster.endDevice(node); device++) {
      left += cluster.deviceFreeMilli(device);
    }
    int chosen = -1;
    long highest = 0;
    for (int device = cluster.firstDevice(node); device < cluster.endDevice(node); device++) {
      if (cluster.takesShare(device, request)) {
        long drawn = Draws.bits(seed, OF_DEVICES | left, device) >>> 1;
        if (chosen < 0 || drawn > highest) {
          chosen = device;
          highest = drawn;
        }
      }
    }
    return chosen;
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE_FOR_EACH_JOB;
  }
}
