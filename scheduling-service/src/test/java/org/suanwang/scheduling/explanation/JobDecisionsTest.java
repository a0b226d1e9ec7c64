package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.ScorePart;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** What was decided for a job, beside what the run really did. */
class JobDecisionsTest {
  private static final int ALL = 1_000_000;
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final JobTable QUEUE =
      Jobs.table(
          Jobs.whole("runs", 3, 0, 100),
          Jobs.whole("large", 4, 1, 10),
          Jobs.whole("small", 1, 2, 10),
          Jobs.whole("long", 1, 3, 500));

  private static SimulationInput input(Fleet fleet, JobTable jobs, String policy) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  private static List<ExplainedDecision> decisions(SimulationInput input, int job) {
    JobDecisions decisions = new JobDecisions(input, job, 20, 0, ALL);
    new Simulation(input, decisions).run(RunObserver.NONE);
    decisions.finish();
    return decisions.decisions();
  }

  private static List<ExplainedDecision> decisions(
      Fleet fleet, JobTable jobs, String policy, int job) {
    return decisions(input(fleet, jobs, policy), job);
  }

  private static ExplainedDecision.Wait wait(ExplainedDecision decision) {
    ExplainedDecision.Wait wait = decision.waiting();
    assertThat(wait).isNotNull();
    return java.util.Objects.requireNonNull(wait);
  }

