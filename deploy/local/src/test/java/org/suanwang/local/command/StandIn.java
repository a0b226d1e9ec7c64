package org.suanwang.local.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * A process in the place of a service: takes its address from the environment as a service does,
 * and is ready when the launcher gave it everything a service needs.
 */
final class StandIn {
  private static final List<String> NEEDED =
      List.of(
          "QUARKUS_HTTP_HOST",
          "QUARKUS_HTTP_PORT",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "SUANWANG_CATALOG_URL");

  private StandIn() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> given = System.getenv();
    var address =
        new InetSocketAddress(
            given.get("QUARKUS_HTTP_HOST"), Integer.parseInt(given.get("QUARKUS_HTTP_PORT")));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(given.keySet().containsAll(NEEDED) ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }
}
