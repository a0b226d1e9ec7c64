package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.explanation.ExplainedDecision.Interruption;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.PossibleVictim;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** For whom a job gave way, what it lost, and who was spared. */
class InterruptionDecisionsTest {
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final CheckpointRule HOURLY = new CheckpointRule(3600, 0, 0);

  private static SimulationInput input(Fleet fleet, JobTable jobs, String policy) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON,
        HOURLY);
  }

  private static List<Interruption> told(JobTable jobs, int job) {
    return Explained.decisions(input(FOUR, jobs, "priority-preempt-first-fit"), job).stream()
        .map(ExplainedDecision::interruption)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Both could give way at 10, by which nothing is saved: {@code later} loses 5 s less. */
  @Test
  void jobThatGivesWay_isToldForWhomAndWhoWasSpared() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("sooner", 2, 0, 100),
            Jobs.whole("later", 2, 5, 100),
            Jobs.whole("high", 2, 10, 20).withPriority(5));
    assertThat(told(jobs, 1))
        .containsExactly(
            new Interruption(
                5,
                2,
                new PossibleVictim(1, 0L, 5, 10_000, 5, true),
                List.of(new PossibleVictim(0, 0L, 10, 20_000, 0, false)),
                1));
    assertThat(told(jobs, 0)).isEmpty();
    assertThat(told(jobs, 2)).isEmpty();
  }

  /** The lowest priority goes first, whatever it loses; who must not give way is no runner-up. */
  @Test
  void latestTurn_goesBeforeTheLeastLoss() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("low", 1, 0, 100),
            Jobs.whole("middle", 1, 5, 100).withPriority(2),
            Jobs.whole("fixed", 2, 6, 100).withPreemptible(false),
            Jobs.whole("high", 1, 10, 20).withPriority(5));
    assertThat(told(jobs, 0))
        .containsExactly(
            new Interruption(
                10,
                3,
                new PossibleVictim(0, 0L, 10, 10_000, 0, true),
                List.of(new PossibleVictim(1, -2L, 5, 5_000, 5, false)),
                1));
  }

  @Test
  void elasticJobThatGivesUpTasks_isToldForWhom() {
    Job elastic = Jobs.gang("elastic", 4, 0, 100);
    JobTable jobs =
        Jobs.table(
            elastic.withTerms(elastic.terms().withTasksMin(1)),
            Jobs.whole("high", 3, 10, 500).withPriority(5));
    assertThat(told(jobs, 0).getFirst())
        .isEqualTo(
            new Interruption(10, 1, new PossibleVictim(0, 0L, 10, 40_000, 0, true), List.of(), 0));
  }

  /** Two devices are B's own, which A has borrowed: whose turn is later does not matter. */
  @Test
  void jobOfAQueueThatBorrows_goesWithoutATurn() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("sooner", 2, 0, 100).withTenant("A"),
            Jobs.whole("later", 2, 5, 100).withTenant("A"),
            Jobs.whole("owner", 2, 10, 20).withTenant("B"));
    List<QueueQuota> own = List.of(new QueueQuota(null, 2000, null, null));
    QueueRule queues =
        new QueueRule(List.of(new QueueSetting("A", 1, own), new QueueSetting("B", 1, own)));
    SimulationInput input = input(FOUR, jobs, "fifo-preempt-first-fit").withQueues(queues);
    assertThat(Explained.decisions(input, 1))
        .extracting(ExplainedDecision::interruption)
        .contains(
            new Interruption(
                5,
                2,
                new PossibleVictim(1, null, 5, 10_000, 5, true),
                List.of(new PossibleVictim(0, null, 10, 20_000, 0, false)),
                1));
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 25)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "priority-preempt-first-fit",
                        "las-preempt-best-fit",
                        "srtf-preempt-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** What the log tells: who started when in which group, and what was lost when. */
  private static final class Books implements EventSink {
    private final Set<String> told = new HashSet<>();

    @Override
    public void accept(Event event) {
      switch (event.kind()) {
        case STARTED, PREEMPTED, RESIZED ->
            told.add(
                line(event.kind(), event.timeSeconds(), event.job(), event.allocation().group()));
        default -> {}
      }
    }

    static String line(EventKind kind, long seconds, int job, int group) {
      return seconds + " " + kind + " " + job + " in " + group;
    }
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobForWhichOthersGaveWay_startedThereAtThatInstant(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawElastic(draw.drawPlans(draw.drawJobs(60)));
    SimulationInput input = input(fleet, jobs, policy);
    List<JobDecisions> explained =
        IntStream.range(0, jobs.size())
            .mapToObj(job -> new JobDecisions(input, job, 60, 0, Explained.ALL))
            .toList();
    Books books = new Books();
    List<EventSink> sinks = new ArrayList<>(explained);
    sinks.add(books);
    Runner run = Runner.run(input, EventSink.all(sinks));
    int groups = input.layout().groups().size();
    for (int job = 0; job < jobs.size(); job++) {
      explained.get(job).finish();
      for (ExplainedDecision one : explained.get(job).decisions()) {
        Interruption told = one.interruption();
        if (told != null && told.preemptedFor() != null && one.sequence() == null) {
          check(jobs, policy, job, told);
          checkPlace(books, groups, one.timeSeconds(), job, told.preemptedFor());
        }
      }
    }
    assertThat(Runner.run(input).hash).as("who is told does not matter").isEqualTo(run.hash);
  }

  private static void check(JobTable jobs, String policy, int job, Interruption told) {
    PossibleVictim own = Objects.requireNonNull(told.chosenBy());
    int other = Objects.requireNonNull(told.preemptedFor());
    assertThat(own.job()).isEqualTo(job);
    assertThat(own.isTaken()).isTrue();
    assertThat(own.unsavedSeconds()).isEqualTo(told.lostSeconds());
    assertThat(other).isNotEqualTo(job);
    assertThat(jobs.preemptible(job)).isTrue();
    assertThat(told.runnersUp())
        .hasSize(told.runnersUpCount())
        .noneMatch(PossibleVictim::isTaken)
        .noneMatch(v -> v.job() == job || v.job() == other)
        .isSortedAccordingTo(
            Comparator.comparingLong((PossibleVictim v) -> -Objects.requireNonNull(v.turn()))
                .thenComparingLong(PossibleVictim::unsavedMilliSeconds));
    if (policy.startsWith("priority")) {
      assertThat(jobs.priority(other)).isGreaterThan(jobs.priority(job));
      assertThat(told.runnersUp()).allMatch(v -> jobs.priority(v.job()) < jobs.priority(other));
    }
  }

  /** In the group of what was given up. */
  private static void checkPlace(Books books, int groups, long seconds, int job, int other) {
    assertThat(IntStream.range(0, groups))
        .as("%d for %d at %d", job, other, seconds)
        .anyMatch(
            group ->
                books.told.contains(Books.line(EventKind.STARTED, seconds, other, group))
                    && books.told.contains(Books.line(EventKind.PREEMPTED, seconds, job, group)));
  }

  /** Else the others would say little. */
  @Test
  void drawnRuns_makeManyJobsGiveWay() {
    long givenWay = 0;
    for (int seed = 0; seed < 10; seed++) {
      RandomInput draw = new RandomInput(seed);
      Fleet fleet = draw.drawFleet();
      JobTable jobs = draw.drawElastic(draw.drawPlans(draw.drawJobs(60)));
      Runner run = Runner.run(input(fleet, jobs, "srtf-preempt-first-fit"), event -> {});
      givenWay += run.log().lines().filter(line -> line.contains(" PREEMPTED ")).count();
    }
    assertThat(givenWay).isGreaterThan(30);
  }
}
