package org.suanwang.scheduling.bench;

import static org.suanwang.scheduling.rounds.Knowledge.AGNOSTIC;
import static org.suanwang.scheduling.rounds.Knowledge.AWARE;
import static org.suanwang.scheduling.rounds.Knowledge.SHARING;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.suanwang.scheduling.rounds.AlloX;
import org.suanwang.scheduling.rounds.FinishTimeFairness;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.Gandiva;
import org.suanwang.scheduling.rounds.MaxMinFairness;
import org.suanwang.scheduling.rounds.MinimumMakespan;
import org.suanwang.scheduling.rounds.RoundBound;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.RoundSimulation;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.SharingMinimumMakespan;
import org.suanwang.scheduling.rounds.ThroughputMatching;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/**
 * The study of Narayanan et al., OSDI 2020, again, on 36 devices of each of three types, beside the
 * numbers printed in the authors' notebooks: mean completion in hours of jobs 4,000 to 5,000 of one
 * device, and the makespan in hours of jobs of one to eight devices that are all there at first.
 */
final class RoundStudy {
  private static final PrintStream OUT = System.out;
  private static final int[] DEVICES = {36, 36, 36};
  static final int FROM = 4000;
  static final int TO = 5000;

  /** Enough of them that no run is without arrivals before the last that counts has ended. */
  private static final int JOBS = 10_000;

  /** The first alone is what the authors print of completions. */
  private static final int SEEDS = Integer.getInteger("suanwang.seeds", 1);

  /** As the authors average makespans. */
  private static final int MAKESPAN_SEEDS = 3;

  /** A part of the names of the policies to be run; all where it is empty. */
  static final String ONLY = System.getProperty("suanwang.rounds", "");

  static final double[] RATES = {0.4, 2.0, 4.0, 4.8, 5.2, 5.6, 6.0};
  private static final double[] COUNTS = {100, 200, 300, 400, 500, 600, 700};

  /** A policy for a run with a seed, and what the authors printed in each column; 0 for nothing. */
  @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared
  private record Row(
      IntFunction<SharePolicy> policy, boolean findsInEachRound, double... published) {
    Row(IntFunction<SharePolicy> policy, double... published) {
      this(policy, false, published);
    }

    String name() {
      return policy.apply(0).name() + (findsInEachRound ? ", each round" : "");
    }

    RoundSimulation simulation(ThroughputMatrix matrix, int seed) {
      SharePolicy one = policy.apply(seed);
      double seconds = findsInEachRound ? 0 : one.findingSecondsMin();
      return new RoundSimulation(matrix, DEVICES, one, seconds, seed);
    }
  }

  private static final List<Row> COMPLETIONS =
      List.of(
          new Row(s -> new FirstInFirstOut(AGNOSTIC), PublishedHours.FIFO_AGNOSTIC),
          new Row(s -> new FirstInFirstOut(AWARE), PublishedHours.FIFO_AWARE),
          new Row(s -> new MaxMinFairness(AGNOSTIC), PublishedHours.LAS_AGNOSTIC),
          new Row(Gandiva::new, 17.58, 17.61, 18.88, 30.46, 34.32, 42.54, 0),
          new Row(s -> new AlloX(), PublishedHours.ALLOX),
          new Row(s -> new MaxMinFairness(AWARE), PublishedHours.LAS_AWARE),
          new Row(s -> new MaxMinFairness(SHARING), PublishedHours.LAS_SHARING),
          new Row(s -> new FinishTimeFairness(AGNOSTIC), PublishedHours.FTF_AGNOSTIC),
          new Row(s -> new FinishTimeFairness(AWARE), PublishedHours.FTF_AWARE),
          new Row(s -> new FirstInFirstOut(SHARING)),
          new Row(s -> new FinishTimeFairness(SHARING)),
          new Row(s -> new MaxMinFairness(AWARE), true),
          new Row(s -> new ThroughputMatching(AWARE)),
          new Row(s -> new ThroughputMatching(SHARING)));

  private static final List<Row> MAKESPANS =
      List.of(
          new Row(s -> new FirstInFirstOut(AGNOSTIC)),
          new Row(s -> new FirstTypeForAll(), 182.3, 229.4, 295.6, 350.5, 426.6, 506.2, 619.5),
          new Row(s -> new FirstInFirstOut(AWARE)),
          new Row(s -> new MinimumMakespan(AGNOSTIC)),
          new Row(s -> new MinimumMakespan(AWARE), 161.2, 161.2, 161.2, 161.3, 169.4, 195.0, 244.2),
          new Row(s -> new ThroughputMatching(AWARE)));

  private static final List<Row> SHARING_MAKESPANS =
      List.of(
          new Row(Gandiva::new, 166.6, 178.9, 199.9, 224.1, 263.9, 301.3, 347.3),
          new Row(
              s -> new SharingMinimumMakespan(), 163.6, 163.6, 161.2, 168.5, 168.1, 183.2, 226.2),
          new Row(s -> new ThroughputMatching(SHARING)));

  /** Hours at most in some cells. */
  private static final Map<String, Double> HOURS_MAX =
      Map.of(
          "LAS, aware, each round at 5.6", 29.0,
          "LAS, sharing at 5.6", 20.0,
          "matching, aware at 5.6", 29.0,
          "matching, sharing at 5.6", 20.0,
          "makespan, aware at 700.0", 244.0);

  private static final double GAP_MAX = 0.05;

