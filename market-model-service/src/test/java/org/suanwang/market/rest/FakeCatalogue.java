package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalogue that replays the contract's example, or behaves as badly as a test asks. */
public final class FakeCatalogue implements QuarkusTestResourceLifecycleManager {
  static final Path CONTRACTS = Path.of("src", "test", "resources", "contracts", "catalog");

  private static final String ACCELERATORS = "/v1/accelerators/";
  private static final String REQUEST = ".request.json";
  private static final String RESPONSE = ".response.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How it behaves now. */
  enum Mood {
    ANSWERS,
    FAILS,
    REFUSES,
    NAMES_THE_FAULT,
    REFUSES_WITHOUT_A_WORD,
    WANTS_ANOTHER_TOKEN,
    TALKS_NONSENSE
  }

  static final AtomicReference<Mood> MOOD = new AtomicReference<>(Mood.ANSWERS);
  static final AtomicInteger CALLS = new AtomicInteger();
  static final AtomicReference<String> LAST_BODY = new AtomicReference<>("");
  static final AtomicReference<@Nullable String> LAST_AUTHORIZATION = new AtomicReference<>();

  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer started = HttpServer.create(address, 0);
      started.createContext("/v1/equivalences", FakeCatalogue::answer);
      started.createContext("/v1/accelerators/", FakeCatalogue::answer);
      started.createContext("/token", FakeCatalogue::issue);
      started.start();
      server = started;
      String url = "http://127.0.0.1:" + started.getAddress().getPort();
      return Map.of("quarkus.rest-client.catalog.url", url, "suanwang.test.issuer", url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    CALLS.incrementAndGet();
    LAST_AUTHORIZATION.set(exchange.getRequestHeaders().getFirst("Authorization"));
    LAST_BODY.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    switch (Objects.requireNonNull(MOOD.get())) {
      case ANSWERS -> {
        String example = example(exchange);
        boolean known = Files.exists(CONTRACTS.resolve(example));
        send(exchange, known ? 200 : 404, known ? contract(example) : "{}");
      }
      case FAILS -> send(exchange, 500, "{}");
      case REFUSES -> send(exchange, 404, "{\"detail\":\"no accelerator has this id\"}");
      case NAMES_THE_FAULT ->
          send(
              exchange,
              400,
              """
              {"violations": [{"field": "to", "value": "huawei-ascend-91",
               "rule": "must be the id of an accelerator or a system",
               "remedy": "did you mean huawei-ascend-910?"}]}""");
      case REFUSES_WITHOUT_A_WORD -> send(exchange, 400, "<html>");
      case WANTS_ANOTHER_TOKEN -> send(exchange, 403, "{}");
      case TALKS_NONSENSE -> send(exchange, 200, "{\"to\":{\"count\":{\"value\":-3}}}");
    }
  }

  /** The example of this very question; of a question without one, that of the report's. */
  private static String example(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(ACCELERATORS)) {
      return "accelerator-" + path.substring(ACCELERATORS.length()) + RESPONSE;
    }
    JsonNode asked = JSON.readTree(LAST_BODY.get());
    try (Stream<Path> all = Files.list(CONTRACTS)) {
      for (Path request : all.filter(f -> f.toString().endsWith(REQUEST)).sorted().toList()) {
        if (isSame(asked, JSON.readTree(request.toFile()))) {
          return request.getFileName().toString().replace(REQUEST, RESPONSE);
        }
      }
    }
    return "equivalence-h100-ascend910" + RESPONSE;
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals((a, b) -> a.asText().compareTo(b.asText()), other);
  }

  /** The issuer, which stands beside the catalogue: a token for who knows the secret. */
  private static void issue(HttpExchange exchange) throws IOException {
    boolean known =
        "Basic bWFya2V0OnNlY3JldA==".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    send(
        exchange,
        known ? 200 : 401,
        "{\"access_token\":\"of-the-market\",\"expires_in\":300,\"token_type\":\"Bearer\"}");
  }

  static String contract(String file) {
    try {
      return Files.readString(CONTRACTS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
