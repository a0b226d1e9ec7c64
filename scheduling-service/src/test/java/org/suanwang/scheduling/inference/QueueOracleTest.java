package org.suanwang.scheduling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One replica that serves one request at a time is a queue of which the mean wait is known. */
class QueueOracleTest {
  private static final int RUNS = 20;
  private static final int REQUESTS = 40_000;
  private static final double SERVICE_SECONDS = 0.1;

  /** Student's t, 19 degrees of freedom, two-sided 99.9 %: a right program fails once in 1000. */
  private static final double T = 3.883;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void exponentialPrompts_waitAsInMm1(double utilisation) {
    Replica replica = Serving.replica(Serving.linear(SERVICE_SECONDS / 10_000, 1), 1);
    double perSecond = utilisation / SERVICE_SECONDS;
    List<Double> stays = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      stays.add(ttftMean(replica, Draws.exponential(run, REQUESTS, perSecond, 10_000, 1e-9)));
    }

    // M/M/1: mean stay = 1 / (μ − λ).
    assertIsMean(stays, 1 / (1 / SERVICE_SECONDS - perSecond));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void answersOfGeneralLength_waitAsByPollaczekAndKhinchine(double utilisation) {
    RequestClass lengths = mixed();
    Replica replica = Serving.replica(Serving.linear(1e-4, 1e-3), 1);
    RequestCost cost = RequestCost.of(lengths, replica);
    double hold = cost.promptSeconds() + cost.laterTokens() * 1e-3;
    double square =
        cost.promptSecondsSquare()
            + 2 * cost.promptSeconds() * cost.laterTokens() * 1e-3
            + cost.laterTokensSquare() * 1e-6;
    double perSecond = utilisation / hold;
    List<Double> waits = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      RequestTable requests = Draws.of(run, REQUESTS, perSecond, lengths);
      waits.add(ttftMean(replica, requests) - cost.promptSeconds());
    }

    // M/G/1: mean wait = λ E[S²] / (2 (1 − ρ)).
    assertIsMean(waits, perSecond * square / 2 / (1 - utilisation));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void fluidOfOneSequence_hasTheWaitOfPollaczekAndKhinchine(double utilisation) {
    RequestClass lengths = mixed();
    Replica replica = Serving.replica(Serving.linear(1e-4, 1e-3), 1);
    RequestCost cost = RequestCost.of(lengths, replica);
    double perSecond = utilisation / cost.replicaSeconds();
    double square =
        cost.promptSecondsSquare()
            + 2 * cost.promptSeconds() * cost.laterTokens() * 1e-3
            + cost.laterTokensSquare() * 1e-6;

    SteadyState state =
        SteadyState.of(List.of(cost), new double[] {perSecond}, 1, replica.performance(), 1e9);

    assertThat(state.waiting().meanSeconds())
        .isCloseTo(perSecond * square / 2 / (1 - utilisation), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void tokensThatTakeAsLongAsAllSequences_areProcessorSharing(double utilisation) {
    Replica replica = Serving.replica(Serving.sharing(1e-3), 100_000);
    RequestClass lengths = Serving.requests(1, 101, RequestRate.constant(1));
    double perSecond = utilisation / 0.1;
    List<Double> times = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      RequestTable requests = Draws.of(run, REQUESTS / 4, perSecond, lengths);
      ServingInput input = new ServingInput(requests, replica, 1, Router.ROUND_ROBIN);
      times.add(
          ServingResult.of(RequestSimulation.run(input, () -> {}), 1, Serving.LOOSE).tpot().mean());
    }
    SteadyState state =
        SteadyState.of(
            lengthsCost(lengths, replica), new double[] {perSecond}, 1, replica.performance(), 1e9);

    // M/G/1 processor sharing: mean stay = service / (1 − ρ), whatever the law of the service.
    double expected = 1e-3 / (1 - utilisation);
    assertThat(state.tpotSeconds(replica.performance()))
        .isCloseTo(expected, within(expected * 1e-3));
    double mean = times.stream().mapToDouble(d -> d).average().orElseThrow();
    assertThat(mean).isCloseTo(expected, within(expected * 0.03));
  }

  private static List<RequestCost> lengthsCost(RequestClass lengths, Replica replica) {
    return List.of(RequestCost.of(lengths, replica));
  }

  private static RequestClass mixed() {
    return new RequestClass(
        "mixed",
        new TokenLengths(List.of(100.0, 300.0, 1700.0)),
        new TokenLengths(List.of(1.0, 51.0, 301.0, 401.0)),
        RequestRate.constant(1),
        Serving.LOOSE);
  }

  private static double ttftMean(Replica replica, RequestTable requests) {
    ServingInput input = new ServingInput(requests, replica, 1, Router.ROUND_ROBIN);
    return ServingResult.of(RequestSimulation.run(input, () -> {}), 1, Serving.LOOSE).ttft().mean();
  }

  private static void assertIsMean(List<Double> runs, double expected) {
    double mean = runs.stream().mapToDouble(d -> d).average().orElseThrow();
    double squares = runs.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
    double half = T * Math.sqrt(squares / (RUNS - 1) / RUNS);
    // Runs begin empty, which takes a little from the mean.
    assertThat(mean).isCloseTo(expected, within(half + expected * 0.002));
  }
}
