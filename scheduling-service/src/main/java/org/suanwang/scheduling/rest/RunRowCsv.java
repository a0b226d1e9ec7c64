package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.RunRow;

/** The runs of an experiment as a table, RFC 4180; what is not known is empty. */
final class RunRowCsv {
  private static final List<String> FIRST_COLUMNS =
      List.of(
          "number",
          "simulation",
          "workload",
          "fleet",
          "seed",
          "policy",
          "state",
          "failure",
          "jobs",
          "jobsCompleted",
          "eventLogHash");

  private RunRowCsv() {}

  static Response of(String id, List<RunRow> rows, long from, long limit) {
    List<String> head = new ArrayList<>(FIRST_COLUMNS);
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      head.add(metric.field());
    }
    return CsvAnswer.of(
        id + "-results",
        head,
        reader -> rows.stream().skip(from).limit(limit).forEach(r -> reader.accept(cells(r))));
  }

  private static List<@Nullable Object> cells(RunRow r) {
    List<@Nullable Object> cells =
        new ArrayList<>(
            Arrays.asList(
                r.number(),
                r.id(),
                r.workload(),
                r.fleet(),
                r.seed(),
                r.policy(),
                r.state(),
                new CsvAnswer.Words(r.failure()),
                r.jobs(),
                r.jobsCompleted(),
                r.eventLogHash()));
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      cells.add(r.value(metric));
    }
    return cells;
  }
}
