package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How many tasks a job may start with where others give up devices for it. What it takes back from
 * queues that borrow must leave its own side of the tree within its own; with what it takes from
 * its own queue that one must not borrow more than before, unless it stays within its own.
 */
final class Claim {
  private final int job;
  private final JobTable jobs;
  private final @Nullable JobQuotas quotas;
  private final Concessions made;
  private final FleetLayout layout;
  private final boolean isRigid;

  Claim(int job, JobTable jobs, @Nullable JobQuotas quotas, Concessions made, FleetLayout layout) {
    this.job = job;
    this.jobs = jobs;
    this.quotas = quotas;
    this.made = made;
    this.layout = layout;
    isRigid = !jobs.isFlexible(job);
  }

  /** By what is given up, and used, when it is asked. */
  Allowance allowance() {
    JobQuotas all = quotas;
    if (all == null) {
      return Allowance.ALL;
    }
    return isRigid ? all.openTo(job) : place -> tasks(place, all);
  }

  private int tasks(int place, JobQuotas all) {
    int most = all.openTo(job).tasks(place);
    boolean takesOwn = false;
    for (Concession one : made.made()) {
      if (isOwn(one)) {
        takesOwn = true;
      } else {
        most = Math.min(most, all.withinBeside(job, place, one.job()));
      }
    }
    return takesOwn ? Math.min(most, Math.max(freed(place), all.within(job, place))) : most;
  }

  private boolean isOwn(Concession one) {
    return jobs.tenantIndex(one.job()) == jobs.tenantIndex(job);
  }

  /**
   * For how many tasks jobs of its own queue give up devices; of a mixed gang of each type. Tasks
   * without devices need none of them.
   */
  private int freed(int place) {
    long milliOfTask = jobs.request(job).milliDevices();
    if (milliOfTask == 0) {
      return Integer.MAX_VALUE;
    }
    boolean isOfType = jobs.request(job).terms().mixed() && !layout.isUnion(place);
    String type = layout.group(place).deviceType();
    long milli = 0;
    for (Concession one : made.made()) {
      if (isOwn(one)) {
        Allocation after = one.after();
        milli += isOfType ? milliOf(type, one.before()) : one.before().milliDevices();
        if (after != null) {
          milli -= isOfType ? milliOf(type, after) : after.milliDevices();
        }
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, milli / milliOfTask);
  }

  private long milliOf(@Nullable String type, Allocation held) {
    return layout.unions().milliByGroup(held).entrySet().stream()
        .filter(e -> String.valueOf(layout.group(e.getKey()).deviceType()).equals(type))
        .mapToLong(e -> e.getValue())
        .sum();
  }

  /**
   * Whether a rigid job that takes places of its own queue stays within its own there, or takes no
   * more than these.
   */
  boolean borrowsNoMore(int place) {
    long own = 0;
    for (Concession one : made.made()) {
      own += isOwn(one) ? one.milliDevices() : 0;
    }
    return !isRigid
        || own == 0
        || own >= jobs.milliDevices(job)
        || quotas == null
        || quotas.within(job, place) >= jobs.tasks(job);
  }
}