  /** Explained in docs/round-study.md. In the authors' own rounds these are fewer. */
  private static final Set<String> KNOWN =
      Set.of(
          "FIFO, agnostic at 5.2",
          "FIFO, aware at 5.2",
          "AlloX at 5.2",
          "LAS, sharing at 0.4",
          "LAS, sharing at 2.0",
          "LAS, sharing at 4.0",
          "LAS, sharing at 4.8",
          "FTF, agnostic at 5.2",
          "FTF, agnostic at 5.6",
          "FTF, aware at 4.8",
          "Gandiva at 600.0");

  private final Goals goals;
  private final ThroughputMatrix matrix;
  private final List<String> far = new ArrayList<>();
  private int published;

  private RoundStudy(ThroughputMatrix matrix, Goals goals) {
    this.matrix = matrix;
    this.goals = goals;
  }

  static void run(Goals goals) throws IOException {
    with(matrix -> new RoundStudy(matrix, goals).run());
  }

  private void run() {
    completions();
    AuthorsStudy.run(matrix, DEVICES, ONLY, goals);
    makespans();
    if (ONLY.isEmpty()) {
      goals.only("of %d printed hours more than 5 %% off".formatted(published), far, KNOWN);
    }
  }

  /** The same jobs in the simulator. */
  static void runSimulated() throws IOException {
    with(matrix -> SimulatedRounds.run(matrix, DEVICES));
  }

  private static void with(Consumer<ThroughputMatrix> study) throws IOException {
    var traces = Traces.find("gavel");
    if (traces.isEmpty()) {
      OUT.println("rounds " + Traces.MISSING.formatted("gavel"));
      return;
    }
    study.accept(
        StudyThroughputs.read(
            traces.get().folder().resolve("gavel").resolve("simulation_throughputs.json")));
  }

  private void completions() {
    line("jobs/h", RATES);
    double[] bounds = columns(RATES, rate -> mean(SEEDS, seed -> fastest(matrix, rate, seed)));
    for (Row row : COMPLETIONS) {
      rows(row, bounds, RATES, r -> mean(SEEDS, seed -> completion(matrix, row, r, seed)));
    }
    line("bound", bounds);
  }

  private void makespans() {
    line("jobs at first", COUNTS);
    double[] apart = columns(COUNTS, n -> mean(MAKESPAN_SEEDS, s -> bound(matrix, n, s, false)));
    double[] shared = columns(COUNTS, n -> mean(MAKESPAN_SEEDS, s -> bound(matrix, n, s, true)));
    for (Row row : MAKESPANS) {
      rows(row, apart, COUNTS, n -> mean(MAKESPAN_SEEDS, s -> makespan(matrix, row, n, s)));
    }
    line("bound", apart);
    for (Row row : SHARING_MAKESPANS) {
      rows(row, shared, COUNTS, n -> mean(MAKESPAN_SEEDS, s -> makespan(matrix, row, n, s)));
    }
    line("bound, sharing", shared);
  }

  private void rows(Row row, double[] bounds, double[] places, DoubleUnaryOperator cell) {
    String name = row.name();
    if (name.contains(ONLY)) {
      double[] hours = columns(places, cell);
      line(name, hours);
      line("  published", row.published());
      double[] gaps = hours.clone();
      Arrays.setAll(gaps, i -> 100 * (hours[i] / bounds[i] - 1));
      line("  % above bound", gaps);
      compare(row, places, hours);
    }
  }

  private void compare(Row row, double[] places, double[] hours) {
    for (int i = 0; i < hours.length; i++) {
      String cell = row.name() + " at " + places[i];
      Double most = HOURS_MAX.get(cell);
      if (most != null) {
        goals.atMost("hours of " + cell, hours[i], most);
      }
      if (i < row.published().length && row.published()[i] > 0) {
        published++;
        if (Math.abs(hours[i] / row.published()[i] - 1) > GAP_MAX) {
          far.add(cell);
        }
      }
    }
  }

  private static double[] columns(double[] places, DoubleUnaryOperator cell) {
    return Arrays.stream(places).map(cell).toArray();
  }

  private static double mean(int seeds, IntToDoubleFunction hours) {
    return IntStream.range(0, seeds).mapToDouble(hours).average().orElseThrow();
  }

  private static double completion(ThroughputMatrix matrix, Row row, double rate, int seed) {
    List<RoundJob> jobs = StudyJobs.draw(matrix, JOBS, rate, seed);
    RoundSimulation simulation = row.simulation(matrix, seed);
    double[] seconds = simulation.completionSeconds(jobs.iterator(), FROM, TO);
    return Arrays.stream(seconds).average().orElseThrow() / 3600;
  }

  private static double fastest(ThroughputMatrix matrix, double rate, int seed) {
    return StudyJobs.draw(matrix, TO, rate, seed).subList(FROM, TO).stream()
            .mapToDouble(job -> RoundBound.fastestSeconds(matrix, job))
            .average()
            .orElseThrow()
        / 3600;
  }

  private static double makespan(ThroughputMatrix matrix, Row row, double count, int seed) {
    List<RoundJob> jobs = StudyJobs.drawTogether(matrix, (int) count, seed);
    RoundSimulation simulation = row.simulation(matrix, seed);
    double[] seconds = simulation.completionSeconds(jobs.iterator(), 0, jobs.size());
    return Arrays.stream(seconds).max().orElseThrow() / 3600;
  }

  private static double bound(ThroughputMatrix matrix, double count, int seed, boolean isShared) {
    List<RoundJob> jobs = StudyJobs.drawTogether(matrix, (int) count, seed);
    return RoundBound.makespanSeconds(matrix, DEVICES, jobs, isShared) / 3600;
  }

  static void line(String name, double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(value == 0 ? "         " : String.format(Locale.ROOT, "%9.2f", value));
    }
    OUT.printf(Locale.ROOT, "%-24s%s%n", name, text);
  }
}
