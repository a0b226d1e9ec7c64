package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * A named choice of order, discipline, filters and score.
 *
 * @param name as in the API
 * @param description one sentence for people
 * @param fairness which queue's turn it is
 * @param order whose turn it is in a queue
 * @param discipline who may pass the head of the queue
 * @param preemption whether running jobs give way; of the preemptive discipline they do, of rounds
 *     by their shares only
 * @param depth how many of those behind the head that cannot start are asked, or have a
 *     reservation, at a time; of no matter to the strict discipline
 * @param minRunSeconds how long a job that has started runs before it can be made to give way
 * @param halfLifeSeconds after how long usage counts half, where fairness looks at usage that
 *     decays
 * @param filters which nodes may take a task; all must accept
 * @param score which of them is best
 * @param deferral to which hours jobs that may be put off are
 * @param shareSecondsMin how long shares of device time last at least when jobs have come or gone;
 *     null for what the order says, and of no matter to disciplines but rounds
 * @param roundSeconds how long a round lasts; of no matter to disciplines but rounds
 */
public record SchedulingPolicy(
    String name,
    String description,
    QueueFairness fairness,
    QueueOrder order,
    QueueDiscipline discipline,
    Preemption preemption,
    int depth,
    long minRunSeconds,
    long halfLifeSeconds,
    List<NodeFilter> filters,
    ScoreRule score,
    Deferral deferral,
    @Nullable Long shareSecondsMin,
    long roundSeconds) {
  /** Depth of a policy of which nothing else was said. */
  public static final int DEPTH_DEFAULT = 1_000;

  public static final int DEPTH_MAX = 100_000;

  /** Half-life of a policy of which nothing else was said: seven days, as in Slurm. */
  public static final long HALF_LIFE_SECONDS_DEFAULT = 604_800;

  /** Length of a round when nothing else was said: six minutes, as in Gavel (OSDI 2020). */
  public static final long ROUND_SECONDS_DEFAULT = 360;

  /** Longest round. */
  public static final long ROUND_SECONDS_MAX = 86_400;

  public SchedulingPolicy {
    filters = List.copyOf(filters);
    if (depth < 1 || depth > DEPTH_MAX) {
      throw new IllegalArgumentException("depth outside 1.." + DEPTH_MAX);
    }
    if (minRunSeconds < 0 || minRunSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("minRunSeconds outside simulated time");
    }
    if (halfLifeSeconds < 1 || halfLifeSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("half-life outside simulated time");
    }
    if (shareSecondsMin != null
        && (shareSecondsMin < 0 || shareSecondsMin > WorkloadLimits.SECONDS_MAX)) {
      throw new IllegalArgumentException("shareSecondsMin outside simulated time");
    }
    if (roundSeconds < 1 || roundSeconds > ROUND_SECONDS_MAX) {
      throw new IllegalArgumentException("roundSeconds outside 1.." + ROUND_SECONDS_MAX);
    }
    if (order.sharesTime() != (discipline == QueueDiscipline.ROUNDS)) {
      throw new IllegalArgumentException(order.name() + " does not go with " + discipline);
    }
    if (!goTogether(discipline, preemption)) {
      throw new IllegalArgumentException(discipline + " does not go with preemption " + preemption);
    }
    if (fairness.looksAtQueues() && !knowsQueues(discipline, preemption)) {
      throw new IllegalArgumentException(discipline + " knows no queues");
    }
  }

  /**
   * Whether these are parts of one policy: to skip with preemption is the preemptive discipline.
   */
  static boolean goTogether(QueueDiscipline discipline, Preemption preemption) {
    return switch (discipline) {
      case STRICT, EASY, CONSERVATIVE -> true;
      case SKIP, ROUNDS -> preemption == Preemption.NONE;
      case PREEMPT -> preemption == Preemption.BY_TURN;
    };
  }

  static boolean knowsQueues(QueueDiscipline discipline, Preemption preemption) {
    return discipline.knowsQueues()
        && (preemption == Preemption.NONE || discipline != QueueDiscipline.CONSERVATIVE);
  }

  /** Whether it goes with queues of tenants, their fairness and their quotas. */
  public boolean knowsQueues() {
    return knowsQueues(discipline, preemption);
  }

  /** Whether running jobs give way by turns. */
  public boolean preempts() {
    return preemption == Preemption.BY_TURN;
  }

  /** Whether a running job may have to give way though nothing fails. */
  public boolean interrupts() {
    return preempts() || discipline.interrupts();
  }

  /** The same policy, looking so far down the queue. */
  public SchedulingPolicy withDepth(int newDepth) {
    return new Change(this).depth(newDepth).done();
  }

  /** The same policy, leaving every job its devices for so long after each start. */
  public SchedulingPolicy withMinRunSeconds(long seconds) {
    return new Change(this).minRunSeconds(seconds).done();
  }

  /** The same policy, forgetting half of the usage in so long. */
  public SchedulingPolicy withHalfLifeSeconds(long seconds) {
    return new Change(this).halfLifeSeconds(seconds).done();
  }

  /** The same policy, putting off to such hours. */
  public SchedulingPolicy withDeferral(Deferral newDeferral) {
    return new Change(this).deferral(newDeferral).done();
  }

  /** The same policy, whose shares of device time last at least so long; null as its order says. */
  public SchedulingPolicy withShareSecondsMin(@Nullable Long seconds) {
    return new Change(this).shareSecondsMin(seconds).done();
  }

  /** The same policy, whose rounds last so long. */
  public SchedulingPolicy withRoundSeconds(long seconds) {
    return new Change(this).roundSeconds(seconds).done();
  }

  /** The same policy, with these thresholds of levels; only least attained service has any. */
  public SchedulingPolicy withLevelsDeviceSeconds(List<Long> levels) {
    return new Change(this).order(order.withLevels(levels)).done();
  }

  /** The same policy for these jobs, where its order has to know them all. */
  public SchedulingPolicy forJobs(JobTable jobs) {
    QueueOrder ofJobs = order.forJobs(jobs);
    return ofJobs.equals(order) ? this : new Change(this).order(ofJobs).done();
  }

  /** The same policy, which tells equal nodes apart like this. */
  public SchedulingPolicy withTieRule(TieRule tie) {
    if (score.tie() == null) {
      throw new IllegalArgumentException("no equal nodes are left by " + score.name());
    }
    return new Change(this).score(score.with(tie)).done();
  }

  /** The same policy with these filters beside its own. */
  public SchedulingPolicy withFilters(List<FilterChoice> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<NodeFilter> all =
        Stream.concat(filters.stream(), more.stream().map(FilterChoice::filter)).toList();
    return new Change(this).filters(all).done();
  }

  /** The same policy taking any nodes that do, where only whether there are such is asked. */
  public SchedulingPolicy anywhere() {
    return new Change(this).score(ScoreRule.always(new FirstFit())).done();
  }

  /** Whether it goes by how long jobs will run, as far as their users told. */
  public boolean usesEstimates() {
    return order.usesEstimates()
        || deferral != Deferral.NONE
        || discipline == QueueDiscipline.EASY
        || discipline == QueueDiscipline.CONSERVATIVE;
  }

  /** Whether there may be nodes of a group, no union, that all filters accept. */
  public boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    return filters.stream().allMatch(f -> f.admits(layout, group, request));
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
