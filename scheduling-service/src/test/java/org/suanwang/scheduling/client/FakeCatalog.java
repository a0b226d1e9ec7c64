package org.suanwang.scheduling.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands in for the catalogue with an excerpt of its real answer; can be made to fail. */
public final class FakeCatalog implements QuarkusTestResourceLifecycleManager {
  static final AtomicBoolean FAILS = new AtomicBoolean();

  /** What the last call said of itself. */
  public static final AtomicReference<@Nullable String> LAST_AUTHORIZATION =
      new AtomicReference<>();

  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext("/v1/accelerators", FakeCatalog::answer);
      started.createContext("/token", FakeCatalog::issue);
      started.start();
      server = started;
      String url = "http://127.0.0.1:" + started.getAddress().getPort();
      return Map.of("quarkus.rest-client.catalog.url", url, "suanwang.test.issuer", url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    LAST_AUTHORIZATION.set(exchange.getRequestHeaders().getFirst("Authorization"));
    try (exchange;
        InputStream example =
            FakeCatalog.class.getResourceAsStream("/contracts/catalog/accelerator-list.json")) {
      byte[] body = FAILS.get() || example == null ? new byte[0] : example.readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(FAILS.get() ? 503 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The issuer, which stands beside the catalogue: a token for who knows the secret. */
  private static void issue(HttpExchange exchange) throws IOException {
    boolean known =
        "Basic c2NoZWR1bGluZzpzZWNyZXQ="
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body =
        "{\"access_token\":\"of-the-scheduler\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(known ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
