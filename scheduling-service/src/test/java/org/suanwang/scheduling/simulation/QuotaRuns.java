package org.suanwang.scheduling.simulation;

import static org.suanwang.scheduling.testing.Jobs.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.metrics.QueueResults;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Queues with quotas, and runs under them on a few devices. */
final class QuotaRuns {
  private QuotaRuns() {}

  static QueueSetting queue(String path, double nominal) {
    return queue(path, nominal, null, null);
  }

  static QueueSetting queue(
      String path, double nominal, @Nullable Double borrowing, @Nullable Double lending) {
    return new QueueSetting(
        path, 1, List.of(new QueueQuota(null, milli(nominal), orNull(borrowing), orNull(lending))));
  }

  static long milli(double devices) {
    return Math.round(devices * 1000);
  }

  static @Nullable Long orNull(@Nullable Double devices) {
    return devices == null ? null : (Long) milli(devices);
  }

  static Runner run(
      Fleet fleet, JobTable jobs, SchedulingPolicy policy, CheckpointRule rule, QueueSetting... q) {
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule);
    return Runner.run(input.withQueues(new QueueRule(List.of(q))), event -> {});
  }

  static Runner run(JobTable jobs, String policy, QueueSetting... queues) {
    return run(
        Fleets.single(1, 4),
        jobs,
        Policies.find(policy).orElseThrow(),
        CheckpointRule.FREE,
        queues);
  }

  static Job forTenant(String tenant, Job job) {
    return job.withTenant(tenant);
  }

  static QueueResult result(Runner run, String path) {
    var tree = run.input.tree();
    return new QueueResults(run.outcomes, tree, run.end.lastEventSeconds())
        .all()
        .get(tree.require(path) - 1);
  }
}
