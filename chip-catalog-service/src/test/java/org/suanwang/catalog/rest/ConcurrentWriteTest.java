package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Writers that arrive together: one is first, the others are told so, and nothing is alarming. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ConcurrentWriteTest {
  private static final int WRITERS = 8;

  private final Queue<String> alarms = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            alarms.add(entry.getLoggerName() + ": " + entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
    Logger.getLogger("probe").warning("an alarm would be heard");
    assertThat(alarms).containsExactly("probe: an alarm would be heard");
    alarms.clear();
  }

  @AfterEach
  void leave() {
    Logger.getLogger("").removeHandler(listener);
  }

  private static String claim(String capacity) {
    return """
        {"subject":"jingjia-jm92","attribute":{"kind":"memoryCapacity"},
         "quantity":{"value":%s,"unit":"GB"},"source":{"id":"concurrent-sheet",
           "title":"A datasheet","publisher":"The vendor","tier":"VENDOR_DATASHEET","date":"2021"},
         "locator":{"place":"page 2"},"asOf":"2021","basis":{"kind":"REPORTED"}}"""
        .formatted(capacity);
  }

  private static RequestSpecification json(String body) {
    return given().contentType(ContentType.JSON).body(body);
  }

  private static List<Response> together(IntFunction<Response> call) throws Exception {
    var start = new CyclicBarrier(WRITERS);
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Response>> calls =
          IntStream.range(0, WRITERS)
              .<Callable<Response>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return call.apply(i);
                      })
              .toList();
      return writers.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void sameRequestWithTheSameKey_isDoneOnceAndReplayedQuietly() throws Exception {
    List<Response> answers =
        together(_ -> json(claim("1")).header("Idempotency-Key", "together-1").post("/v1/claims"));
    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers.stream().map(a -> a.<String>path("claim.id")).distinct()).hasSize(1);
    assertThat(alarms).isEmpty();
  }

  @Test
  void otherRequestsWithTheSameKey_areToldQuietly() throws Exception {
    List<Response> answers =
        together(
            i -> json(claim("2." + i)).header("Idempotency-Key", "together-2").post("/v1/claims"));
    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201).contains(409);
    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
    assertThat(alarms).isEmpty();
  }

  @Test
  void sameClaimWithoutAKey_isAppendedOnceQuietly() throws Exception {
    List<Response> answers = together(_ -> json(claim("3")).post("/v1/claims"));
    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
    assertThat(alarms).isEmpty();
  }
}
