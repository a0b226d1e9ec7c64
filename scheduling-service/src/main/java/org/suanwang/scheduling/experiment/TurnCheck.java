package org.suanwang.scheduling.experiment;

import java.util.List;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;

/** Checks that the turns of jobs can be told apart by numbers, where a policy lists orders. */
final class TurnCheck {
  private TurnCheck() {}

  /** Adds a finding for each policy whose orders make too many different turns of these jobs. */
  static void check(List<SchedulingPolicy> policies, JobTable jobs, List<Violation> violations) {
    for (SchedulingPolicy policy : policies) {
      if (policy.order() instanceof OrderList list && !list.fits(jobs)) {
        violations.add(
            new Violation(
                "policy",
                policy.name(),
                "the numbers of different values that its orders have on these jobs, of srtf and"
                    + " srtf-oracle the longest time in seconds, times each other, must be below"
                    + " 2^63",
                "leave the last of the orders out"));
      }
    }
  }
}
