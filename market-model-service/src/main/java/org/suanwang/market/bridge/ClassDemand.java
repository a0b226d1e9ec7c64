package org.suanwang.market.bridge;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The demand of one class of jobs.
 *
 * @param jobClass what kind of work it is, in the words of the jobs
 * @param referenceHoursInAll device-hours of the reference device, as the model says
 * @param referenceHours the part of them that is asked for, in whole devices
 * @param lowHours device-hours of the wanted device at the low end of the equivalence
 * @param highHours at its high end
 * @param months device-hours by region and month
 */
public record ClassDemand(
    String jobClass,
    BigFraction referenceHoursInAll,
    BigFraction referenceHours,
    BigFraction lowHours,
    BigFraction highHours,
    Conversion conversion,
    List<DemandJob> jobs,
    List<MonthRow> months) {
  public ClassDemand {
    jobs = List.copyOf(jobs);
    months = List.copyOf(months);
  }

  /** The total in devices of the kind asked for. */
  public BigFraction deviceHours() {
    return jobs.stream().map(j -> j.hours(j.time())).reduce(BigFraction.ZERO, BigFraction::add);
  }
}
