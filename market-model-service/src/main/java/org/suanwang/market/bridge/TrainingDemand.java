package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The demand of the model companies in devices of one kind: a job each, and the device-hours by
 * region and month, whose sum is exactly the total. Months are those of UTC.
 */
public record TrainingDemand(
    TrainingNeed need, Equivalence equivalence, List<Job> jobs, List<MonthRow> months) {
  /** What kind of work it is, in the words of the scheduler's job classes. */
  public static final String JOB_CLASS = "foundation-model-training";

  private static final long SECONDS_PER_HOUR = 3600;

  /** One company's training. */
  public record Job(String id, String region, long devices, Duration time, Instant submitAt) {}

  /** Device-hours that fall into a month, exactly. */
  public record MonthRow(String region, YearMonth month, BigFraction deviceHours) {
    MonthRow plus(MonthRow other) {
      return new MonthRow(region, month, deviceHours.add(other.deviceHours));
    }
  }

  public TrainingDemand {
    jobs = List.copyOf(jobs);
    months = List.copyOf(months);
  }

  /**
   * Deals the companies out to the regions in turn, all starting at the day's first second UTC.
   *
   * @param regions at least one
   */
  public static TrainingDemand of(
      TrainingNeed need, Equivalence equivalence, LocalDate start, List<String> regions) {
    Instant submitAt = start.atStartOfDay(ZoneOffset.UTC).toInstant();
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < need.companies(); i++) {
      String id = String.format(Locale.ROOT, "company-%02d-training", i + 1);
      String region = regions.get(i % regions.size());
      jobs.add(new Job(id, region, equivalence.toCount(), need.time(), submitAt));
    }
    return new TrainingDemand(need, equivalence, jobs, months(jobs));
  }

  private static List<MonthRow> months(List<Job> jobs) {
    var rows = new LinkedHashMap<String, MonthRow>();
    for (Job job : jobs) {
      Instant end = job.submitAt().plus(job.time());
      YearMonth month = YearMonth.from(job.submitAt().atOffset(ZoneOffset.UTC));
      for (Instant at = job.submitAt(); at.isBefore(end); month = month.plusMonths(1)) {
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = next.isBefore(end) ? next : end;
        var row = new MonthRow(job.region(), month, hours(job, Duration.between(at, until)));
        rows.merge(job.region() + " " + month, row, MonthRow::plus);
        at = until;
      }
    }
    return List.copyOf(rows.values());
  }

  private static BigFraction hours(Job job, Duration time) {
    return BigFraction.of(job.devices())
        .multiply(BigFraction.of(time.toSeconds()))
        .divide(BigFraction.of(SECONDS_PER_HOUR));
  }

  /** The total in devices of the kind asked for. */
  public BigFraction deviceHours() {
    return jobs.stream().map(j -> hours(j, j.time())).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** The total if each company needed this many devices: for the ends of the equivalence. */
  public BigFraction deviceHours(long devicesPerCompany) {
    return BigFraction.of(devicesPerCompany)
        .multiply(need.companies())
        .multiply(BigFraction.of(need.time().toSeconds()))
        .divide(BigFraction.of(SECONDS_PER_HOUR));
  }
}
