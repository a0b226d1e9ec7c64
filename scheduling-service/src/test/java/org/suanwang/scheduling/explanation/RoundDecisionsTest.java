package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.suanwang.scheduling.explanation.Explained.waitOf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.explanation.ExplainedDecision.RoundTime;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.JobTable;

/** What a job that waits for its round was to have of its time, and had had. */
class RoundDecisionsTest {
  private static final double PRECISION = 1e-6;

  /**
   * One device for two jobs, half of the time each: the first runs in the first round, and gives
   * way at 360 after having had all of it.
   */
  @Test
  void jobThatWaitsForItsRound_isToldItsShareAndWhatItHad() {
    JobTable jobs = Jobs.table(Jobs.whole("one", 1, 0, 1000), Jobs.whole("two", 1, 0, 1000));
    SimulationInput input =
        Explained.input(Fleets.single(1, 1), jobs, "gavel-las-rounds-first-fit");
    ExplainedDecision second = Explained.decisions(input, 1).getFirst();
    assertThat(waitOf(second).reason()).isEqualTo(WaitReason.NOT_ITS_ROUND);
    check(waitOf(second).rounds(), 0);
    ExplainedDecision first = Explained.decisions(input, 0).get(1);
    assertThat(first.timeSeconds()).isEqualTo(360);
    assertThat(waitOf(first).since()).isEqualTo(EventKind.PREEMPTED);
    assertThat(waitOf(first).reason()).isEqualTo(WaitReason.NOT_ITS_ROUND);
    check(waitOf(first).rounds(), 360);
  }

  private static void check(List<RoundTime> told, double received) {
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().hub()).isEqualTo("h");
    assertThat(told.getFirst().deviceType()).isEqualTo("a");
    assertThat(told.getFirst().share()).isCloseTo(0.5, within(PRECISION));
    assertThat(told.getFirst().receivedSeconds()).isCloseTo(received, within(PRECISION));
  }

  /** It has no share before the next round begins. */
  @Test
  void jobThatArrivesBetweenRounds_isToldOfNoShare() {
    JobTable jobs = Jobs.table(Jobs.whole("one", 1, 0, 1000), Jobs.whole("two", 1, 10, 1000));
    SimulationInput input =
        Explained.input(Fleets.single(1, 1), jobs, "gavel-las-rounds-first-fit");
    ExplainedDecision second = Explained.decisions(input, 1).getFirst();
    assertThat(second.timeSeconds()).isEqualTo(10);
    assertThat(waitOf(second).rounds()).isEmpty();
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 12)
        .boxed()
        .flatMap(
            seed ->
                Stream.of("gavel-las-rounds-first-fit", "gavel-las-sharing-rounds-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Nobody is to have more than all of its time, or has had more than has passed. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void shares_areOfTheWholeTimeAndReceivedOfWhatHasPassed(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawWhole(draw.drawJobs(40), 2);
    SimulationInput input = Explained.input(fleet, jobs, policy);
    List<JobDecisions> explained =
        IntStream.range(0, jobs.size())
            .mapToObj(job -> new JobDecisions(input, job, 5, 0, Explained.ALL))
            .toList();
    Runner run = Runner.run(input, EventSink.all(new ArrayList<>(explained)));
    for (int job = 0; job < jobs.size(); job++) {
      explained.get(job).finish();
      for (ExplainedDecision one : explained.get(job).decisions()) {
        if (one.waiting() != null) {
          check(jobs.submitSeconds(job), one.timeSeconds(), waitOf(one).rounds());
        }
      }
    }
    assertThat(Runner.run(input).hash).as("who is told does not matter").isEqualTo(run.hash);
  }

  private static void check(long submitted, long now, List<RoundTime> told) {
    double shares = told.stream().mapToDouble(RoundTime::share).sum();
    double received = told.stream().mapToDouble(RoundTime::receivedSeconds).sum();
    assertThat(shares).isBetween(0.0, 1 + PRECISION);
    assertThat(received).isBetween(-PRECISION, now - submitted + PRECISION);
  }
}
