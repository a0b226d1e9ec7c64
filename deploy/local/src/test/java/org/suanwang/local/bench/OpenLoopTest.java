package org.suanwang.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The load asks as often as told and reads answers of both kinds to their ends. */
class OpenLoopTest {
  private final AtomicInteger asked = new AtomicInteger();

  private HttpServer serve(int status, int bytes, boolean chunked) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, chunked ? 0 : bytes);
          exchange.getResponseBody().write(new byte[bytes]);
          exchange.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @CsvSource({"10, false", "10, true", "300000, false", "300000, true"})
  void everyAnswer_isReadToItsEnd(int bytes, boolean chunked)
      throws IOException, InterruptedException {
    HttpServer server = serve(200, bytes, chunked);
    try {
      int port = server.getAddress().getPort();
      OpenLoop.post(port, "/", "{}", 48, Duration.ofSeconds(1));
      assertThat(asked.get()).isEqualTo(48);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void answerThatIsNone_endsTheLoad() throws IOException {
    HttpServer server = serve(500, 3, true);
    try {
      int port = server.getAddress().getPort();
      assertThatThrownBy(() -> OpenLoop.post(port, "/", "{}", 48, Duration.ofSeconds(1)))
          .hasStackTraceContaining("not the answer that is expected: http/1.1 500");
    } finally {
      server.stop(0);
    }
  }
}
