package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/** Posts that meet each other: one creates, the others find it, and nobody complains in the log. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ConcurrentPostTest {
  private static final int POSTS = 24;

  private final Complaints complaints = new Complaints();

  /** Keeps what is logged as a warning or worse. */
  private static final class Complaints extends Handler {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        heard.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(complaints);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(complaints);
  }

  /** The statuses in ascending order. */
  private static List<Integer> post(String key, IntFunction<String> document) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answers =
          IntStream.range(0, POSTS)
              .mapToObj(
                  i ->
                      HttpRequest.newBuilder(
                              URI.create("http://localhost:" + RestAssured.port + "/v1/models"))
                          .version(HttpClient.Version.HTTP_1_1)
                          .header("Content-Type", "application/yaml")
                          .header("Idempotency-Key", key)
                          .POST(HttpRequest.BodyPublishers.ofString(document.apply(i)))
                          .build())
              .map(r -> client.sendAsync(r, HttpResponse.BodyHandlers.ofString()))
              .toList();
      return answers.stream()
          .map(CompletableFuture::join)
          .map(HttpResponse::statusCode)
          .sorted()
          .toList();
    }
  }

  @Test
  void sameKeyAndModel_createOnce_andReplay() {
    String model = Examples.MODEL_POST.replace("rack-cooling", "rack-at-once");
    List<Integer> statuses = post("at-once", i -> model);
    assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(POSTS - 1);
    assertThat(complaints.heard).isEmpty();
  }

  @Test
  void sameKeyAndOtherModels_createOnce_andRefuse() {
    List<Integer> statuses =
        post("rivals", i -> Examples.MODEL_POST.replace("rack-cooling", "rack-rival-" + i));
    assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(POSTS - 1);
    assertThat(complaints.heard).isEmpty();
  }
}
