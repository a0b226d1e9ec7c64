package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Keeps a gang together: on one node if one has room, else in one rack, else under one spine, else
 * in one hub; of several the one with least free devices, and inside it as another score says. So
 * prefers the topology-aware scheduling of Kueue the lowest level that fits.
 */
public final class Consolidate implements NodeScore {
  private final NodeScore inside;

  /** Decorates a score. */
  public Consolidate(NodeScore inside) {
    this.inside = inside;
  }

  @Override
  public String name() {
    return "consolidate";
  }

  @Override
  public boolean consolidates() {
    return true;
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return inside.score(cluster, node, request);
  }

  @Override
  public int scoreOfFree(ClusterView cluster, int node, int freeMilli) {
    return inside.scoreOfFree(cluster, node, freeMilli);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return inside.parts(cluster, node, request);
  }

  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return inside.chooseDevice(cluster, node, request);
  }

  @Override
  public Scan scan() {
    return inside.scan();
  }
}
