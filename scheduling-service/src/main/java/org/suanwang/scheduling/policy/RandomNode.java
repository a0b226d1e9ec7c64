package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.NodeOrder;
import org.suanwang.scheduling.cluster.NumberOrder;
import org.suanwang.scheduling.workload.DrawnPermutation;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Random placement, the baseline of Weng et al., "Beware of Fragmentation", USENIX ATC 2023: any of
 * the nodes that take the task, and of it any device that takes the share, each as likely. All
 * nodes score alike, and each job has an order of its own of all nodes.
 *
 * <p>What is drawn hangs on the seed of the run and the row of the job, and on nothing that was
 * drawn before: so it may be asked any number of times, for a plan, for the start and for an
 * explanation, and is the same on every machine. A job that is interrupted has its nodes in the
 * same order again. {@link RandomPlacement} is that of placements without time.
 */
public final class RandomNode implements NodeScore {
  static final String NAME = "random";

  /** So that the draw of devices has nothing in common with that of nodes. */
  private static final int OF_DEVICES = 1 << 31;

  private final long seed;
  private final int nodes;
  private final NodeOrder order;

  private RandomNode(long seed, int nodes, NodeOrder order) {
    this.seed = seed;
    this.nodes = nodes;
    this.order = order;
  }

  /** For all jobs of a run on so many nodes. */
  static RandomNode forAll(long seed, int nodes) {
    return new RandomNode(seed, nodes, NumberOrder.INSTANCE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public NodeScore of(int job) {
    long own = Draws.bits(seed, job, 0);
    return new RandomNode(own, nodes, new DrawnOrder(new DrawnPermutation(own, nodes)));
  }

  /** An order that is drawn while it is looked at. */
  private record DrawnOrder(DrawnPermutation drawn) implements NodeOrder {
    @Override
    public int place(int node) {
      return drawn.placeOf(node);
    }

    @Override
    public int node(int place) {
      return drawn.at(place);
    }
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return SCORE_MAX;
  }

  @Override
  public NodeOrder nodeOrder() {
    return order;
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return List.of(
        new ScorePart(
            "place-in-order",
            order.place(node),
            "place of the node in the order drawn for the job; the lower is taken"));
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
