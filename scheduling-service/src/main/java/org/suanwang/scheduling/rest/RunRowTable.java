package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.RunRow;
import org.suanwang.scheduling.rest.arrow.Column;
import org.suanwang.scheduling.rest.arrow.ColumnType;

/** The runs of an experiment as a table. */
final class RunRowTable {
  private static final List<Column> FIRST_COLUMNS =
      List.of(
          new Column("number", ColumnType.INT32),
          new Column("simulation", ColumnType.TEXT),
          new Column("workload", ColumnType.TEXT),
          new Column("fleet", ColumnType.TEXT),
          new Column("seed", ColumnType.INT64),
          new Column("policy", ColumnType.TEXT),
          new Column("state", ColumnType.TEXT),
          new Column("failure", ColumnType.TEXT),
          new Column("jobs", ColumnType.INT32),
          new Column("jobsCompleted", ColumnType.INT32),
          new Column("eventLogHash", ColumnType.TEXT));

  private RunRowTable() {}

  static Table of(String id, List<RunRow> rows, long from, long limit) {
    List<Column> head = new ArrayList<>(FIRST_COLUMNS);
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      head.add(new Column(metric.field(), ColumnType.FLOAT64));
    }
    return new Table(
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
                new Table.Words(r.failure()),
                r.jobs(),
                r.jobsCompleted(),
                r.eventLogHash()));
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      cells.add(r.value(metric));
    }
    return cells;
  }
}
