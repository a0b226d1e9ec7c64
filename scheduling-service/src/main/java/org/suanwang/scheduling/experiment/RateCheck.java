package org.suanwang.scheduling.experiment;

import java.util.List;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.throughput.ModelledRates;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.JobTable;

/** Checks that it is known how fast every job is wherever it may run. */
final class RateCheck {
  private RateCheck() {}

  static void check(JobTable jobs, Fleet fleet, ThroughputRule rule, List<Violation> violations) {
    if (!ModelledRates.areAskedFor(jobs, rule)) {
      return;
    }
    FleetLayout layout = new FleetLayout(fleet);
    long cells = ModelledRates.cells(jobs, layout);
    if (cells > ModelledRates.CELLS_MAX) {
      violations.add(
          new Violation(
              "throughput",
              cells + " rates",
              "kinds of jobs (class, request and tasks) × device types must be at most "
                  + ModelledRates.CELLS_MAX,
              "give the jobs fewer classes or sizes, or leave throughput out"));
      return;
    }
    for (ModelledRates.Missing one : new ModelledRates(layout, jobs, rule).missing()) {
      violations.add(violation(jobs, one));
    }
  }

  private static Violation violation(JobTable jobs, ModelledRates.Missing one) {
    return new Violation(
        "jobs[id=" + jobs.id(one.job()) + "]",
        "class %s on %s".formatted(jobs.jobClass(one.job()), one.deviceType()),
        "work in "
            + jobs.request(one.job()).terms().unit().symbol()
            + " needs a rate on every device type the job may run on",
        "add a row of this class and type to throughput.rows, or one of another type together with"
            + " the peaks of both, or flopPerStep to throughput.classes, or name other devices");
  }
}
