package org.suanwang.scheduling.bench;

import static org.suanwang.scheduling.rounds.Knowledge.AGNOSTIC;
import static org.suanwang.scheduling.rounds.Knowledge.AWARE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.suanwang.scheduling.rounds.AlloX;
import org.suanwang.scheduling.rounds.FinishTimeFairness;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.MaxMinFairness;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/** The study of {@code RoundStudy} with the rounds of its authors ({@link AuthorsRounds}). */
final class AuthorsStudy {
  /** More than {@code RoundStudy} has: whoever waits for shares keeps the devices from others. */
  private static final int JOBS = 30_000;

  private static final double GAP_MAX = 0.05;

  /** What their own code does not give either: docs/round-study.md. */
  private static final Set<String> KNOWN =
      Set.of("FIFO, aware at 5.2", "FTF, agnostic at 5.2", "FTF, agnostic at 5.6");

  private final ThroughputMatrix matrix;
  private final int[] devices;
  private final List<String> far = new ArrayList<>();
  private int published;

  /** A policy for a run, and what the authors printed in each column; 0 for nothing. */
  @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared
  private record Row(Supplier<SharePolicy> policy, boolean areShared, double[] published) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(InPlaceFirstInFirstOut::new, false, PublishedHours.FIFO_AGNOSTIC),
          new Row(() -> new FirstInFirstOut(AWARE), false, PublishedHours.FIFO_AWARE),
          new Row(() -> new MaxMinFairness(AGNOSTIC), false, PublishedHours.LAS_AGNOSTIC),
          new Row(AlloX::new, false, PublishedHours.ALLOX),
          new Row(() -> new CentralMaxMinFairness(false), false, PublishedHours.LAS_AWARE),
          new Row(() -> new CentralMaxMinFairness(true), true, PublishedHours.LAS_SHARING),
          new Row(() -> new FinishTimeFairness(AGNOSTIC), false, PublishedHours.FTF_AGNOSTIC),
          new Row(() -> new FinishTimeFairness(AWARE), false, PublishedHours.FTF_AWARE));

  private AuthorsStudy(ThroughputMatrix matrix, int[] devices) {
    this.matrix = matrix;
    this.devices = devices;
  }

  /**
   * Runs and prints what is printed of the rows, and compares.
   *
   * @param only a part of the names of the policies to be run
   */
  static void run(ThroughputMatrix matrix, int[] devices, String only, Goals goals) {
    AuthorsStudy study = new AuthorsStudy(matrix, devices);
    ROWS.stream().filter(row -> row.policy().get().name().contains(only)).forEach(study::run);
    if (only.isEmpty()) {
      goals.only(
          "of %d printed means as the authors carry it out, more than 5 %% off"
              .formatted(study.published),
          study.far,
          KNOWN);
    }
  }

  private void run(Row row) {
    double[] hours = new double[row.published().length];
    Arrays.setAll(hours, i -> row.published()[i] > 0 ? hours(row, RoundStudy.RATES[i]) : 0);
    RoundStudy.line("authors' " + row.policy().get().name(), hours);
    RoundStudy.line("  published", row.published());
    for (int i = 0; i < hours.length; i++) {
      published += hours[i] > 0 ? 1 : 0;
      if (hours[i] > 0 && Math.abs(hours[i] / row.published()[i] - 1) > GAP_MAX) {
        far.add(row.policy().get().name() + " at " + RoundStudy.RATES[i]);
      }
    }
  }

  private double hours(Row row, double rate) {
    List<RoundJob> jobs = StudyJobs.draw(matrix, JOBS, rate, 0);
    AuthorsRounds rounds =
        new AuthorsRounds(matrix, devices, row.policy().get(), row.areShared(), 0);
    double[] seconds = rounds.completionSeconds(jobs.iterator(), RoundStudy.FROM, RoundStudy.TO);
    return Arrays.stream(seconds).average().orElseThrow() / 3600;
  }
}
