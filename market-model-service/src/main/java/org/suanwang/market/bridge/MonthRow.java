package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** Device-hours of a class and region that fall into a month of UTC, exactly. */
public record MonthRow(String jobClass, String region, YearMonth month, BigFraction deviceHours) {
  /** The rows of all jobs, which sum exactly to the jobs. */
  static List<MonthRow> of(List<DemandJob> jobs) {
    var rows = new LinkedHashMap<String, MonthRow>();
    for (DemandJob job : jobs) {
      Instant end = job.submitAt().plus(job.time());
      YearMonth month = YearMonth.from(job.submitAt().atOffset(ZoneOffset.UTC));
      for (Instant at = job.submitAt(); at.isBefore(end); month = month.plusMonths(1)) {
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = next.isBefore(end) ? next : end;
        BigFraction hours = job.hours(Duration.between(at, until));
        rows.merge(
            job.region() + " " + month,
            new MonthRow(job.jobClass(), job.region(), month, hours),
            MonthRow::plus);
        at = until;
      }
    }
    return List.copyOf(rows.values());
  }

  private MonthRow plus(MonthRow other) {
    return new MonthRow(jobClass, region, month, deviceHours.add(other.deviceHours));
  }
}
