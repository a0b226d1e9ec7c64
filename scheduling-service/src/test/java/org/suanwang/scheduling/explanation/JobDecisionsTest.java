package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.explanation.Explained.ALL;
import static org.suanwang.scheduling.explanation.Explained.decisions;
import static org.suanwang.scheduling.explanation.Explained.input;
import static org.suanwang.scheduling.explanation.Explained.startOf;
import static org.suanwang.scheduling.explanation.Explained.waitOf;

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
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What was decided for a job, beside what the run really did. */
class JobDecisionsTest {
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final JobTable QUEUE =
      Jobs.table(
          Jobs.whole("runs", 3, 0, 100),
          Jobs.whole("large", 4, 1, 10),
          Jobs.whole("small", 1, 2, 10),
          Jobs.whole("long", 1, 3, 500));

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 12)
        .boxed()
        .flatMap(seed -> AnyJobs.policies().stream().map(p -> Arguments.of(seed, p.name())));
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

  /**
   * With two of its four tasks the holder takes twice as long, from its start or its last change.
   */
  @Test
  void elasticHolder_isExpectedToEndByWhatItHolds() {
    Job elastic = Jobs.gang("elastic", 4, 0, 100);
    JobTable jobs =
        Jobs.table(
            Jobs.whole("first", 2, 0, 500),
            elastic.withTerms(elastic.terms().withTasksMin(1)),
            Jobs.whole("waits", 2, 5, 10));
    assertThat(waitOf(decisions(FOUR, jobs, "fifo-first-fit", 2).getFirst()).holders())
        .containsExactly(
            new ExplainedDecision.Holder(1, 0, 200), new ExplainedDecision.Holder(0, 0, 500));
  }

  /** It grows when the first ends, and was in no queue then. */
  @Test
  void elasticJob_isToldWhenItGrows() {
    Job elastic = Jobs.gang("elastic", 4, 1, 100);
    JobTable jobs =
        Jobs.table(
            Jobs.whole("first", 2, 0, 50), elastic.withTerms(elastic.terms().withTasksMin(1)));
    List<ExplainedDecision> told = decisions(FOUR, jobs, "fifo-first-fit", 1);
    assertThat(told).hasSize(2);
    assertThat(told.getLast().timeSeconds()).isEqualTo(50);
    assertThat(startOf(told.getLast()).devices()).isEqualTo(4);
    assertThat(told.getLast().queue()).isEqualTo(new ExplainedDecision.Queue(0, List.of(), 0));
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
    ExplainedDecision.Wait wait = waitOf(decisions.getFirst());
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
    ExplainedDecision.Start start = startOf(decisions.getLast());
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
    assertThat(waitOf(first).reason()).isEqualTo(WaitReason.WAITING_BEHIND_HEAD);
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
    assertThat(decisions.stream().filter(d -> d.waiting() != null).map(d -> waitOf(d).reason()))
        .contains(WaitReason.BEHIND_RESERVATION);
    List<ExplainedDecision> passing = decisions(FOUR, QUEUE, "fifo-easy-first-fit", 2);
    assertThat(passing).hasSize(1);
    assertThat(passing.getFirst().queue().firstAhead()).containsExactly(1);
  }

  /** The whole hub is wanted: all that holds something of it, on either type, is in the way. */
  @Test
  void mixedGang_isExplainedByTheUnion() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("on-a", 1, 0, 30),
            Mixed.gang("first", 5, 0, 100),
            Mixed.gang("wide", 8, 1, 100));
    List<ExplainedDecision> decisions = decisions(Mixed.pair(), jobs, "fifo-skip-first-fit", 2);
    ExplainedDecision.Wait wait = waitOf(decisions.getFirst());
    assertThat(wait.reason()).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(wait.deviceType()).isEqualTo("a+b");
    assertThat(wait.shortTasks()).isEqualTo(6);
    assertThat(wait.holders())
        .as("the mixed one at the pace of b")
        .containsExactly(
            new ExplainedDecision.Holder(0, 0, 30), new ExplainedDecision.Holder(1, 0, 200));
    ExplainedDecision.Start start = startOf(decisions.getLast());
    assertThat(start.deviceType()).isEqualTo("a+b");
    assertThat(start.freedBy()).extracting(ExplainedDecision.Freed::job).containsExactly(1);
    assertThat(start.ranking().chosen())
        .extracting(RankedNode::deviceType)
        .containsExactly("a", "a", "b", "b");
  }

  @Test
  void jobThatGivesWay_isExplainedAgain() {
    JobTable jobs =
        Jobs.table(Jobs.whole("low", 4, 0, 100), Jobs.whole("high", 4, 10, 20).withPriority(5));
    List<ExplainedDecision> low = decisions(FOUR, jobs, "priority-preempt-first-fit", 0);
    assertThat(low).hasSize(3);
    startOf(low.get(0));
    assertThat(waitOf(low.get(1)).since()).isEqualTo(EventKind.PREEMPTED);
    assertThat(low.get(1).timeSeconds()).isEqualTo(10);
    assertThat(waitOf(low.get(1)).holders())
        .containsExactly(new ExplainedDecision.Holder(1, 10, 30));
    assertThat(startOf(low.get(2)).freedBy())
        .containsExactly(new ExplainedDecision.Freed(1, EventKind.FINISHED));
    List<ExplainedDecision> high = decisions(FOUR, jobs, "priority-preempt-first-fit", 1);
    assertThat(startOf(high.getFirst()).freedBy())
        .containsExactly(new ExplainedDecision.Freed(0, EventKind.PREEMPTED));
  }

  @Test
  void jobThatCanNeverStart_isExplainedOnce() {
    JobTable jobs = Jobs.table(Jobs.whole("huge", 5, 0, 10), Jobs.whole("next", 1, 1, 10));
    List<ExplainedDecision> huge = decisions(FOUR, jobs, "fifo-first-fit", 0);
    assertThat(huge).hasSize(1);
    assertThat(waitOf(huge.getFirst()).reason()).isEqualTo(WaitReason.NEVER_FITS);
    assertThat(decisions(FOUR, jobs, "fifo-first-fit", 1)).hasSize(1);
  }
}
