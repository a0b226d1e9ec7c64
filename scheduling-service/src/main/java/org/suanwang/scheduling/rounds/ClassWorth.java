package org.suanwang.scheduling.rounds;

/** What time on each device type, alone and beside a job of another class, is worth to a job. */
final class ClassWorth {
  private final ActiveJobs jobs;
  private final JobClasses classes;
  private final double[] units;

  /**
   * The worth.
   *
   * @param units what a step a second is worth, for each class
   */
  ClassWorth(ActiveJobs jobs, JobClasses classes, double[] units) {
    this.jobs = jobs;
    this.classes = classes;
    this.units = units;
  }

  double[][] alone() {
    double[][] worth = new double[units.length][jobs.deviceTypes()];
    for (int i = 0; i < worth.length; i++) {
      for (int type = 0; type < worth[i].length; type++) {
        worth[i][type] = units[i] * jobs.matrix().steps(classes.types()[i], type);
      }
    }
    return worth;
  }

  /** All pairs of classes that do more together than in turns; no optimum needs the others. */
  void addPairings(MaxMinShares programme) {
    for (int first = 0; first < units.length; first++) {
      jobs.checkpoint().pass();
      for (int second = first; second < units.length; second++) {
        if (first != second || classes.count(first) > 1) {
          addPairings(programme, first, second);
        }
      }
    }
  }

  private void addPairings(MaxMinShares programme, int first, int second) {
    int one = classes.types()[first];
    int other = classes.types()[second];
    ThroughputMatrix matrix = jobs.matrix();
    for (int type = 0; type < jobs.deviceTypes(); type++) {
      if (matrix.canShare(one, other, type) && matrix.together(one, other, type) > 1) {
        programme.addPairing(
            first,
            second,
            type,
            units[first] * matrix.sharedSteps(one, other, type),
            units[second] * matrix.sharedSteps(other, one, type));
      }
    }
  }
}
