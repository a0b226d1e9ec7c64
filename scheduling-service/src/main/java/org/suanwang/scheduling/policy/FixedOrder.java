package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.NodeOrder;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Another score, and of equal nodes the first in an order of the whole fleet that is drawn once for
 * a run, as the simulator of Weng et al., USENIX ATC 2023, does. In the fleet's own order nodes of
 * one kind stand together: tasks for which all nodes are equal would use up the CPU of one kind,
 * and leave its devices to nobody.
 */
final class FixedOrder implements NodeScore {
  private final NodeScore score;
  private final NodeOrder order;

  private FixedOrder(NodeScore score, NodeOrder order) {
    this.score = score;
    this.order = order;
  }

  /** Decorates a score of at most 2³⁰. */
  static FixedOrder drawn(NodeScore score, FleetLayout layout, long seed) {
    var random = new SplittableRandom(TieRule.seedOfOrder(seed));
    return new FixedOrder(score, NodeOrder.of(Draws.shuffled(layout.nodes(), random)));
  }

  @Override
  public String name() {
    return score.name();
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return score.score(cluster, node, request);
  }

  @Override
  public NodeOrder nodeOrder() {
    return order;
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    List<ScorePart> parts = new ArrayList<>(score.parts(cluster, node, request));
    parts.add(
        new ScorePart(
            "place-in-order",
            order.place(node),
            "place of the node in the order drawn for the run; of equal scores the lower is taken"));
    return List.copyOf(parts);
  }

  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return score.chooseDevice(cluster, node, request);
  }

  @Override
  public Scan scan() {
    return score.scan();
  }
}
