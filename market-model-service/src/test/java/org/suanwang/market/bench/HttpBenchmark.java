package org.suanwang.market.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.suanwang.local.LaunchException;
import org.suanwang.local.bench.BuiltService;
import org.suanwang.local.bench.OpenLoop;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Service;

/**
 * Latency of exact evaluations over REST at a fixed rate, and what worlds of the golden case cost
 * over REST; the service, on the JVM and as a native executable, and the database as processes.
 */
final class HttpBenchmark {
  private static final int PER_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String PATH = "/v1/evaluations";
  private static final String FEE =
      "{\"model\":\"dongwu-2024\",\"scenario\":\"neutral\",\"outputs\":[\"scheduling_fee_2025\"]}";
  private static final String ALL = "{\"model\":\"dongwu-2024\",\"scenario\":\"neutral\"}";
  private static final long WORLDS = 1L << 24;
  private static final int ROUNDS = 12;
  private static final String DRAWS =
      "{\"model\":\"dongwu-2024\",\"scenario\":\"uncertain-chain\",\"method\":\"MONTE_CARLO\","
          + "\"outputs\":[\"scheduling_fee_2025\"],\"worlds\":"
          + WORLDS
          + "}";
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
      worlds(service, home, postgres);
    } finally {
      postgres.stop();
    }
  }

  private static void worlds(BuiltService jvm, LocalHome home, LocalPostgres postgres)
      throws IOException, InterruptedException {
    try (var executable = BuiltService.startNative(Service.MARKET, home, postgres, "public")) {
      double onJvm = 0;
      double asNative = 0;
      for (int round = 0; round < ROUNDS; round++) {
        onJvm = Math.max(onJvm, worldsPerCpuSecond(jvm));
        asNative = Math.max(asNative, worldsPerCpuSecond(executable));
      }
      tell("2^24 worlds over REST, JVM, M/CPU-s", "", onJvm / 1e6);
      tell("2^24 worlds over REST, native, M/CPU-s", "", asNative / 1e6);
      tell("native, share of the JVM", ">= 0.6", asNative / onJvm);
    } catch (LaunchException e) {
      OUT.println("native executable skipped: " + e.getMessage());
    }
  }

  private static double worldsPerCpuSecond(BuiltService service)
      throws IOException, InterruptedException {
    Duration before = service.cpu();
    service.post("/v1/uncertainties", DRAWS);
    return WORLDS / (service.cpu().minus(before).toNanos() / 1e9);
  }

  private static void tell(String figure, String required, double measured) {
    OUT.printf(Locale.ROOT, "%-48s %-10s %.2f%n", figure, required, measured);
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
