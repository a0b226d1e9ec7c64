package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Another score, and of nodes that it finds alike those on which something runs: what is free stays
 * whole. It lifts fragmentation gradient descent above what its study printed
 * (docs/placement-study.md).
 */
public final class UsedNodeFirst implements NodeScore {
  private final NodeScore score;

  /** Decorates a score of at most half of {@link #SCORE_MAX}. */
  public UsedNodeFirst(NodeScore score) {
    this.score = score;
  }

  @Override
  public String name() {
    return score.name() + "-used-node-first";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return 2 * score.score(cluster, node, request) + (cluster.isIdle(node) ? 0 : 1);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    List<ScorePart> parts = new ArrayList<>(score.parts(cluster, node, request));
    parts.add(
        new ScorePart(
            "in-use",
            cluster.isIdle(node) ? 0 : 1,
            "1 when something runs on the node; decides between scores that are else equal"));
    return List.copyOf(parts);
  }

  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return score.chooseDevice(cluster, node, request);
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
