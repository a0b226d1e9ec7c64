package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Speed of the simulator, and results of the literature again. */
public final class SchedulingBenchmarks {
  private static final List<String> ALL =
      List.of(
          "core",
          "speed",
          "scale",
          "scores",
          "shortage",
          "disciplines",
          "service",
          "placement",
          "backfill",
          "rounds",
          "simulated-rounds",
          "traces",
          "inference");

  private SchedulingBenchmarks() {}

  /**
   * Measures; the system property {@code suanwang.shared} names the parent of the traces, {@code
   * suanwang.parts} some of core, speed, scale, scores, shortage, disciplines, service, placement,
   * backfill, rounds, simulated-rounds, traces and inference, with commas between; none for all.
   * Ends with 1 when a study misses what it must come out at.
   */
  public static void main(String[] none) throws IOException {
    String parts = System.getProperty("suanwang.parts", "");
    Set<String> chosen = Set.copyOf(parts.isEmpty() ? ALL : List.of(parts.split(",")));
    if (!ALL.containsAll(chosen)) {
      throw new IllegalArgumentException("parts are " + ALL + ", not " + chosen);
    }
    Goals goals = new Goals();
    if (chosen.contains("core")) {
      CoreBenchmark.run();
    }
    if (chosen.contains("speed")) {
      SpeedBenchmark.run();
    }
    if (chosen.contains("scale")) {
      ScaleBenchmark.run();
    }
    if (chosen.contains("scores")) {
      ScoreScale.run();
    }
    if (chosen.contains("shortage")) {
      ShortageScale.run();
    }
    if (chosen.contains("disciplines")) {
      DisciplineScale.run();
    }
    if (chosen.contains("service")) {
      ServiceSpeed.run();
    }
    if (chosen.contains("placement")) {
      PlacementStudy.run(goals);
    }
    if (chosen.contains("backfill")) {
      BackfillStudy.run(goals);
    }
    if (chosen.contains("rounds")) {
      RoundStudy.run(goals);
    }
    if (chosen.contains("simulated-rounds")) {
      RoundStudy.runSimulated();
    }
    if (chosen.contains("traces")) {
      TraceReadingStudy.run();
    }
    if (chosen.contains("inference")) {
      InferenceStudy.run();
    }
    if (goals.missed() > 0) {
      System.exit(1);
    }
  }
}
