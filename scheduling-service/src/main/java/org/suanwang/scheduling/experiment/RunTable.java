package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs of an experiment by cell, seed and policy. A cell is a workload on a fleet; some of the
 * cells may be left out.
 */
final class RunTable {
  private final ExperimentSpec spec;
  private final List<RunRow> rows;
  private final List<int[]> cells = new ArrayList<>();

  /**
   * Puts the rows in their places.
   *
   * @param rows every run, in the order of their numbers
   * @param workload only this one; null for all
   * @param fleet only this one; null for all
   */
  RunTable(
      ExperimentSpec spec, List<RunRow> rows, @Nullable String workload, @Nullable String fleet) {
    this.spec = spec;
    this.rows = rows;
    for (int w = 0; w < spec.workloads().size(); w++) {
      for (int f = 0; f < spec.fleets().size(); f++) {
        boolean isMeant = workload == null || spec.workloads().get(w).equals(workload);
        if (isMeant && (fleet == null || spec.fleets().get(f).equals(fleet))) {
          cells.add(new int[] {w, f});
        }
      }
    }
  }

  int cells() {
    return cells.size();
  }

  int seeds() {
    return spec.seeds().size();
  }

  RunRow row(int cell, int seed, int policy) {
    int[] at = cells.get(cell);
    return rows.get(spec.number(at[0], at[1], seed, policy));
  }

  int completed(int policy) {
    int completed = 0;
    for (int cell = 0; cell < cells(); cell++) {
      for (int seed = 0; seed < seeds(); seed++) {
        completed += row(cell, seed, policy).state() == RunState.COMPLETED ? 1 : 0;
      }
    }
    return completed;
  }

  /** Whether the completed runs of a policy are the same for all seeds, in every cell. */
  boolean hasSameLogs(int policy) {
    for (int cell = 0; cell < cells(); cell++) {
      Set<String> logs = new HashSet<>();
      for (int seed = 0; seed < seeds(); seed++) {
        RunRow row = row(cell, seed, policy);
        if (row.eventLogHash() != null) {
          logs.add(row.eventLogHash());
        }
      }
      if (logs.size() > 1) {
        return false;
      }
    }
    return true;
  }

  /** Of one run, or of several; null when one of them does not tell it. */
  @FunctionalInterface
  interface CellValue {
    @Nullable Double of(int cell, int seed);
  }

  /** The mean over the cells, for each seed that has a value in every cell. */
  double[] bySeed(CellValue value) {
    List<Double> means = new ArrayList<>();
    for (int seed = 0; seed < seeds(); seed++) {
      double sum = 0;
      int known = 0;
      for (int cell = 0; cell < cells(); cell++) {
        Double one = value.of(cell, seed);
        sum += Objects.requireNonNullElse(one, 0.0);
        known += one == null ? 0 : 1;
      }
      if (known == cells()) {
        means.add(sum / known);
      }
    }
    return means.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
