package org.suanwang.scheduling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FluidModelTest {
  private static final double NO_END = 1e9;

  /** One request occupies a replica for a second: 100 prompt tokens, one of the answer. */
  private static final Replica SECOND = Serving.replica(Serving.linear(0.01, 0.001), 1);

  private static FluidResult evaluate(
      RequestRate rate, int steps, double patience, double... replicas) {
    InferenceService service =
        Serving.service(
            SECOND,
            ScalingRule.fixed(1),
            new StepClock(0, 100, steps),
            patience,
            Serving.requests(100, 1, rate));
    double[] serving = Arrays.stream(replicas).map(r -> r * 100).toArray();
    return FluidModel.evaluate(service, new int[steps], ServingTimes.nearby(serving));
  }

  @Test
  void loadBelowCapacity_isServedInItsStep() {
    FluidResult result = evaluate(RequestRate.constant(0.5), 3, NO_END, 1, 1, 1);
    ClassResult chat = result.classes().getFirst();

    assertThat(chat.arrived()).isEqualTo(150);
    assertThat(chat.served()).isCloseTo(150, within(1e-9));
    assertThat(chat.waiting()).isZero();
    assertThat(chat.promptTokens()).isCloseTo(15_000, within(1e-6));
    assertThat(chat.answerTokens()).isCloseTo(150, within(1e-9));
    assertThat(result.points().getFirst().utilisation()).isEqualTo(0.5);
    // M/D/1 at half load: wait ½ × 1 s × ½ / (1 − ½) = 0.5 s, then the second of reading.
    assertThat(chat.ttftSecondsMean()).isCloseTo(1.5, within(1e-9));
  }

  /** Half of the service is 10 ms away, half 30 ms, and in the last step all of it 30 ms. */
  @Test
  void roundTrips_areAddedToTheFirstToken_byWhereReplicasServe() {
    InferenceService service =
        Serving.service(
            SECOND,
            ScalingRule.fixed(2),
            new StepClock(0, 100, 2),
            NO_END,
            new RequestClass(
                "chat",
                TokenLengths.constant(100),
                TokenLengths.constant(1),
                RequestRate.constant(1e-9),
                new Objectives(1.02, 1, 0.9)));
    double[][] seconds = {{100, 0}, {100, 200}};
    FluidResult result =
        FluidModel.evaluate(
            service, new int[2], new ServingTimes(new double[] {0.01, 0.03}, seconds));
    ClassResult chat = result.classes().getFirst();

    // One second of reading and no wait: 1.01 or 1.03 s against an objective of 1.02.
    assertThat(chat.ttftSecondsMean()).isCloseTo(1 + (0.02 + 0.03) / 2, within(1e-6));
    assertThat(chat.attainment()).isCloseTo((0.5 + 0) / 2, within(1e-6));
  }

  @Test
  void loadAboveCapacity_waitsAndIsServedLater() {
    RequestRate rate =
        new RequestRate(List.of(new RequestRate.Step(0, 2), new RequestRate.Step(100, 0)), 0);
    FluidResult result = evaluate(rate, 3, NO_END, 1, 1, 1);
    ClassResult chat = result.classes().getFirst();

    assertThat(result.points().get(0).waiting()).isCloseTo(100, within(1e-9));
    assertThat(result.points().get(1).waiting()).isCloseTo(0, within(1e-9));
    assertThat(result.points().get(0).utilisation()).isEqualTo(2);
    assertThat(chat.served()).isCloseTo(200, within(1e-9));
    // The last of 200 waits 100 s; what arrives at t is served at 2 t: a mean delay of 50 s.
    assertThat(chat.ttftSecondsMean()).isBetween(51.0, 56.0);
  }

  /**
   * At 100 s a request waits 100 s. What arrives from then on, a quarter of a request a second,
   * waits for less and less, by three quarters of a second a second, and for nothing from 233 1/3 s
   * on, in the middle of a step: 33 1/3 requests wait 50 s on average, the other 41 2/3 not at all.
   */
  @Test
  void backlogThatIsWorkedOff_delaysNobodyAfterIt() {
    var burst = new RequestRate.Step(0, 2);
    RequestRate alone = new RequestRate(List.of(burst, new RequestRate.Step(100, 0)), 0);
    RequestRate followed =
        new RequestRate(
            List.of(burst, new RequestRate.Step(100, 0.25), new RequestRate.Step(400, 0)), 0);
    ClassResult first = evaluate(alone, 5, NO_END, 1, 1, 1, 1, 1).classes().getFirst();
    ClassResult both = evaluate(followed, 5, NO_END, 1, 1, 1, 1, 1).classes().getFirst();
    double later =
        both.ttftSecondsMean() * both.served() - first.ttftSecondsMean() * first.served();
    double backlog = 50 * (100 / 3.0) / 75;

    assertThat(both.served() - first.served()).isCloseTo(75, within(1e-9));
    // On top: the second of reading, and at most the sixth of a second that a quarter load waits.
    assertThat(later / 75).isBetween(backlog + 1 - 1e-9, backlog + 1 + 1.0 / 6);
  }

  @Test
  void noReplica_servesNothing() {
    FluidResult result = evaluate(RequestRate.constant(1), 2, NO_END, 0, 0);

    assertThat(result.classes().getFirst().waiting()).isEqualTo(200);
    assertThat(result.attainment()).isZero();
    assertThat(result.points().getFirst().utilisation()).isNull();
    assertThat(result.points().getFirst().attainment()).isNull();
  }

  @Test
  void requestsWithoutPatience_giveUp() {
    FluidResult result = evaluate(RequestRate.constant(1), 3, 50, 0, 0, 1);
    ClassResult chat = result.classes().getFirst();

    assertThat(chat.dropped()).isGreaterThanOrEqualTo(150);
    assertThat(chat.arrived())
        .isCloseTo(chat.served() + chat.waiting() + chat.dropped(), within(1e-9));
  }

  @Test
  void noRequests_meetTheirObjectives() {
    FluidResult result = evaluate(RequestRate.constant(0), 2, NO_END, 1, 0);

    assertThat(result.attainment()).isEqualTo(1);
    assertThat(result.classes().getFirst().meetsObjectives()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatArrives_isServedWaitsOrGivesUp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int steps = 200;
    RequestClass[] classes = new RequestClass[3];
    for (int c = 0; c < classes.length; c++) {
      List<Double> hours = random.doubles(24, 0, 3).boxed().toList();
      classes[c] =
          new RequestClass(
              "class-" + c,
              TokenLengths.of(random.nextDouble(10, 2000), random.nextDouble(0, 2)),
              TokenLengths.of(random.nextDouble(1, 500), random.nextDouble(0, 2)),
              RequestRate.daily(hours),
              new Objectives(5, 0.1, 0.9));
    }
    Replica replica = new Replica(Serving.linear(0.0002, 0.03), 16, 4096, 20_000);
    InferenceService service =
        Serving.service(
            replica,
            ScalingRule.fixed(1),
            new StepClock(0, 300, steps),
            random.nextDouble(1, 5000),
            classes);
    double[] serving = random.doubles(steps, 0, 8).map(r -> Math.max(0, r - 1) * 300).toArray();

    FluidResult result = FluidModel.evaluate(service, new int[steps], ServingTimes.nearby(serving));

    for (ClassResult c : result.classes()) {
      double known = c.served() + c.waiting() + c.dropped();
      assertThat(known).as("seed " + seed).isCloseTo(c.arrived(), within(1e-6 * c.arrived()));
      assertThat(c.attainment()).isBetween(0.0, Math.min(c.ttftShare(), c.tpotShare()) + 1e-12);
      assertThat(c.ttftShare()).isLessThanOrEqualTo(1);
    }
    double points = result.points().stream().mapToDouble(p -> p.requestsPerSecond() * 300).sum();
    assertThat(points).isCloseTo(result.arrived(), within(1e-6 * points));
    assertThat(result.points()).allMatch(p -> p.attainment() == null || p.attainment() <= 1 + 1e-9);
  }

  @Test
  void manySteps_arePutTogether() {
    InferenceService service =
        Serving.service(
            SECOND,
            ScalingRule.fixed(1),
            new StepClock(50, 1, 1000),
            NO_END,
            Serving.requests(100, 1, RequestRate.constant(0.5)));
    double[] serving = new double[1000];
    Arrays.fill(serving, 1);
    FluidResult result = FluidModel.evaluate(service, new int[1000], ServingTimes.nearby(serving));

    assertThat(result.points()).hasSize(FluidResult.POINTS_MAX);
    assertThat(result.points().getFirst().fromSeconds()).isEqualTo(50);
    assertThat(result.points().getLast().toSeconds()).isEqualTo(1050);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.05, 0.02", "0.5, 0.10, 0.05", "0.8, 0.25, 0.08"})
  void fluid_agreesWithRequestsOneByOne(double utilisation, double ttftMargin, double tpotMargin) {
    ReplicaPerformance performance =
        ReplicaPerformance.measured(
            List.of(
                new MeasuredRow(512, 1, 0.054, 0.030),
                new MeasuredRow(1024, 1, 0.078, 0.030),
                new MeasuredRow(2048, 1, 0.137, 0.031),
                new MeasuredRow(4096, 1, 0.390, 0.031),
                new MeasuredRow(512, 16, 0.812, 0.034),
                new MeasuredRow(512, 64, 2.936, 0.050)),
            "made up, like an H100");
    Replica replica = new Replica(performance, 32, 2048, 10_000_000);
    RequestClass lengths =
        new RequestClass(
            "chat",
            TokenLengths.of(1000, 0.5),
            TokenLengths.of(200, 0.7),
            RequestRate.constant(1),
            new Objectives(1, 0.05, 0.9));
    RequestCost cost = RequestCost.of(lengths, replica);
    int replicas = 4;
    double perSecond = utilisation * replicas / cost.replicaSeconds();
    ServingInput input =
        new ServingInput(
            Draws.of(5, 60_000, perSecond, lengths), replica, replicas, Router.LEAST_OUTSTANDING);
    ServingResult one =
        ServingResult.of(RequestSimulation.run(input, () -> {}), replicas, lengths.objectives());
    SteadyState fluid =
        SteadyState.of(List.of(cost), new double[] {perSecond}, replicas, performance, 1e6);

    double tpot = fluid.tpotSeconds(performance);
    double ttft = fluid.ttftSeconds(cost);
    assertThat(tpot).isCloseTo(one.tpot().mean(), within(one.tpot().mean() * tpotMargin));
    assertThat(ttft).isCloseTo(one.ttft().mean(), within(one.ttft().mean() * ttftMargin));
  }
}
