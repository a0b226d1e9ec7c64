package org.suanwang.catalog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suanwang.local.bench.BuiltService;
import org.suanwang.local.bench.OpenLoop;

/**
 * The service's two busiest calls beside nginx, which serves the same bytes as files: both in turn,
 * on one machine, by one generator of load. Then their latencies at a fixed rate.
 */
final class HttpBenchmark {
  static final String ONE = "/v1/accelerators/nvidia-h100-sxm";
  static final String PAGE = "/v1/accelerators?memoryCapacity.min=16&sort=-fp16&limit=30";
  static final int RATE = 2_000;
  static final Duration LENGTH = Duration.ofSeconds(10);

  private static final int ROUNDS = 7;
  private static final int WARM_UP_SECONDS = 20;
  private static final int SECONDS = 3;
  private static final PrintStream OUT = System.out;

  private final BuiltService service;
  private final Figures figures;

  private HttpBenchmark(BuiltService service, Figures figures) {
    this.service = service;
    this.figures = figures;
  }

  static void run(BuiltService service, Path folder, Figures figures)
      throws IOException, InterruptedException {
    var benchmark = new HttpBenchmark(service, figures);
    Optional<Path> wrk = Tools.find("wrk");
    Optional<Path> nginx = Tools.find("nginx");
    if (wrk.isEmpty() || nginx.isEmpty()) {
      String missing = wrk.isEmpty() ? "wrk" : "nginx";
      OUT.println("comparison with nginx skipped: " + missing + " is missing");
      figures.add("GET beside nginx", ">= 1.00", "skipped: " + missing + " is missing");
    } else {
      benchmark.compare(wrk.get(), nginx.get(), folder);
    }
    benchmark.latencies();
  }

  private void compare(Path wrk, Path nginx, Path folder) throws IOException, InterruptedException {
    Map<String, byte[]> files = Map.of("one", service.get(ONE), "page", service.get(PAGE));
    try (Nginx there = Nginx.start(nginx, folder, files)) {
      String other = "http://127.0.0.1:" + there.port();
      compare(wrk, "GET one", service.url() + ONE, other + "/one");
      compare(wrk, "GET page of 30", service.url() + PAGE, other + "/page");
    }
  }

  private void compare(Path wrk, String name, String own, String other)
      throws IOException, InterruptedException {
    Tools.wrk(wrk, own, WARM_UP_SECONDS);
    Tools.wrk(wrk, other, 1);
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double mine = Tools.wrk(wrk, own, SECONDS);
      double nginx = Tools.wrk(wrk, other, SECONDS);
      ratios[i] = mine / nginx;
      OUT.printf(
          Locale.ROOT, "%-16s %,9.0f/s  nginx %,9.0f/s  %.3f%n", name, mine, nginx, ratios[i]);
    }
    Arrays.sort(ratios);
    figures.add(
        name + ", share of nginx's rate",
        ">= 1.00",
        String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f in %d rounds)",
            ratios[ROUNDS / 2],
            ratios[0],
            ratios[ROUNDS - 1],
            ROUNDS));
  }

  private void latencies() throws InterruptedException {
    latency(service, "GET one", ONE, figures);
    latency(service, "GET page of 30", PAGE, figures);
  }

  /** The p99 of one call at the rate that is asked for. */
  static void latency(BuiltService service, String name, String path, Figures figures)
      throws InterruptedException {
    OpenLoop.get(service.port(), path, RATE, Duration.ofSeconds(2));
    OpenLoop.Latencies found = OpenLoop.get(service.port(), path, RATE, LENGTH);
    String what = String.format(Locale.ROOT, "%s, p99 at %,d/s", name, RATE);
    OUT.printf(
        Locale.ROOT,
        "%-44s p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
        what,
        found.millis(0.5),
        found.millis(0.99),
        found.millis(0.999));
    figures.add(what, "<= 5 ms", "%.2f ms", found.millis(0.99));
  }
}
