package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.LeastAttainedServiceFirst;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** How the result must change when the input is changed in a known way. */
class MetamorphicTest {
  private static final int JOBS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void allTimesScaled_scaleTheResult(long seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawJobs(JOBS);
    List<Job> slower = new ArrayList<>();
    jobs.toList().forEach(j -> slower.add(changed(j, j.submitSeconds() * 7, j.work() * 7)));
    for (SchedulingPolicy policy : AnyJobs.policies()) {
      if (policy.order() instanceof LeastAttainedServiceFirst) {
        continue; // its levels are hours, whatever the jobs' own scale of time
      }
      RunMetrics before = metrics(Runner.run(fleet, jobs, policy.name()));
      RunMetrics after = metrics(Runner.run(fleet, JobTable.of(slower), policy.name()));
      assertThat(after.makespanSeconds()).isEqualTo(before.makespanSeconds() * 7);
      assertThat(after.waiting().max()).isEqualTo(before.waiting().max() * 7);
      assertThat(after.waiting().p95()).isEqualTo(before.waiting().p95() * 7);
      assertThat(after.allocation()).isEqualTo(before.allocation());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void jobsNamedInAnotherOrderAtOtherTimes_runAlike(long seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    List<Job> jobs = new ArrayList<>();
    for (Job job : draw.drawJobs(JOBS).toList()) {
      jobs.add(changed(job, jobs.size() * 3L, job.work()));
    }
    for (SchedulingPolicy policy : AnyJobs.policies()) {
      Runner forwards = Runner.run(fleet, JobTable.of(jobs), policy.name());
      Runner backwards = Runner.run(fleet, JobTable.of(jobs.reversed()), policy.name());
      assertThat(backwards.log()).isEqualTo(forwards.log());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void hubNobodyCanUse_changesNothing(long seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 4, 4)));
    Fleet larger =
        Fleets.of(
            Fleets.hub("h", Fleets.pool("a", 4, 4)), Fleets.hub("z", Fleets.pool("unused", 9, 8)));
    List<Job> jobs =
        draw.drawJobs(JOBS).toList().stream()
            .filter(j -> j.request().deviceTypes().equals(List.of("a")))
            .toList();
    for (SchedulingPolicy policy : AnyJobs.policies()) {
      if (!policy.score().name().equals("random")) {
        assertThat(log(larger, jobs, policy)).isEqualTo(log(fleet, jobs, policy));
      }
    }
  }

  /** What is drawn among all nodes of the fleet hangs on all of them. */
  private static String log(Fleet fleet, List<Job> jobs, SchedulingPolicy policy) {
    boolean draws = policy.score().tie() != null;
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(fleet),
            JobTable.of(jobs),
            draws ? policy.withTieRule(TieRule.LOWEST_NUMBER) : policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    return Runner.run(input, event -> {}).log();
  }

  private static Job changed(Job job, long submit, long work) {
    return new Job(
        job.id(),
        job.jobClass(),
        job.region(),
        job.regionRequired(),
        job.tasks(),
        job.request(),
        submit,
        work,
        job.terms().withEstimate(scaled(job, work)));
  }

  /** The estimate is changed like the work. */
  private static @Nullable Long scaled(Job job, long work) {
    Long estimate = job.terms().estimateSeconds();
    return estimate == null ? null : estimate * (work / job.work());
  }

  private static RunMetrics metrics(Runner run) {
    return RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
  }
}
