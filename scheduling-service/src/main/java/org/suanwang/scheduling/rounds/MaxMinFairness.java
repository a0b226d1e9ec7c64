package org.suanwang.scheduling.rounds;

/**
 * Least attained service as max-min fairness (Narayanan et al., OSDI 2020, section 4.1). Aware of
 * throughputs: the smallest throughput, in units of what the job would have with an equal share of
 * every device and times its devices, is made as large as can be, then the sum of all. Agnostic: an
 * equal share of every device for everybody. Sharing: aware, and two jobs may be on the devices of
 * one (section 3.1).
 */
public final class MaxMinFairness implements SharePolicy {
  private final Knowledge knowledge;

  /** A policy with such knowledge. */
  public MaxMinFairness(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String name() {
    return "LAS, " + knowledge.word();
  }

  @Override
  public boolean servesTypesInOrder() {
    return knowledge.isAware();
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    if (!knowledge.isAware()) {
      return new Shares(EqualShares.of(jobs));
    }
    JobClasses classes = JobClasses.byType(jobs);
    double[] units = new double[classes.size()];
    for (int i = 0; i < units.length; i++) {
      int type = classes.types()[i];
      units[i] = jobs.matrix().devices(type) / jobs.withEqualShare(type);
    }
    double[] counts = classes.counts();
    ClassWorth worth = new ClassWorth(jobs, classes, units);
    MaxMinShares programme =
        new MaxMinShares(counts, counts, classes.widths(jobs), worth.alone(), jobs.devices());
    if (knowledge == Knowledge.SHARING) {
      worth.addPairings(programme);
    }
    return programme.find(jobs.checkpoint()).toJobs(classes, classes.equalParts(jobs.size()));
  }
}
