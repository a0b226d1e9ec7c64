package org.suanwang.market.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demand of the model companies: a job each. */
public final class TrainingDemand {
  /** What kind of work it is. */
  public static final String JOB_CLASS = "foundation-model-training";

  private TrainingDemand() {}

  /**
   * Deals the companies out to the regions in turn, all starting at once.
   *
   * @param regions at least one
   */
  static ClassDemand of(
      TrainingNeed need, Conversion conversion, Instant submitAt, List<String> regions) {
    Equivalence equivalence = conversion.equivalence();
    var jobs = new ArrayList<DemandJob>();
    for (int i = 0; i < need.companies(); i++) {
      String id = String.format(Locale.ROOT, "company-%02d-training", i + 1);
      String region = regions.get(i % regions.size());
      jobs.add(
          new DemandJob(id, JOB_CLASS, region, equivalence.toCount(), 1, need.time(), submitAt));
    }
    return new ClassDemand(
        JOB_CLASS,
        need.hours(need.devicesPerCompanyInAll()),
        need.hours(need.devicesPerCompany()),
        need.hours(equivalence.toCountLow()),
        need.hours(equivalence.toCountHigh()),
        conversion,
        jobs,
        MonthRow.of(jobs));
  }
}
