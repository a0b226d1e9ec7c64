package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * A named choice of order, filters and score. The head of the queue is strict: while it cannot
 * start, nobody behind it does.
 *
 * @param name as in the API
 * @param description one sentence for people
 * @param order whose turn it is
 * @param filters which nodes may take a task; all must accept
 * @param score which of them is best
 */
public record SchedulingPolicy(
    String name, String description, QueueOrder order, List<NodeFilter> filters, ScoreRule score) {
  public SchedulingPolicy {
    filters = List.copyOf(filters);
  }

  public boolean accepts(ClusterView cluster, int node, TaskRequest request) {
    for (NodeFilter filter : filters) {
      if (!filter.accepts(cluster, node, request)) {
        return false;
      }
    }
    return true;
  }
}
