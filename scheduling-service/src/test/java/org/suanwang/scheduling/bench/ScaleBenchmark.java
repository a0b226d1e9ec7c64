package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whole processes: the Philly trace as other simulators were given it, 82,247 jobs capped at eight
 * devices on 1,523 nodes of eight; the same thirteen times over; a million jobs on 10,000 nodes in
 * ten sites; and how the cost of an event grows with nodes and with jobs.
 */
final class ScaleBenchmark {
  private static final PrintStream OUT = System.out;
  private static final int ALL = 82_247;
  private static final int RUNS = 2;
  private static final String FIFO = "fifo-first-fit";

  private ScaleBenchmark() {}

  static void run() throws IOException {
    if (Traces.find("philly").isEmpty()) {
      OUT.println("scale " + Traces.MISSING.formatted("philly"));
      return;
    }
    OUT.printf(
        Locale.ROOT,
        "%-24s %9s %7s %3s %10s %7s %7s %7s %7s %11s %6s %s%n",
        "policy",
        "jobs",
        "nodes",
        "at",
        "events",
        "run s",
        "main s",
        "JVM s",
        "warm s",
        "events/CPU-s",
        "MiB",
        "hash");
    measure(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"), FIFO, ALL, 1_523, 1, 1);
    for (String policy :
        List.of(FIFO, "fifo-best-fit", "sjf-easy-first-fit", "drf-fifo-skip-first-fit")) {
      measure(List.of("-Xmx128m"), policy, ALL, 1_523, 1, 1);
    }
    measure(List.of("-Xmx512m"), FIFO, 13 * ALL, 1_523, 1, 1);
    measure(List.of("-Xmx512m"), FIFO, 1_000_000, 10_000, 10, 6.5);
    measure(List.of("-Xmx512m"), "fifo-best-fit", 1_000_000, 10_000, 10, 6.5);
    for (int nodes : List.of(1_000, 4_000, 16_000, 64_000, 256_000)) {
      measure(List.of("-Xmx1g"), FIFO, 4 * ALL, nodes, 1, 1);
    }
    for (int jobs : List.of(20_000, 80_000, 320_000, 1_280_000)) {
      measure(List.of("-Xmx1g"), FIFO, jobs, 4_000, 1, 1);
    }
  }

  /** The serial collector: what it does is in the figures, and it needs the least memory. */
  private static void measure(
      List<String> heap, String policy, int jobs, int nodes, int sites, double denser)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(heap);
    command.add("-XX:+UseSerialGC");
    command.add("-Dsuanwang.shared=" + System.getProperty("suanwang.shared", ""));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScaleRun.class.getName()));
    command.addAll(List.of(policy, "" + jobs, "" + nodes, "" + sites, "" + denser));
    for (int run = 0; run < RUNS; run++) {
      try {
        new ProcessBuilder(command).inheritIO().start().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