  private static ExplainedDecision.Start start(ExplainedDecision decision) {
    ExplainedDecision.Start start = decision.start();
    assertThat(start).isNotNull();
    return java.util.Objects.requireNonNull(start);
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 12)
        .boxed()
        .flatMap(seed -> Policies.all().stream().map(p -> Arguments.of(seed, p.name())));
  }

  /** The nodes that a policy took are those that stand first by what is told of their scores. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyStart_tookTheNodesThatRankFirst(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(60));
    SimulationInput input = input(fleet, jobs, policy);
    List<JobDecisions> explained =
        IntStream.range(0, jobs.size())
            .mapToObj(job -> new JobDecisions(input, job, 20, 0, ALL))
            .toList();
    Starts starts = new Starts(jobs.size());
    List<EventSink> sinks = new ArrayList<>(explained);
    sinks.add(starts);
    new Simulation(input, EventSink.all(sinks)).run(RunObserver.NONE);
    for (int job = 0; job < jobs.size(); job++) {
      explained.get(job).finish();
      check(input, starts.of(job), explained.get(job).decisions());
    }
  }

  private static void check(
      SimulationInput input, List<int[]> nodes, List<ExplainedDecision> decisions) {
    int started = 0;
    for (ExplainedDecision decision : decisions) {
      int refused = decision.refusals().values().stream().mapToInt(Integer::intValue).sum();
      int fitting = decision.hubs().stream().mapToInt(HubVerdict::nodesThatFit).sum();
      assertThat(refused + fitting).isEqualTo(input.layout().nodes());
      ExplainedDecision.Start start = decision.start();
      if (start != null) {
        int[] got = nodes.get(started++);
        Ranking ranking = start.ranking();
        assertThat(ranking.nodesChosen()).isEqualTo(got.length);
        assertThat(ranking.chosen().stream().map(RankedNode::rank).toList())
            .isEqualTo(
                IntStream.rangeClosed(1, Math.min(got.length, NodeSurvey.CHOSEN_MAX))
                    .boxed()
                    .toList());
        assertThat(Arrays.stream(got).boxed().toList())
            .containsAll(ranking.chosen().stream().map(RankedNode::node).toList());
        assertThat(ranking.candidates())
            .isGreaterThanOrEqualTo(ranking.chosen().size() + ranking.runnersUp().size());
      }
    }
    assertThat(started).isEqualTo(nodes.size());
  }

  /** The nodes of every start of every job. */
  private static final class Starts implements EventSink {
    private final List<List<int[]>> nodes = new ArrayList<>();

    Starts(int jobs) {
      IntStream.range(0, jobs).forEach(job -> nodes.add(new ArrayList<>()));
    }

    @Override
    public void accept(Event event) {
      if (event.kind() == EventKind.STARTED) {
        nodes.get(event.job()).add(event.allocation().nodes());
      }
    }

    List<int[]> of(int job) {
      return nodes.get(job);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"las-preempt-first-fit", "fifo-easy-best-fit"})
  void pages_giveTheSameDecisionsAsOne(String policy) {
    RandomInput draw = new RandomInput(7);
    Fleet fleet = draw.drawFleet();
    SimulationInput input = input(fleet, draw.drawPlans(draw.drawJobs(60)), policy);
    for (int job = 0; job < 60; job += 7) {
      List<ExplainedDecision> whole = decisions(input, job);
      List<ExplainedDecision> paged = new ArrayList<>();
      Long from = 0L;
      while (from != null) {
        JobDecisions page = new JobDecisions(input, job, 20, from.intValue(), 1);
        new Simulation(input, page).run((seconds, events, done) -> !page.isDone());
        page.finish();
        paged.addAll(page.decisions());
        from = page.next();
      }
      assertThat(paged).isEqualTo(whole);
    }
  }

  @Test
  void headThatCannotStart_saysWhoHoldsWhatItNeeds() {
    List<ExplainedDecision> decisions = decisions(FOUR, QUEUE, "fifo-first-fit", 1);
    assertThat(decisions).hasSize(2);
    ExplainedDecision.Wait wait = wait(decisions.getFirst());
    assertThat(decisions.getFirst().timeSeconds()).isEqualTo(1);
    assertThat(decisions.getFirst().sequence()).isEqualTo(3);
    assertThat(wait.since()).isEqualTo(EventKind.SUBMITTED);
    assertThat(wait.reason()).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(wait.hub()).isEqualTo("h");
    assertThat(wait.shortTasks()).isEqualTo(1);
    assertThat(wait.holderCount()).isEqualTo(1);
    assertThat(wait.holders()).containsExactly(new ExplainedDecision.Holder(0, 0, 100));
    assertThat(decisions.getFirst().refusals())
        .isEqualTo(Map.of(NodeRefusal.INSUFFICIENT_DEVICES, 1));
    ExplainedDecision.Start start = start(decisions.getLast());
    assertThat(decisions.getLast().timeSeconds()).isEqualTo(100);
    assertThat(start.freedBy()).containsExactly(new ExplainedDecision.Freed(0, EventKind.FINISHED));
    assertThat(start.ranking().runnersUp()).isEmpty();
    assertThat(decisions.getLast().filters()).containsExactly("fits-node");
    assertThat(decisions.getLast().queue().behind()).isEqualTo(2);
  }

  @Test
  void jobBehindTheHead_saysWhoIsAhead() {
    List<ExplainedDecision> decisions = decisions(FOUR, QUEUE, "fifo-first-fit", 3);
    ExplainedDecision first = decisions.getFirst();
    assertThat(wait(first).reason()).isEqualTo(WaitReason.WAITING_BEHIND_HEAD);
    assertThat(first.sequence()).isNull();
    assertThat(first.timeSeconds()).isEqualTo(3);
    assertThat(first.queue()).isEqualTo(new ExplainedDecision.Queue(2, List.of(1, 2), 0));
    assertThat(first.hubs()).containsExactly(new HubVerdict("h", "a", 1, 1, 1));
  }

  @Test
  void jobThatWouldDelayTheHead_saysThatItIsBehindAReservation() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("runs", 3, 0, 100),
            Jobs.whole("large", 4, 1, 10),
            Jobs.whole("long", 1, 2, 500));
    List<ExplainedDecision> decisions = decisions(FOUR, jobs, "fifo-easy-first-fit", 2);
    assertThat(decisions.stream().filter(d -> d.waiting() != null).map(d -> wait(d).reason()))
        .contains(WaitReason.BEHIND_RESERVATION);
    List<ExplainedDecision> passing = decisions(FOUR, QUEUE, "fifo-easy-first-fit", 2);
    assertThat(passing).hasSize(1);
    assertThat(passing.getFirst().queue().firstAhead()).containsExactly(1);
  }

  @Test
  void jobThatGivesWay_isExplainedAgain() {
    JobTable jobs =
        Jobs.table(Jobs.whole("low", 4, 0, 100), Jobs.whole("high", 4, 10, 20).withPriority(5));
    List<ExplainedDecision> low = decisions(FOUR, jobs, "priority-preempt-first-fit", 0);
    assertThat(low).hasSize(3);
    start(low.get(0));
    assertThat(wait(low.get(1)).since()).isEqualTo(EventKind.PREEMPTED);
    assertThat(low.get(1).timeSeconds()).isEqualTo(10);
    assertThat(wait(low.get(1)).holders()).containsExactly(new ExplainedDecision.Holder(1, 10, 30));
    assertThat(start(low.get(2)).freedBy())
        .containsExactly(new ExplainedDecision.Freed(1, EventKind.FINISHED));
    List<ExplainedDecision> high = decisions(FOUR, jobs, "priority-preempt-first-fit", 1);
    assertThat(start(high.getFirst()).freedBy())
        .containsExactly(new ExplainedDecision.Freed(0, EventKind.PREEMPTED));
  }

  @Test
  void jobThatCanNeverStart_isExplainedOnce() {
    JobTable jobs = Jobs.table(Jobs.whole("huge", 5, 0, 10), Jobs.whole("next", 1, 1, 10));
    List<ExplainedDecision> huge = decisions(FOUR, jobs, "fifo-first-fit", 0);
    assertThat(huge).hasSize(1);
    assertThat(wait(huge.getFirst()).reason()).isEqualTo(WaitReason.NEVER_FITS);
    assertThat(decisions(FOUR, jobs, "fifo-first-fit", 1)).hasSize(1);
  }

  @Test
  void everyGroundOfRefusal_isToldWithItsNodes() {
    TaskRequest wanted = new TaskRequest(2, 0, 4000, 3000, List.of("a"), null);
    Fleet fleet =
        Fleets.of(
            Fleets.hub(
                "here",
                new Pool("a", 2, 1, 0, 0, null),
                new Pool("a", 3, 2, 1000, 0, null),
                new Pool("a", 4, 2, 0, 1000, null),
                new Pool("a", 1, 2, 0, 0, null),
                Fleets.pool("b", 5, 8)),
            Fleets.hub("there", Fleets.pool("a", 6, 8)));
    Job job = new Job("j", "test", "here", true, 1, wanted, 1, 10);
    JobTable jobs =
        Jobs.table(
            new Job(
                "full",
                "test",
                "here",
                true,
                1,
                new TaskRequest(2, 0, 5000, 3000, List.of("a"), null),
                0,
                1000),
            job);
    ExplainedDecision blocked = decisions(fleet, jobs, "fifo-first-fit", 1).getFirst();
    assertThat(blocked.refusals())
        .isEqualTo(
            Map.of(
                NodeRefusal.OTHER_DEVICE_TYPE, 5,
                NodeRefusal.OTHER_REGION, 6,
                NodeRefusal.INSUFFICIENT_DEVICES, 3,
                NodeRefusal.INSUFFICIENT_CPU, 3,
                NodeRefusal.INSUFFICIENT_MEMORY, 4));
    JobTable spread =
        Jobs.table(
            Jobs.share("s", 300, 0, 1000),
            Jobs.share("t", 800, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 2), spread, "fifo-worst-fit", 2).getFirst().refusals())
        .isEqualTo(Map.of(NodeRefusal.INSUFFICIENT_DEVICES, 1));
    JobTable halves =
        Jobs.table(
            Jobs.share("s", 400, 0, 1000),
            Jobs.share("t", 601, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 2), halves, "fifo-first-fit", 2).getFirst().refusals())
        .isEqualTo(Map.of(NodeRefusal.INSUFFICIENT_DEVICES, 1));
    JobTable broken =
        Jobs.table(
            Jobs.share("s", 400, 0, 1000),
            Jobs.share("t", 700, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    assertThat(decisions(Fleets.single(1, 3), broken, "fifo-first-fit", 2).getFirst().refusals())
        .isEmpty();
  }

  @Test
  void capacityInPieces_isFragmented() {
    JobTable jobs =
        Jobs.table(
            Jobs.share("s", 600, 0, 1000),
            Jobs.share("t", 700, 0, 1000),
            Jobs.share("u", 600, 0, 1000),
            Jobs.whole("w", 1, 1, 10));
    ExplainedDecision blocked =
        decisions(Fleets.single(1, 3), jobs, "fifo-first-fit", 3).getFirst();
    assertThat(blocked.refusals()).isEqualTo(Map.of(NodeRefusal.FRAGMENTED_DEVICES, 1));
    assertThat(wait(blocked).reason()).isEqualTo(WaitReason.FRAGMENTED_DEVICES);
  }

  @Test
  void everyScore_saysWhatItIsMadeOf() {
    JobTable jobs = Jobs.table(Jobs.whole("a", 1, 0, 100), Jobs.share("b", 500, 1, 100));
    Map<String, List<String>> parts =
        Map.of(
            "fifo-first-fit", List.of("place-in-fleet"),
            "fifo-best-fit", List.of("free-device-capacity", "free-cpu"),
            "fifo-balanced-best-fit", List.of("cpu-left", "devices-left"),
            "fifo-worst-fit", List.of("cpu-left", "devices-left"),
            "fifo-dot-product", List.of("cpu-product", "devices-product"),
            "fifo-device-packing", List.of(),
            "fifo-device-clustering", List.of("company", "used"),
            "fifo-fragmentation-gradient-descent",
                List.of("fragment-before", "fragment-after", "in-use"));
    parts.forEach(
        (policy, names) -> {
          ExplainedDecision decision = decisions(Fleets.single(3, 4), jobs, policy, 1).getLast();
          Ranking ranking = start(decision).ranking();
          assertThat(ranking.chosen().getFirst().parts().stream().map(ScorePart::name).toList())
              .as(policy)
              .isEqualTo(names);
          assertThat(ranking.runnersUp()).hasSize(2);
          assertThat(ranking.chosen().getFirst().score())
              .isGreaterThanOrEqualTo(ranking.runnersUp().getFirst().score());
        });
  }
}
