package org.suanwang.market.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.suanwang.local.bench.BuiltService;
import org.suanwang.local.bench.OpenLoop;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Service;

/** Latency of exact evaluations over REST at a fixed rate, service and database as processes. */
final class HttpBenchmark {
  private static final int PER_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String PATH = "/v1/evaluations";
  private static final String FEE =
      "{\"model\":\"dongwu-2024\",\"scenario\":\"neutral\",\"outputs\":[\"scheduling_fee_2025\"]}";
  private static final String ALL = "{\"model\":\"dongwu-2024\",\"scenario\":\"neutral\"}";
  private static final PrintStream OUT = System.out;

  private HttpBenchmark() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Path.of("market-model-service", "target", "bench").toAbsolutePath();
    LocalHome home = LocalHome.open(folder);
    LocalPostgres postgres = LocalPostgres.startOrAdopt(home, 0);
    try (var service = BuiltService.start(Service.MARKET, home, postgres, "public", List.of())) {
      measure(service, "one output", FEE);
      measure(service, "all outputs", ALL);
      OUT.printf(
          Locale.ROOT,
          "%-48s %-10s %d MB%n",
          "memory of the process",
          "",
          service.residentMegabytes());
    } finally {
      postgres.stop();
    }
  }

  private static void measure(BuiltService service, String what, String body)
      throws InterruptedException {
    OpenLoop.post(service.port(), PATH, body, PER_SECOND, WARM_UP);
    OpenLoop.Latencies found = OpenLoop.post(service.port(), PATH, body, PER_SECOND, LENGTH);
    OUT.printf(
        Locale.ROOT,
        "%-48s %-10s %.2f ms (median %.2f ms)%n",
        "evaluate over REST at 500/s, p99, " + what,
        "<= 5 ms",
        found.millis(0.99),
        found.millis(0.5));
  }
}
