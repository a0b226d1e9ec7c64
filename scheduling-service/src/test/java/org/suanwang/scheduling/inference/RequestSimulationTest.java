package org.suanwang.scheduling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suanwang.scheduling.check.InvalidInputException;

class RequestSimulationTest {
  /** 1 ms to read a token, 10 ms to write one. */
  private static final ReplicaPerformance MILLIS = Serving.linear(0.001, 0.010);

  private static RequestTable table(long[]... rows) {
    var builder = new RequestTable.Builder();
    for (long[] row : rows) {
      builder.add(row[0], (int) row[1], (int) row[2]);
    }
    return builder.build();
  }

  private static RequestTimes run(Replica replica, RequestTable requests) {
    return run(replica, requests, 1, Router.ROUND_ROBIN).times();
  }

  private static ServingRun run(Replica replica, RequestTable requests, int replicas, Router by) {
    return RequestSimulation.run(new ServingInput(requests, replica, replicas, by), () -> {});
  }

  private static long micros(long nanos) {
    return nanos / 1000;
  }

  @Test
  void oneRequest_isReadAndWritten() {
    RequestTimes times = run(Serving.replica(MILLIS, 4), table(new long[] {5_000_000, 100, 11}));

    assertThat(micros(times.ttftNanos(0))).isEqualTo(100_000);
    assertThat(times.tpotNanos(0)).isEqualTo(10_000_000);
    assertThat(micros(times.endToEndNanos(0))).isEqualTo(200_000);
    assertThat(micros(times.lastNanos(0))).isEqualTo(5_200_000);
  }

  @Test
  void requestThatComesWhileOthersAreWritten_joinsAfterTheIteration() {
    // The first is read until 100 ms and would be written until 200 ms. The second comes at 125 ms,
    // joins at 130 ms, is read until 180 ms; then both are written: 7 more tokens, and 3.
    RequestTimes times =
        run(
            Serving.replica(MILLIS, 4),
            table(new long[] {0, 100, 11}, new long[] {125_000, 50, 4}));

    assertThat(micros(times.firstNanos(1))).isEqualTo(180_000);
    assertThat(micros(times.lastNanos(1))).isEqualTo(210_000);
    assertThat(micros(times.lastNanos(0))).isEqualTo(250_000);
  }

  @Test
  void requestThatComesAtTheEndOfAnIteration_joinsThen() {
    RequestTimes times =
        run(
            Serving.replica(MILLIS, 4),
            table(new long[] {0, 100, 11}, new long[] {130_000, 50, 1}));

    assertThat(micros(times.firstNanos(1))).isEqualTo(180_000);
  }

  @Test
  void requestsThatWaitTogether_areReadTogether() {
    RequestTimes times =
        run(
            Serving.replica(MILLIS, 4),
            table(new long[] {0, 100, 1}, new long[] {10_000, 50, 1}, new long[] {20_000, 30, 1}));

    assertThat(micros(times.firstNanos(0))).isEqualTo(100_000);
    assertThat(micros(times.firstNanos(1))).isEqualTo(180_000);
    assertThat(micros(times.firstNanos(2))).isEqualTo(180_000);
  }

  @Test
  void batchTokens_areAtMostSoMany_butALongPromptIsReadAlone() {
    Replica replica = new Replica(MILLIS, 4, 60, 1_000_000);
    RequestTimes times =
        run(
            replica,
            table(new long[] {0, 100, 1}, new long[] {10_000, 50, 1}, new long[] {20_000, 30, 1}));

    assertThat(micros(times.firstNanos(0))).isEqualTo(100_000);
    assertThat(micros(times.firstNanos(1))).isEqualTo(150_000);
    assertThat(micros(times.firstNanos(2))).isEqualTo(180_000);
  }

  @Test
  void oneSequence_isServedAfterTheOther() {
    RequestTimes times =
        run(Serving.replica(MILLIS, 1), table(new long[] {0, 100, 11}, new long[] {1_000, 100, 2}));

    assertThat(micros(times.firstNanos(1))).isEqualTo(300_000);
    assertThat(micros(times.lastNanos(1))).isEqualTo(310_000);
  }

  @Test
  void cacheThatIsReserved_keepsOthersWaiting() {
    Replica replica = new Replica(MILLIS, 4, 1_000_000, 150);
    RequestTimes times = run(replica, table(new long[] {0, 100, 11}, new long[] {1_000, 30, 20}));

    assertThat(micros(times.firstNanos(1))).isEqualTo(230_000);
  }

