package org.suanwang.scheduling.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

  static String render(List<RunRow> rows) {
    StringWriter table = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(table);
    List<String> head = new ArrayList<>(FIRST_COLUMNS);
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      head.add(metric.field());
    }
    csv.writeRecord(head);
    rows.forEach(r -> csv.writeRecord(fields(r)));
    flush(csv);
    return table.toString();
  }

  private static void flush(CsvWriter csv) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(RunRow r) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(r.number()));
    fields.add(r.id());
    fields.add(r.workload());
    fields.add(r.fleet());
    fields.add(Long.toString(r.seed()));
    fields.add(r.policy());
    fields.add(r.state().name());
    fields.add(text(r.failure()));
    fields.add(text(r.jobs()));
    fields.add(text(r.jobsCompleted()));
    fields.add(text(r.eventLogHash()));
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      fields.add(text(r.value(metric)));
    }
    return fields;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
