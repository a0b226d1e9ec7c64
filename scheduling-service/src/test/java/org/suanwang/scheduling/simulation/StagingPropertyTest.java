package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.NetworkUse;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.Settlement;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold with random links, data and latency bounds; a failure names seed and policy. */
class StagingPropertyTest {
  private static final int SEEDS = 60;
  private static final int JOBS = 100;

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-first-fit",
                        "sjf-skip-best-fit",
                        "fifo-easy-best-fit",
                        "sjf-easy-first-fit",
                        "fifo-conservative-first-fit",
                        "sjf-conservative-best-fit",
                        "priority-preempt-first-fit",
                        "las-preempt-best-fit",
                        "drf-fifo-first-fit",
                        "fair-share-fifo-skip-first-fit",
                        "fair-tree-srtf-preempt-first-fit",
                        "fair-tree-sjf-easy-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Follows where data is with books of its own. */
  private static final class DataBooks implements EventSink {
    private final FleetLayout layout;
    private final JobTable jobs;
    private final Invariants invariants;
    private final Map<String, Set<Integer>> sites = new HashMap<>();
    private final Map<Integer, DataTransfer> underWay = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private long megabytes;
    private int begun;

    DataBooks(FleetLayout layout, JobTable jobs) {
      this.layout = layout;
      this.jobs = jobs;
      invariants = new Invariants(layout, jobs);
    }

    private @Nullable JobData data(int job) {
      return jobs.request(job).terms().hubs().data();
    }

    private Set<Integer> sites(JobData data) {
      return sites.computeIfAbsent(
          data.id(), id -> new HashSet<>(Set.of(layout.links().hub(data.hub()))));
    }

    @Override
    public void accept(Event event) {
      invariants.accept(event);
      if (event.kind() == EventKind.STARTED) {
        int hub = layout.group(event.allocation().group()).hub();
        JobData data = data(event.job());
        if (data != null) {
          assertThat(sites(data)).as(jobs.id(event.job())).contains(hub);
        }
        LatencyBound near = jobs.request(event.job()).terms().hubs().latency();
        if (near != null && layout.links().hub(near.from()) != hub) {
          Link link = layout.links().find(layout.links().hub(near.from()), hub);
          assertThat(link).isNotNull();
          assertThat(Objects.requireNonNull(link).roundTripMillis())
              .isLessThanOrEqualTo(near.roundTripMillisMax());
        }
      }
    }

    @Override
    public void change(Withdrawal withdrawal) {
      invariants.change(withdrawal);
    }

    @Override
    public void transfer(DataTransfer one) {
      JobData data = Objects.requireNonNull(data(one.job()));
      assertThat(one.megabytes()).isEqualTo(data.megabytes());
      if (one.isArrival()) {
        DataTransfer begin = Objects.requireNonNull(underWay.remove(one.number()));
        Link link = Objects.requireNonNull(layout.links().find(one.fromHub(), one.toHub()));
        long alone = Math.ceilDiv(data.bits(), link.bitsPerSecond());
        assertThat(one.timeSeconds() - begin.timeSeconds()).isGreaterThanOrEqualTo(alone);
        assertThat(sites(data).add(one.toHub())).as("once only").isTrue();
        megabytes += one.megabytes();
      } else {
        assertThat(one.number()).isEqualTo(begun++);
        assertThat(sites(data)).contains(one.fromHub()).doesNotContain(one.toHub());
        assertThat(data.mayBeIn(layout.fleet().hubs().get(one.toHub()).id())).isTrue();
        assertThat(sent.add(data.id() + one.toHub())).as("sent once only").isTrue();
        underWay.put(one.number(), one);
      }
    }
  }

