package org.suanwang.scheduling.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.suanwang.scheduling.experiment.LoggedEvent;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunArchive;
import org.suanwang.scheduling.experiment.RunDetails;
import org.suanwang.scheduling.rest.Table.Words;
import org.suanwang.scheduling.rest.arrow.Column;
import org.suanwang.scheduling.rest.arrow.ColumnType;
import org.suanwang.scheduling.settlement.LedgerEntry;

/**
 * The details of a simulation as tables: from the cursor on to the end, or as many as asked for.
 */
final class DetailTables {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;
  private static final double MEGABYTES_PER_GIGABYTE = 1e3;
  private static final List<Column> JOB_COLUMNS =
      List.of(
          new Column("id", ColumnType.TEXT),
          new Column("class", ColumnType.TEXT),
          new Column("tenant", ColumnType.TEXT),
          new Column("state", ColumnType.TEXT),
          new Column("devices", ColumnType.FLOAT64),
          new Column("submitSeconds", ColumnType.INT64),
          new Column("startSeconds", ColumnType.INT64),
          new Column("endSeconds", ColumnType.INT64),
          new Column("waitSeconds", ColumnType.INT64),
          new Column("hub", ColumnType.TEXT),
          new Column("deviceType", ColumnType.TEXT),
          new Column("waitReason", ColumnType.TEXT),
          new Column("shortTasks", ColumnType.INT64),
          new Column("quotaOf", ColumnType.TEXT),
          new Column("preemptions", ColumnType.INT32),
          new Column("failures", ColumnType.INT32),
          new Column("resizes", ColumnType.INT32),
          new Column("deadlineSeconds", ColumnType.INT64),
          new Column("dataSentTo", ColumnType.TEXT),
          new Column("stagingSeconds", ColumnType.INT64));
  private static final List<Column> EVENT_COLUMNS =
      List.of(
          new Column("sequence", ColumnType.INT64),
          new Column("timeSeconds", ColumnType.INT64),
          new Column("kind", ColumnType.TEXT),
          new Column("job", ColumnType.TEXT),
          new Column("hub", ColumnType.TEXT),
          new Column("deviceType", ColumnType.TEXT),
          new Column("nodes", ColumnType.INT32),
          new Column("devices", ColumnType.INT32),
          new Column("firstDevices", ColumnType.TEXT),
          new Column("reason", ColumnType.TEXT),
          new Column("shortTasks", ColumnType.INT64),
          new Column("quotaOf", ColumnType.TEXT));
  private static final List<Column> LEDGER_COLUMNS =
      List.of(
          new Column("number", ColumnType.INT64),
          new Column("timeSeconds", ColumnType.INT64),
          new Column("job", ColumnType.TEXT),
          new Column("meteredDeviceHours", ColumnType.FLOAT64),
          new Column("meteredGigabytes", ColumnType.FLOAT64),
          new Column("account", ColumnType.TEXT),
          new Column("amountCny", ColumnType.DECIMAL),
          new Column("previousHash", ColumnType.TEXT),
          new Column("hash", ColumnType.TEXT));
  private static final List<Column> TIME_COLUMNS =
      List.of(
          new Column("time", ColumnType.INSTANT),
          new Column("fromSeconds", ColumnType.INT64),
          new Column("toSeconds", ColumnType.INT64),
          new Column("devicesAllocated", ColumnType.FLOAT64),
          new Column("allocation", ColumnType.FLOAT64),
          new Column("jobsRunning", ColumnType.FLOAT64),
          new Column("jobsWaiting", ColumnType.FLOAT64),
          new Column("powerKilowatts", ColumnType.FLOAT64),
          new Column("energyCostCnyPerHour", ColumnType.FLOAT64),
          new Column("fragmentDevices", ColumnType.FLOAT64),
          new Column("fragmentShareOfFree", ColumnType.FLOAT64));

  private static final List<Column> QUEUE_COLUMNS =
      List.of(
          new Column("path", ColumnType.TEXT),
          new Column("parent", ColumnType.TEXT),
          new Column("weight", ColumnType.FLOAT64),
          new Column("fairShare", ColumnType.FLOAT64),
          new Column("because", ColumnType.TEXT),
          new Column("deviceHours", ColumnType.FLOAT64),
          new Column("shareOfUse", ColumnType.FLOAT64),
          new Column("allocation", ColumnType.FLOAT64),
          new Column("jobs", ColumnType.INT32),
          new Column("jobsCompleted", ColumnType.INT32),
          new Column("jobsWaiting", ColumnType.INT32),
          new Column("jobsRejected", ColumnType.INT32),
          new Column("preemptions", ColumnType.INT32),
          new Column("waitSecondsMean", ColumnType.FLOAT64),
          new Column("jobsKeptByQuotas", ColumnType.INT32));

