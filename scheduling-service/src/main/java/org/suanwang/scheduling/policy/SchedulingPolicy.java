package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * A named choice of order, discipline, filters and score.
 *
 * @param name as in the API
 * @param description one sentence for people
 * @param order whose turn it is
 * @param discipline who may pass the head of the queue
 * @param depth how many of those behind the head are looked at, or have a reservation, at a time;
 *     of no matter to the strict discipline
 * @param minRunSeconds how long a job that has started runs before it can be made to give way
 * @param filters which nodes may take a task; all must accept
 * @param score which of them is best
 */
public record SchedulingPolicy(
    String name,
    String description,
    QueueOrder order,
    QueueDiscipline discipline,
    int depth,
    long minRunSeconds,
    List<NodeFilter> filters,
    ScoreRule score) {
  /** Depth of a policy of which nothing else was said. */
  public static final int DEPTH_DEFAULT = 1_000;

  public static final int DEPTH_MAX = 100_000;

  public SchedulingPolicy {
    filters = List.copyOf(filters);
    if (depth < 1 || depth > DEPTH_MAX) {
      throw new IllegalArgumentException("depth outside 1.." + DEPTH_MAX);
    }
    if (minRunSeconds < 0 || minRunSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("minRunSeconds outside simulated time");
    }
  }

  /** The same policy, looking so far down the queue. */
  public SchedulingPolicy withDepth(int newDepth) {
    return new SchedulingPolicy(
        name, description, order, discipline, newDepth, minRunSeconds, filters, score);
  }

  /** The same policy, leaving every job its devices for so long after each start. */
  public SchedulingPolicy withMinRunSeconds(long seconds) {
    return new SchedulingPolicy(
        name, description, order, discipline, depth, seconds, filters, score);
  }

  /** The same policy taking any nodes that do, where only whether there are such is asked. */
  public SchedulingPolicy anywhere() {
    return new SchedulingPolicy(
        name,
        description,
        order,
        discipline,
        depth,
        minRunSeconds,
        filters,
        ScoreRule.always(new FirstFit()));
  }

  /** Whether it goes by how long jobs will run, as far as their users told. */
  public boolean usesEstimates() {
    return order.usesEstimates()
        || discipline == QueueDiscipline.EASY
        || discipline == QueueDiscipline.CONSERVATIVE;
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
