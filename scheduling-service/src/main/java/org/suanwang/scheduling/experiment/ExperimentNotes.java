package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;

/** What is to be known before the numbers of an experiment are read. */
final class ExperimentNotes {
  private ExperimentNotes() {}

  static List<String> of(ExperimentSpec spec, List<RunRow> rows, RunTable table) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "intervals are two-sided, 95 %, by Student's t over the seeds, each by itself; the mean of"
            + " a seed is over "
            + table.cells()
            + " workload × fleet");
    for (RunState state : RunState.values()) {
      long count = rows.stream().filter(r -> r.state() == state).count();
      if (state != RunState.COMPLETED && count > 0) {
        notes.add(count + " runs are " + state + " and in no mean");
      }
    }
    if (spec.seeds().size() > 1) {
      spec.workloads().forEach(w -> addIfSeedsChangeNothing(spec, rows, w, notes));
    }
    return List.copyOf(notes);
  }

  private static void addIfSeedsChangeNothing(
      ExperimentSpec spec, List<RunRow> rows, String workload, List<String> notes) {
    RunTable ofIt = new RunTable(spec, rows, workload, null);
    boolean seedsChangeNothing = true;
    int completed = 0;
    for (int p = 0; p < spec.policies().size(); p++) {
      seedsChangeNothing &= ofIt.hasSameLogs(p);
      completed = Math.max(completed, ofIt.completed(p));
    }
    if (seedsChangeNothing && completed > ofIt.cells()) {
      notes.add(
          "the seeds change nothing on "
              + workload
              + ": nothing in it is drawn by them (its jobs are all named, or drawn by a seed of"
              + " its own), so its runs are equal for all seeds");
    }
  }
}