  private static SimulationInput input(
      RandomData drawn, String policy, int seed, boolean hasOutages) {
    SchedulingPolicy named = Policies.find(policy).orElseThrow();
    OutageRule outages =
        hasOutages
            ? new OutageRule(
                List.of(
                    new Reliability(Level.NODE, null, 1, 0.02),
                    new Reliability(Level.HUB, null, 2, 0.01)),
                List.of(),
                null)
            : OutageRule.NONE;
    return new SimulationInput(
        new FleetLayout(drawn.fleet()),
        drawn.jobs(),
        seed % 3 == 0 ? named.withDepth(5) : named,
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON,
        new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5),
        outages,
        seed);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyData_isWhereJobsStart_andEveryJobEnds(int seed, String policy) {
    SimulationInput input = input(RandomData.of(seed, JOBS), policy, seed, false);
    checkRun(input, Runner.run(input, event -> {}));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void outages_doNotLoseData(int seed, String policy) {
    SimulationInput input = input(RandomData.of(seed, JOBS), policy, seed, true);
    DataBooks books = new DataBooks(input.layout(), input.jobs());
    Runner run = Runner.run(input, books);
    books.invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).isEqualTo(run.hash);
  }

  static Stream<Arguments> seedsAndQueuePolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-first-fit",
                        "sjf-skip-best-fit",
                        "drf-las-preempt-best-fit",
                        "fifo-easy-best-fit",
                        "fair-tree-sjf-easy-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Quotas of one type may close the very hub in which the data is. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndQueuePolicies")
  void quotas_keepNobodyWaitingForEver(int seed, String policy) {
    RandomData drawn = RandomData.of(seed, JOBS);
    RandomQueues queues = new RandomQueues(seed);
    List<@Nullable String> types = new ArrayList<>();
    if (seed % 3 != 1) {
      types.add(null);
    }
    if (seed % 3 != 0) {
      types.add("a");
    }
    QueueRule rule = queues.draw(types, 1 + seed % 12);
    RandomData owned = new RandomData(drawn.fleet(), queues.tenants(drawn.jobs()));
    SimulationInput input = input(owned, policy, seed, false).withQueues(rule);
    checkRun(input, Runner.run(input, event -> {}));
  }

  private static void checkRun(SimulationInput input, Runner first) {
    DataBooks books = new DataBooks(input.layout(), input.jobs());
    Runner run = Runner.run(input, books);
    assertThat(run.hash).as("same input, same log").isEqualTo(first.hash);
    books.invariants.checkEmptyEnd();
    for (int job = 0; job < JOBS; job++) {
      if (run.outcomes.state(job) == JobState.REJECTED) {
        assertThat(run.outcomes.reason(job)).isNotEqualTo(WaitReason.DATA_ELSEWHERE).isNotNull();
      }
    }
    long window = run.end.lastEventSeconds();
    NetworkUse use = NetworkUse.of(run.outcomes, window);
    if (use != null) {
      assertThat(use.megabytes()).isEqualTo(books.megabytes);
      assertThat(use.transfers()).isEqualTo(books.begun - books.underWay.size());
      assertThat(use.transfersUnderWay()).isEqualTo(books.underWay.size());
      Settlement settlement =
          Settlement.of(new Ledger(run.outcomes, window, 80_000), Checkpoint.NONE);
      assertThat(settlement.dataCostMicroCny()).isEqualTo(use.microCny());
      assertThat(settlement.balances().stream().mapToLong(Settlement.Balance::microCny).sum())
          .isZero();
    }
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    Bounds bounds = new BoundFinder(input, Checkpoint.NONE).find(run::isUnfinished);
    assertThat(run.allocationForWork(metrics.windowSeconds()))
        .isLessThanOrEqualTo(Math.min(metrics.allocation(), bounds.allocationMax()) + 1e-12);
    if (bounds.makespanSecondsMin() != null) {
      assertThat(metrics.makespanSeconds()).isGreaterThanOrEqualTo(bounds.makespanSecondsMin());
    }
    if (bounds.completionSecondsMeanMin() != null) {
      assertThat(metrics.completion().mean())
          .isGreaterThanOrEqualTo(bounds.completionSecondsMeanMin() - 1e-6);
    }
  }
}