  @Test
  void requestWithoutRoomInAnyReplica_isRejected() {
    Replica replica = new Replica(MILLIS, 4, 1_000_000, 110);
    ServingRun run =
        run(
            replica,
            table(new long[] {0, 100, 11}, new long[] {1_000, 100, 10}),
            2,
            Router.LEAST_OUTSTANDING);
    ServingResult result = ServingResult.of(run, 2, Serving.LOOSE);

    assertThat(run.times().isServed(0)).isFalse();
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.served()).isEqualTo(1);
    assertThat(result.attainment()).isEqualTo(0.5);
  }

  @Test
  void answersOfNoToken_endWhenThePromptIsRead() {
    RequestTimes times =
        run(Serving.replica(MILLIS, 4), table(new long[] {0, 100, 0}, new long[] {0, 0, 1}));

    assertThat(micros(times.lastNanos(0))).isEqualTo(100_000);
    assertThat(times.tpotNanos(0)).isZero();
    assertThat(micros(times.lastNanos(1))).isEqualTo(100_000);
  }

  @Test
  void cachedTokens_makeIterationsLonger() {
    // 10 ms an iteration and 1 ms a token kept. After the prompt of 2 and its first token 3 are
    // kept; the two later tokens take 13 and 14 ms.
    ReplicaPerformance growing =
        new ReplicaPerformance(MILLIS.prompt(), MILLIS.token(), 0.001, true, "made up");
    RequestTimes times = run(Serving.replica(growing, 4), table(new long[] {0, 2, 3}));

    assertThat(micros(times.firstNanos(0))).isEqualTo(2_000);
    assertThat(micros(times.lastNanos(0))).isEqualTo(29_000);
  }

  @Test
  void roundRobin_takesOneAfterTheOther() {
    RequestTimes times =
        run(
                Serving.replica(MILLIS, 1),
                table(new long[] {0, 500, 1}, new long[] {0, 10, 1}, new long[] {100_000, 10, 1}),
                2,
                Router.ROUND_ROBIN)
            .times();

    assertThat(micros(times.firstNanos(2))).isEqualTo(510_000);
  }

  @Test
  void leastOutstanding_takesTheIdleOne() {
    RequestTimes times =
        run(
                Serving.replica(MILLIS, 1),
                table(new long[] {0, 500, 1}, new long[] {0, 10, 1}, new long[] {100_000, 10, 1}),
                2,
                Router.LEAST_OUTSTANDING)
            .times();

    assertThat(micros(times.firstNanos(2))).isEqualTo(110_000);
  }

  @Test
  void shortestQueue_looksAtPromptsThatWait_notAtAnswers() {
    // The first is being written from 10 ms on and no prompt waits there; the second is read.
    RequestTimes times =
        run(
                Serving.replica(MILLIS, 4),
                table(new long[] {0, 10, 100}, new long[] {0, 500, 1}, new long[] {100_000, 10, 1}),
                2,
                Router.SHORTEST_QUEUE)
            .times();

    assertThat(micros(times.firstNanos(2))).isEqualTo(110_000);
  }

  @Test
  void requestsThatTakeMoreThan68Years_areRefused() {
    ReplicaPerformance slow = Serving.linear(100, 1e6);
    RequestTable requests = table(new long[] {0, 10, 3_000});

    assertThatThrownBy(() -> run(Serving.replica(slow, 1), requests))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("68 years");
  }

  @Test
  void requestsThatComeAfter68Years_areRefused() {
    RequestTable requests = table(new long[] {3_000_000_000_000_000L, 1, 1});

    assertThatThrownBy(() -> run(Serving.replica(MILLIS, 1), requests))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void noRequests_giveAnEmptyResult() {
    ServingResult result =
        ServingResult.of(
            run(Serving.replica(MILLIS, 1), table(), 3, Router.ROUND_ROBIN), 3, Serving.LOOSE);

    assertThat(result.requests()).isZero();
    assertThat(result.ttft().p99()).isZero();
    assertThat(result.requestsPerSecond()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Router.class)
  void sameRequests_giveTheSameHash_andAllAreServed(Router router) {
    RequestTable requests = Draws.exponential(7, 5_000, 20, 100, 50);
    Replica replica = new Replica(Serving.linear(0.0001, 0.01), 8, 1000, 5000);
    ServingRun one = run(replica, requests, 5, router);
    ServingRun other = run(replica, requests, 5, router);

    ServingResult result = ServingResult.of(one, 5, Serving.LOOSE);
    assertThat(result.hash()).isEqualTo(ServingResult.of(other, 5, Serving.LOOSE).hash());
    assertThat(result.served()).isEqualTo(5_000);
    assertThat(result.tpot().max()).isGreaterThanOrEqualTo(result.tpot().p99());
    assertThat(result.tpot().p50()).isGreaterThanOrEqualTo(0.01);
  }

  @ParameterizedTest
  @EnumSource(Router.class)
  void requestsInTheSystem_areArrivalsTimesTheirStay(Router router) {
    RequestTable requests = Draws.exponential(11, 20_000, 10, 200, 30);
    Replica replica = Serving.replica(Serving.linear(0.0005, 0.02), 4);
    ServingRun run = run(replica, requests, 3, router);
    ServingResult result = ServingResult.of(run, 3, Serving.LOOSE);

    double byLittle = result.requests() / result.seconds() * result.endToEnd().mean();
    assertThat(result.outstandingMean()).isCloseTo(byLittle, within(byLittle * 1e-9));
  }
}
