package org.suanwang.scheduling.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.MaxMinFairness;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.RoundSimulation;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/**
 * The single-device study of Narayanan et al., OSDI 2020, again: mean completion in hours of jobs
 * 4,000 to 5,000 on 36 devices of each of three types, beside the numbers printed in the authors'
 * notebooks.
 */
final class RoundStudy {
  private static final PrintStream OUT = System.out;
  private static final int[] DEVICES = {36, 36, 36};
  private static final int FROM = 4000;
  private static final int TO = 5000;

  /** Enough of them that no run is without arrivals before the last that counts has ended. */
  private static final int JOBS = 10_000;

  private static final int SEEDS = Integer.getInteger("suanwang.seeds", 1);
  private static final double[] RATES = {0.4, 2.0, 4.0, 4.8, 5.2, 5.6, 6.0};

  /** A policy, and what the authors printed at each rate; 0 where nothing. */
  @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared
  private record Row(Supplier<SharePolicy> policy, double... published) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(() -> new FirstInFirstOut(false), 17.58, 18.32, 25.38, 99.19, 151.67, 0, 0),
          new Row(
              () -> new FirstInFirstOut(true), 15.31, 15.45, 17.08, 22.24, 56.69, 104.12, 150.04),
          new Row(() -> new MaxMinFairness(false), 23.26, 23.47, 23.49, 35.79, 63.78, 95.99, 0),
          new Row(() -> new MaxMinFairness(true), 17.58, 16.95, 16.82, 18.97, 22.02, 28.96, 41.23));

  private RoundStudy() {}

  static void run() throws IOException {
    var traces = Traces.find("gavel");
    if (traces.isEmpty()) {
      OUT.println("rounds " + Traces.MISSING.formatted("gavel"));
      return;
    }
    ThroughputMatrix matrix =
        read(traces.get().folder().resolve("gavel/throughput_single_gpu.csv"));
    OUT.printf(Locale.ROOT, "%-18s%s%n", "jobs/h", columns(RATES));
    for (Row row : ROWS) {
      double[] hours = Arrays.stream(RATES).map(rate -> mean(matrix, row, rate)).toArray();
      OUT.printf(Locale.ROOT, "%-18s%s%n", row.policy().get().name(), columns(hours));
      OUT.printf(Locale.ROOT, "%-18s%s%n", "  published", columns(row.published()));
    }
  }

  private static double mean(ThroughputMatrix matrix, Row row, double rate) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<RoundJob> jobs = StudyJobs.draw(matrix, JOBS, rate, seed);
      var simulation = new RoundSimulation(matrix, DEVICES, row.policy().get(), seed);
      sum +=
          Arrays.stream(simulation.completionSeconds(jobs.iterator(), FROM, TO))
              .average()
              .orElseThrow();
    }
    return sum / SEEDS / 3600;
  }

  private static String columns(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(value == 0 ? "         " : String.format(Locale.ROOT, "%9.2f", value));
    }
    return text.toString();
  }

  private static ThroughputMatrix read(Path file) throws IOException {
    List<String> types = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : csv) {
        types.add(line.getField("job_type"));
        rows.add(
            Stream.of("v100", "p100", "k80")
                .mapToDouble(d -> Double.parseDouble(line.getField(d + "_steps_s")))
                .toArray());
      }
    }
    return new ThroughputMatrix(
        types, List.of("v100", "p100", "k80"), rows.toArray(double[][]::new));
  }
}
