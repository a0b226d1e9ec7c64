package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.explanation.Explained.waitOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.explanation.ExplainedDecision.Reservation;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Whose reservation holds a job back, and from when. */
class ReservationDecisionsTest {
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final JobTable QUEUE =
      Jobs.table(
          Jobs.whole("runs", 3, 0, 100),
          Jobs.whole("large", 4, 1, 10),
          Jobs.whole("long", 1, 2, 500));

  private static List<String> told(String policy, int job) {
    return Explained.decisions(FOUR, QUEUE, policy, job).stream()
        .filter(d -> d.waiting() != null)
        .map(d -> d.timeSeconds() + " " + waitOf(d).reason() + " " + waitOf(d).reservation())
        .toList();
  }

  /** The head can start at 100, when {@code runs} should end. */
  @Test
  void jobThatWouldDelayTheHead_isToldWhoThatIsAndWhenItStarts() {
    assertThat(told("fifo-easy-first-fit", 2))
        .containsExactly("2 BEHIND_RESERVATION " + new Reservation(1, 100));
    assertThat(told("fifo-easy-first-fit", 1))
        .containsExactly("1 INSUFFICIENT_DEVICES " + new Reservation(1, 100));
  }

  /** {@code long} can only start when {@code large} should have ended, at 110. */
  @Test
  void everyJobUnderConservativeBackfilling_isToldItsOwn() {
    assertThat(told("fifo-conservative-first-fit", 1))
        .containsExactly("1 INSUFFICIENT_DEVICES " + new Reservation(1, 100));
    assertThat(told("fifo-conservative-first-fit", 2))
        .containsExactly("2 BEHIND_RESERVATION " + new Reservation(2, 110));
  }

  @Test
  void jobWhereNothingIsReserved_isToldOfNoReservation() {
    assertThat(told("fifo-first-fit", 2))
        .containsExactly("2 WAITING_BEHIND_HEAD null", "100 INSUFFICIENT_DEVICES null");
  }

  private static QueueSetting own(String queue, long devices) {
    return new QueueSetting(
        queue, 1, List.of(new QueueQuota(null, devices * TaskRequest.MILLI, 0L, null)));
  }

  /** Four of eight devices are t's, so wide has its quota at 100; other has its devices then. */
  @Test
  void jobThatWouldTakeQuotaOfOneBefore_isToldWhoThatIsAndWhen() {
    JobTable jobs =
        Jobs.table(
            Jobs.gang("runs", 1, 0, 100).withTenant("t"),
            Jobs.gang("wide", 4, 1, 10).withTenant("t"),
            Jobs.gang("long", 1, 2, 500).withTenant("t"),
            Jobs.gang("other", 8, 3, 10).withTenant("u"),
            Jobs.gang("late", 1, 4, 500).withTenant("u"));
    SimulationInput input =
        Explained.input(Fleets.single(1, 8), jobs, "fifo-easy-first-fit")
            .withQueues(new QueueRule(List.of(own("t", 4), own("u", 8))));
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(job -> first(input, job)))
        .containsExactly(
            "1 QUOTA_EXHAUSTED " + new Reservation(1, 100),
            "2 BEHIND_RESERVATION " + new Reservation(1, 100),
            "3 INSUFFICIENT_DEVICES " + new Reservation(3, 100),
            "4 BEHIND_RESERVATION " + new Reservation(3, 100));
  }

  private static String first(SimulationInput input, int job) {
    ExplainedDecision one = Explained.decisions(input, job).getFirst();
    return one.timeSeconds() + " " + waitOf(one).reason() + " " + waitOf(one).reservation();
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 25)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-easy-first-fit",
                        "sjf-easy-best-fit",
                        "fair-tree-fifo-easy-first-fit",
                        "fifo-conservative-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /**
   * Where jobs are cut off at their estimates, and none comes before the head later, the head
   * starts when it was to at the latest.
   */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void reservation_isOfOneThatWaitsAndStartsByThen(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    JobTable jobs = draw.drawPlans(draw.drawJobs(60));
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.KILL);
    List<JobDecisions> explained =
        IntStream.range(0, jobs.size())
            .mapToObj(job -> new JobDecisions(input, job, 20, 0, Explained.ALL))
            .toList();
    Runner run = Runner.run(input, EventSink.all(new ArrayList<>(explained)));
    for (int job = 0; job < jobs.size(); job++) {
      explained.get(job).finish();
      for (ExplainedDecision one : explained.get(job).decisions()) {
        check(run, policy, job, one);
      }
    }
    assertThat(Runner.run(input).hash).as("who is told does not matter").isEqualTo(run.hash);
  }

  private static void check(Runner run, String policy, int job, ExplainedDecision one) {
    if (one.waiting() == null) {
      return;
    }
    ExplainedDecision.Wait wait = waitOf(one);
    boolean isHeldBack = wait.reason() == WaitReason.BEHIND_RESERVATION;
    if (wait.reservation() == null) {
      assertThat(isHeldBack && policy.contains("easy")).isFalse();
      return;
    }
    Reservation told = Objects.requireNonNull(wait.reservation());
    assertThat(told.startSeconds()).isGreaterThan(one.timeSeconds());
    assertThat(run.outcomes.startSeconds(told.job())).isGreaterThanOrEqualTo(one.timeSeconds());
    if (policy.contains("easy")) {
      assertThat(told.job() != job).isEqualTo(isHeldBack);
    } else {
      assertThat(told.job()).isEqualTo(job);
    }
    if (policy.equals("fifo-easy-first-fit")) {
      assertThat(run.outcomes.startSeconds(told.job())).isLessThanOrEqualTo(told.startSeconds());
      assertThat(told.job()).isLessThanOrEqualTo(job);
    }
  }
}
