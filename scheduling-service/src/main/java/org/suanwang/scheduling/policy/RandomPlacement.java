package org.suanwang.scheduling.policy;

import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Any node, and of it any device that takes the share: the yardstick of placement studies. All
 * nodes score alike; ties are to be broken at random.
 */
public final class RandomPlacement implements NodeScore {
  private final SplittableRandom random;

  public RandomPlacement(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return 0;
  }

  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    int chosen = -1;
    int fitting = 0;
    for (int device = cluster.firstDevice(node); device < cluster.endDevice(node); device++) {
      if (cluster.takesShare(device, request) && Draws.index(random, ++fitting) == 0) {
        chosen = device;
      }
    }
    return chosen;
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
