package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.metrics.QueueResults;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold for every tree of queues; a failure names its seed and policy. */
class QuotaPropertyTest {
  private static final int SEEDS = 120;
  private static final int JOBS = 100;

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-first-fit",
                        "sjf-skip-best-fit",
                        "priority-preempt-first-fit",
                        "drf-fifo-first-fit",
                        "drf-las-preempt-best-fit",
                        "fair-share-fifo-skip-first-fit",
                        "fair-tree-srtf-preempt-first-fit",
                        "fair-tree-largest-first-skip-best-fit",
                        "fifo-easy-best-fit",
                        "fair-tree-sjf-easy-first-fit",
                        "fifo-conservative-best-fit",
                        "drf-sjf-conservative-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyTree_keepsAllInvariants(int seed, String policy) {
    SimulationInput input = draw(seed, policy);
    Invariants invariants = new Invariants(input.layout(), input.jobs());
    QuotaSentinel sentinel = new QuotaSentinel(input);
    Runner run =
        Runner.run(
            input,
            event -> {
              invariants.accept(event);
              sentinel.accept(event);
            });
    invariants.checkEmptyEnd();
    checkEveryJob(run);
    checkResults(run);
    checkBounds(run);
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  private static SimulationInput draw(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    RandomQueues queues = new RandomQueues(seed);
    List<@Nullable String> types = new ArrayList<>();
    if (seed % 3 != 1) {
      types.add(null);
    }
    if (seed % 3 != 0) {
      types.add("a");
    }
    QueueRule rule = queues.draw(types, 1 + seed % 12);
    JobTable jobs = queues.tenants(draw.drawPlans(draw.drawJobs(JOBS)));
    return new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy)
                .orElseThrow()
                .withMinRunSeconds(seed % 4 * 5L)
                .withHalfLifeSeconds(1 + seed % 5 * 100L),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5))
        .withQueues(rule);
  }

  /** All end but those rejected, and who is rejected for its quota can never fit it. */
  private static void checkEveryJob(Runner run) {
    JobTable jobs = run.input.jobs();
    for (int job = 0; job < JOBS; job++) {
      JobState state = run.outcomes.state(job);
      assertThat(state).isIn(JobState.COMPLETED, JobState.REJECTED);
      WaitReason reason = run.outcomes.reason(job);
      if (state == JobState.REJECTED) {
        assertThat(reason)
            .isIn(WaitReason.NEVER_FITS, WaitReason.NO_DEVICE_TYPE, WaitReason.EXCEEDS_QUOTA);
      }
      boolean isQuota = reason == WaitReason.EXCEEDS_QUOTA || reason == WaitReason.QUOTA_EXHAUSTED;
      assertThat(run.outcomes.reasons().queue(job) >= 0).isEqualTo(isQuota);
      if (isQuota) {
        assertThat(run.outcomes.reasons().shortTasks(job)).isBetween(1L, (long) jobs.tasks(job));
      }
    }
  }

  private static void checkResults(Runner run) {
    var tree = run.input.tree();
    long window = run.end.lastEventSeconds();
    QueueResults results = new QueueResults(run.outcomes, tree, window);
    List<QueueResult> all = results.all();
    double due = 0;
    int counted = 0;
    long held = 0;
    for (QueueResult one : all) {
      assertThat(one.jobsCompleted() + one.jobsRejected()).isEqualTo(one.jobs());
      if (tree.isLeaf(one.queue())) {
        due += one.fairShare();
        counted += one.jobs();
        held += one.milliDeviceSeconds();
      }
      one.quotas().forEach(q -> assertThat(q.borrowedSeconds()).isBetween(0L, window));
    }
    assertThat(due).isBetween(1 - 1e-12, 1 + 1e-12);
    assertThat(counted).isEqualTo(JOBS);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1, tree);
    assertThat(metrics.total().allocatedMilliDeviceSeconds()).isEqualTo(held);
    Double jain = metrics.jainIndex();
    if (jain != null) {
      assertThat(jain).isBetween(1.0 / JOBS, 1 + 1e-12);
    }
  }

  private static void checkBounds(Runner run) {
    long window = run.end.lastEventSeconds();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find();
    assertThat(run.allocationForWork(metrics.windowSeconds()))
        .isLessThanOrEqualTo(Math.min(metrics.allocation(), bounds.allocationMax()) + 1e-12);
    if (bounds.makespanSecondsMin() != null) {
      assertThat(metrics.makespanSeconds()).isGreaterThanOrEqualTo(bounds.makespanSecondsMin());
    }
  }

  static Stream<Arguments> seedsAndPlainPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-first-fit",
                        "sjf-best-fit",
                        "smallest-first-skip-first-fit",
                        "fifo-skip-best-fit",
                        "priority-preempt-first-fit",
                        "las-preempt-first-fit",
                        "fifo-easy-first-fit",
                        "sjf-easy-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** One queue has always the next turn: the log is that of the policy without queues. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPlainPolicies")
  void oneQueue_isAsNone(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    if (policy.contains("preempt")) {
      fleet = Fleets.single(1 + seed % 3, 1 + seed % 5);
    }
    String plain = Runner.run(fleet, jobs, policy).log();
    for (String fairness : List.of("drf", "fair-share", "fair-tree")) {
      assertThat(Runner.run(fleet, jobs, fairness + "-" + policy).log()).isEqualTo(plain);
    }
  }
}
