package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.suanwang.scheduling.experiment.LoggedEvent;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunArchive;
import org.suanwang.scheduling.experiment.RunDetails;
import org.suanwang.scheduling.rest.CsvAnswer.Words;
import org.suanwang.scheduling.settlement.LedgerEntry;

/**
 * The details of a simulation as tables: from the cursor on to the end, or as many as asked for.
 */
final class DetailTables {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;
  private static final List<String> JOB_COLUMNS =
      List.of(
          "id",
          "class",
          "tenant",
          "state",
          "devices",
          "submitSeconds",
          "startSeconds",
          "endSeconds",
          "waitSeconds",
          "hub",
          "deviceType",
          "waitReason",
          "shortTasks",
          "quotaOf",
          "preemptions",
          "failures");
  private static final List<String> EVENT_COLUMNS =
      List.of(
          "sequence",
          "timeSeconds",
          "kind",
          "job",
          "hub",
          "deviceType",
          "nodes",
          "devices",
          "firstDevices",
          "reason",
          "shortTasks",
          "quotaOf");
  private static final List<String> LEDGER_COLUMNS =
      List.of(
          "number",
          "timeSeconds",
          "job",
          "meteredDeviceHours",
          "account",
          "amountCny",
          "previousHash",
          "hash");
  private static final List<String> TIME_COLUMNS =
      List.of(
          "time",
          "fromSeconds",
          "toSeconds",
          "devicesAllocated",
          "allocation",
          "jobsRunning",
          "jobsWaiting");

  private DetailTables() {}

  static Response jobs(RunDetails details, long from, long limit) {
    return CsvAnswer.of(
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
        j.failures());
  }

  static Response events(RunArchive archive, RunDetails details, long from, long limit) {
    return CsvAnswer.of(
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
  static Response ledger(RunDetails details, long after, long limit) {
    details.requireSameLedger();
    return CsvAnswer.of(
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
        entry.milliDeviceSeconds() / MILLI_SECONDS_PER_HOUR,
        new Words(posting.account()),
        Objects.requireNonNull(Measure.cny(posting.microCny())).value(),
        entry.previousHash(),
        entry.hash());
  }

  static Response timeSeries(Run run, TimeSeriesView series) {
    return CsvAnswer.of(
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
                                p.jobsWaiting()))));
  }
}
