package org.suanwang.market.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.suanwang.market.program.Program;
import org.suanwang.market.sensitivity.SobolAnalysis;
import org.suanwang.market.sensitivity.SobolRequest;
import org.suanwang.market.sensitivity.Swing;
import org.suanwang.market.sensitivity.Tornado;
import org.suanwang.market.uncertainty.Copula;
import org.suanwang.market.uncertainty.Draws;
import org.suanwang.market.uncertainty.GoldenCase;
import org.suanwang.market.uncertainty.Moments;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.RandomPoints;
import org.suanwang.market.uncertainty.SamplingMethod;
import org.suanwang.market.uncertainty.UncertainModel;
import org.suanwang.market.uncertainty.Workers;

/**
 * Worlds of the golden case per CPU second of one thread: the compiled model, the loop written by
 * hand, and numpy where it is installed, in turn in one run; and what whole answers take.
 */
public final class UncertaintyBenchmark {
  private static final long WORLDS = 4L << 20;
  private static final long MILLION = 1_000_000;
  private static final int ROUNDS = 15;
  private static final int BASE_POINTS = 1 << 16;
  private static final PrintStream OUT = System.out;

  private static final String NUMPY =
      """
      import time, numpy as np
      n = 1 << 20
      best = 0
      for seed in range(8):
          t = time.process_time()
          g = np.random.Generator(np.random.SFC64(seed))
          x = g.normal(971, 97.1, n); x += 2442
          x *= g.uniform(300 / 220, 1.5, n)
          u = g.uniform(.30, .40, n)
          x *= (1 - u) / u
          x *= g.triangular(.05, .08, .10, n)
          m, s = x.mean(), x.std()
          best = max(best, n / (time.process_time() - t))
      print(best / 1e6)
      """;

  private final UncertainModel model =
      UncertainModel.of(
          GoldenCase.MODEL,
          GoldenCase.MODEL.resolve(GoldenCase.SCENARIO),
          List.of(GoldenCase.OUTPUT));

  private UncertaintyBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new UncertaintyBenchmark().run();
    HttpBenchmark.run();
  }

  private void run() throws IOException, InterruptedException {
    double hand = Double.MAX_VALUE;
    double compiled = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long seed = round;
      hand = Math.min(hand, cpuSeconds(() -> HandWrittenLoop.run(WORLDS, seed)[0]));
      compiled = Math.min(compiled, cpuSeconds(() -> compiled(seed).mean()));
    }
    tell("hand-written loop, M worlds/CPU-s", "", WORLDS / hand / 1e6);
    tell("compiled model, M worlds/CPU-s", ">= 40", WORLDS / compiled / 1e6);
    tell("compiled model, share of the loop", ">= 0.75", hand / compiled);
    numpy();
    tell(
        "1 M worlds, whole answer, CPU ms",
        "<= 60",
        best(() -> answer(SamplingMethod.MONTE_CARLO, MILLION)));
    tell(
        "2^20 Sobol points, whole answer, CPU ms",
        "",
        best(() -> answer(SamplingMethod.QUASI_MONTE_CARLO, 1 << 20)));
    tell(
        "2^24 worlds, whole answer, CPU ms",
        "",
        best(() -> answer(SamplingMethod.MONTE_CARLO, 1 << 24)));
    tell("tornado, CPU ms", "<= 5", best(this::tornado));
    tell("Sobol indices, 2^16 base points, CPU ms", "", best(UncertaintyBenchmark::indices));
  }

  private Moments compiled(long seed) {
    var draws =
        new Draws(model, new RandomPoints(seed, model.keys()), Copula.independence(model.keys()));
    Moments moments = Moments.NONE;
    for (long start = 0; start < WORLDS; start += Program.BLOCK) {
      draws.run(0, start, Program.BLOCK);
      moments = moments.and(Moments.of(draws.output(0), Program.BLOCK));
    }
    return moments;
  }

  private static double answer(SamplingMethod method, long worlds) {
    return GoldenCase.run(method, worlds, 1).mean().value();
  }

  private double tornado() {
    UncertainModel fresh =
        UncertainModel.of(model.published(), model.assumptions(), List.of(GoldenCase.OUTPUT));
    return Tornado.of(fresh, Swing.ENDS).getFirst().bars().getFirst().width();
  }

  private static double indices() {
    var request =
        new SobolRequest(
            GoldenCase.MODEL,
            GoldenCase.MODEL.resolve(GoldenCase.SCENARIO),
            List.of(GoldenCase.OUTPUT),
            List.of(),
            BASE_POINTS,
            1,
            SobolRequest.RESAMPLES);
    return SobolAnalysis.run(request, Workers.caller(), Progress.NONE).getFirst().variance();
  }

  private static double best(DoubleSupplier work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, cpuSeconds(work));
    }
    return best * 1e3;
  }

  /** Of this thread: garbage collection and compilation on other threads are not in it. */
  private static double cpuSeconds(DoubleSupplier work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double result = work.getAsDouble();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (Double.isNaN(result)) {
      throw new IllegalStateException("the work came to nothing");
    }
    return (after - before) / 1e9;
  }

  private static void numpy() throws IOException, InterruptedException {
    var builder = new ProcessBuilder("python3", "-c", NUMPY);
    builder.environment().remove("OPENBLAS_CORETYPE");
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0) {
        tell("numpy, M worlds/CPU-s", "", Double.parseDouble(text.strip()));
        return;
      }
    } catch (IOException e) {
      // Told below: there is no python3.
    }
    OUT.println("numpy skipped: no python3 with numpy");
  }

  private static void tell(String figure, String required, double measured) {
    OUT.printf(Locale.ROOT, "%-44s %8s %10.2f%n", figure, required, measured);
  }
}