  private DetailTables() {}

  static Table jobs(RunDetails details, long from, long limit) {
    return new Table(
        details.run().id() + "-jobs",
        JOB_COLUMNS,
        reader -> {
          int size = details.outcomes().size();
          long end = Math.min(size, Math.min(size, from) + limit);
          for (int job = (int) Math.min(size, from); job < end; job++) {
            reader.accept(line(JobView.of(details, job)));
          }
        });
  }

  private static List<Object> line(JobView j) {
    JobView.WaitReasonView wait = j.waitReason();
    return Arrays.asList(
        new Words(j.id()),
        new Words(j.jobClass()),
        new Words(j.tenant()),
        j.state(),
        j.devices(),
        j.submitSeconds(),
        j.startSeconds(),
        j.endSeconds(),
        j.waitSeconds(),
        new Words(j.hub()),
        new Words(j.deviceType()),
        wait == null ? null : wait.reason(),
        wait == null ? null : wait.shortTasks(),
        wait == null ? null : new Words(wait.queue()),
        j.preemptions(),
        j.failures(),
        j.resizes(),
        j.deadlineSeconds(),
        j.dataSentTo().isEmpty() ? null : new Words(String.join("|", j.dataSentTo())),
        j.stagingSeconds());
  }

  static Table events(RunArchive archive, RunDetails details, long from, long limit) {
    return new Table(
        details.run().id() + "-events",
        EVENT_COLUMNS,
        reader -> archive.forEachEvent(details, from, limit, e -> reader.accept(line(e))));
  }

  /** The devices in one cell, with blanks between. */
  private static List<Object> line(LoggedEvent e) {
    List<Integer> devices = e.firstDevices();
    return Arrays.asList(
        e.sequence(),
        e.timeSeconds(),
        e.kind(),
        new Words(e.job()),
        new Words(e.hub()),
        new Words(e.deviceType()),
        e.nodes(),
        e.devices(),
        devices == null ? null : String.join(" ", devices.stream().map(String::valueOf).toList()),
        e.reason(),
        e.shortTasks(),
        new Words(e.queue()));
  }

  /** One line a posting. */
  static Table ledger(RunDetails details, long after, long limit) {
    details.requireSameLedger();
    return new Table(
        details.run().id() + "-ledger",
        LEDGER_COLUMNS,
        reader ->
            details.forEachEntry(
                after,
                limit,
                entry -> entry.postings().forEach(p -> reader.accept(line(entry, p)))));
  }

  private static List<Object> line(LedgerEntry entry, LedgerEntry.Posting posting) {
    return Arrays.asList(
        entry.number(),
        entry.timeSeconds(),
        new Words(entry.job()),
        entry.isTransfer() ? null : entry.milliDeviceSeconds() / MILLI_SECONDS_PER_HOUR,
        entry.isTransfer() ? entry.megabytes() / MEGABYTES_PER_GIGABYTE : null,
        new Words(posting.account()),
        Objects.requireNonNull(Measure.cny(posting.microCny())).value(),
        entry.previousHash(),
        entry.hash());
  }

  /** One line a queue; quotas, of which a queue may have several, are left out. */
  static Table queues(Run run, List<QueueView> queues) {
    return new Table(
        run.id() + "-queues", QUEUE_COLUMNS, reader -> queues.forEach(q -> reader.accept(line(q))));
  }

  private static List<Object> line(QueueView q) {
    return Arrays.asList(
        new Words(q.path()),
        new Words(q.parent()),
        q.weight(),
        q.fairShare(),
        new Words(q.because()),
        q.deviceHours().value(),
        q.shareOfUse(),
        q.allocation(),
        q.jobs(),
        q.jobsCompleted(),
        q.jobsWaiting(),
        q.jobsRejected(),
        q.preemptions(),
        q.waitSecondsMean(),
        q.jobsKeptByQuotas());
  }

  static Table timeSeries(Run run, TimeSeriesView series) {
    return new Table(
        run.id() + "-time-series",
        TIME_COLUMNS,
        reader ->
            series
                .points()
                .forEach(
                    p ->
                        reader.accept(
                            Arrays.asList(
                                p.time(),
                                p.fromSeconds(),
                                p.toSeconds(),
                                p.devicesAllocated(),
                                p.allocation(),
                                p.jobsRunning(),
                                p.jobsWaiting(),
                                p.powerKilowatts(),
                                p.energyCostCnyPerHour(),
                                p.fragmentDevices(),
                                p.fragmentShareOfFree()))));
  }
}
