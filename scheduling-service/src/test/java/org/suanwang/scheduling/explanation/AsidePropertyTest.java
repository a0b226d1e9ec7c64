package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.OpenGroups;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.diff.Passing;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.WaitByReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.DataSites;
import org.suanwang.scheduling.simulation.DataTransfer;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomData;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Jobs kept aside for their data, in random runs, beside books that know only where data is. */
class AsidePropertyTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 80;
  private static final long NEVER = -1;

  static Stream<Arguments> seedsAndPolicies() {
    List<String> policies =
        List.of(
            "fifo-first-fit",
            "sjf-skip-best-fit",
            "fifo-easy-first-fit",
            "fifo-conservative-best-fit",
            "las-preempt-first-fit");
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> policies.stream().map(p -> Arguments.of(seed, p)));
  }

  private static SimulationInput input(int seed, String policy) {
    RandomData drawn = RandomData.of(seed, JOBS);
    return new SimulationInput(
        new FleetLayout(drawn.fleet()),
        drawn.jobs(),
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  /**
   * A job stands in the queue from the second in which a hub with its data could hold it. Looks
   * through all that wait at every start.
   */
  private static final class Books implements EventSink {
    private final JobTable jobs;
    private final long[] ranks;
    private final OpenGroups groups;
    private final @Nullable DataSites sites;
    private final long[] asideFrom;
    private final long[] joinedAt;
    private final long[] blockedAt;
    private final @Nullable WaitReason[] reasons;
    private final boolean[] waits;
    private final boolean[] hasStarted;
    private final int[] passedBy;
    private final boolean[] hasPassed;
    private final List<Integer> toldAside = new ArrayList<>();
    private final List<Integer> toldJoined = new ArrayList<>();

    Books(SimulationInput input) {
      jobs = input.jobs();
      ranks = input.policy().order().ranks(jobs);
      ClusterState empty = new ClusterState(input.layout());
      groups =
          new SchedulingCycle(
                  empty, jobs, input.policy(), input.admission(), NodeGate.OPEN, null, 0)
              .groups();
      sites = DataSites.of(input.layout(), jobs);
      asideFrom = never();
      joinedAt = never();
      blockedAt = never();
      reasons = new WaitReason[JOBS];
      waits = new boolean[JOBS];
      hasStarted = new boolean[JOBS];
      passedBy = new int[JOBS];
      hasPassed = new boolean[JOBS];
    }

    private static long[] never() {
      long[] times = new long[JOBS];
      Arrays.fill(times, NEVER);
      return times;
    }

    private boolean isReady(int job) {
      return sites == null || groups.couldHold(job, hub -> sites.isOpen(job, hub));
    }

    /** From when until it left the queue or the run ended, or {@link #NEVER}. */
    boolean isAside(int job, long seconds) {
      return asideFrom[job] != NEVER
          && asideFrom[job] <= seconds
          && (joinedAt[job] == NEVER || seconds < joinedAt[job]);
    }

    private boolean isBefore(int first, int second) {
      return ranks[first] < ranks[second] || (ranks[first] == ranks[second] && first < second);
    }

    @Override
    public void accept(Event event) {
      int job = event.job();
      switch (event.kind()) {
        case SUBMITTED -> waits[job] = true;
        case REJECTED, WITHDRAWN, TIMED_OUT -> waits[job] = false;
        case PREEMPTED, FAILED -> waits[job] = true;
        case STARTED -> start(job);
        case BLOCKED -> block(event.timeSeconds(), job, event.reason());
        default -> {}
      }
      if (event.kind() == EventKind.SUBMITTED && !isReady(job)) {
        asideFrom[job] = event.timeSeconds();
      } else if (event.kind() == EventKind.REJECTED) {
        asideFrom[job] = NEVER;
      }
    }

    private void start(int job) {
      waits[job] = false;
      for (int other = 0; other < JOBS; other++) {
        boolean isPassed = waits[other] && isBefore(other, job) && isReady(other);
        hasPassed[job] |= isPassed;
        passedBy[other] += isPassed && !hasStarted[other] ? 1 : 0;
      }
      hasStarted[job] = true;
    }

    private void block(long seconds, int job, Decision.Wait wait) {
      if (isReady(job) && blockedAt[job] == NEVER && !hasStarted[job]) {
        blockedAt[job] = seconds;
        reasons[job] = wait.reason();
      }
    }

    @Override
    public void blockedAgain(long seconds, int job, Decision.Wait wait) {
      assertThat(asideFrom[job]).as(jobs.id(job)).isNotEqualTo(NEVER);
      block(seconds, job, wait);
    }

    @Override
    public void transfer(DataTransfer transfer) {
      if (transfer.isArrival() && sites != null) {
        sites.arrive(sites.of(transfer.job()), transfer.toHub());
        for (int job = 0; job < JOBS; job++) {
          if (asideFrom[job] != NEVER && joinedAt[job] == NEVER && waits[job] && isReady(job)) {
            joinedAt[job] = transfer.timeSeconds();
          }
        }
      }
    }

    @Override
    public void keptAside(long timeSeconds, int job) {
      assertThat(asideFrom[job]).as(jobs.id(job)).isEqualTo(timeSeconds);
      toldAside.add(job);
    }

    @Override
    public void joined(long timeSeconds, int job) {
      assertThat(joinedAt[job]).as(jobs.id(job)).isEqualTo(timeSeconds);
      toldJoined.add(job);
    }
  }

  private static List<Integer> where(long[] times) {
    return IntStream.range(0, JOBS).filter(job -> times[job] != NEVER).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobsAreKeptAside_whileNoHubWithTheirDataCouldHoldThem(int seed, String policy) {
    SimulationInput input = input(seed, policy);
    Books books = new Books(input);
    Passing passing = new Passing(input.policy().order().ranks(input.jobs()));
    Runner run = Runner.run(input, EventSink.all(List.of(books, passing)));
    assertThat(books.toldAside).containsExactlyInAnyOrderElementsOf(where(books.asideFrom));
    assertThat(books.toldJoined).containsExactlyInAnyOrderElementsOf(where(books.joinedAt));
    for (int job = 0; job < JOBS; job++) {
      String id = input.jobs().id(job);
      assertThat(passing.passedBy(job)).as(id).isEqualTo(books.passedBy[job]);
      assertThat(passing.hasPassed(job)).as(id).isEqualTo(books.hasPassed[job]);
    }
    assertThat(Runner.run(input).hash).as("who is told does not matter").isEqualTo(run.hash);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobKeptAside_isNamedAheadOfNobody(int seed, String policy) {
    SimulationInput input = input(seed, policy);
    Books books = new Books(input);
    Runner.run(input, books);
    for (int job = seed % 7; job < JOBS; job += 7) {
      JobDecisions decisions = new JobDecisions(input, job, JOBS, 0, Explained.ALL);
      Runner.run(input, decisions);
      decisions.finish();
      for (ExplainedDecision one : decisions.decisions()) {
        assertThat(one.queue().firstAhead())
            .as("%s at %d", input.jobs().id(job), one.timeSeconds())
            .hasSize(one.queue().ahead())
            .noneMatch(other -> books.isAside(other, one.timeSeconds()));
      }
    }
  }

  /** Where nobody is interrupted: the reasons add up to the waits, each for its own time. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void waits_areSplitBetweenTheDataAndWhatComesAfter(int seed, String policy) {
    if (policy.contains("preempt")) {
      return;
    }
    SimulationInput input = input(seed, policy);
    Books books = new Books(input);
    Runner run = Runner.run(input, books);
    long window = run.end.lastEventSeconds();
    Map<WaitReason, Long> expected = new EnumMap<>(WaitReason.class);
    for (int job = 0; job < JOBS; job++) {
      if (run.outcomes.state(job) == JobState.REJECTED) {
        continue;
      }
      long end = run.outcomes.waitEndSeconds(job, window);
      long joined = input.jobs().submitSeconds(job);
      if (books.asideFrom[job] != NEVER) {
        joined = books.joinedAt[job] == NEVER ? end : books.joinedAt[job];
        add(expected, WaitReason.DATA_ELSEWHERE, joined - books.asideFrom[job]);
      }
      long blocked = books.blockedAt[job] == NEVER ? end : books.blockedAt[job];
      add(expected, WaitReason.WAITING_BEHIND_HEAD, blocked - joined);
      WaitReason reason = books.reasons[job];
      if (reason != null) {
        add(expected, reason, end - blocked);
      }
    }
    Map<WaitReason, Long> told = new EnumMap<>(WaitReason.class);
    List<WaitByReason> all = RunMetrics.of(run.outcomes, run.end, window, 1).waitReasons();
    all.forEach(w -> add(told, w.reason(), w.seconds()));
    assertThat(told).isEqualTo(expected);
  }

  private static void add(Map<WaitReason, Long> sums, WaitReason reason, long seconds) {
    if (seconds > 0) {
      sums.merge(reason, seconds, Long::sum);
    }
  }

  /** Else the others would say little. */
  @Test
  void manyOfTheDrawnRuns_keepJobsAside() {
    int aside = 0;
    int again = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SimulationInput input = input(seed, "fifo-first-fit");
      Books books = new Books(input);
      Runner.run(input, books);
      aside += books.toldAside.size();
      again +=
          (int)
              IntStream.range(0, JOBS)
                  .filter(job -> books.joinedAt[job] != NEVER && books.blockedAt[job] != NEVER)
                  .count();
    }
    assertThat(aside).isGreaterThan(50);
    assertThat(again).isGreaterThan(5);
  }
}
