package org.suanwang.scheduling.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.simulation.RoundJobs;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Workload;

/** Checks that the jobs of a workload can be shared out in rounds, where a policy does that. */
final class RoundCheck {
  private RoundCheck() {}

  /** Adds at most five findings for each policy that shares out device time. */
  static void check(
      List<SchedulingPolicy> policies, Workload workload, Fleet fleet, List<Violation> violations) {
    for (SchedulingPolicy policy : policies) {
      if (policy.order() instanceof TimeShares shares) {
        check(policy, workload.jobs(), fleet, violations);
        checkBackground(policy.name(), shares, workload.background(), violations);
      }
    }
  }

  /** The same for these jobs, drawn ones among them. */
  static void check(
      SchedulingPolicy policy, JobTable jobs, Fleet fleet, List<Violation> violations) {
    if (!(policy.order() instanceof TimeShares shares)) {
      return;
    }
    int unfit = 0;
    String first = "";
    Set<RoundJobs.Kind> kinds = new HashSet<>();
    for (int job = 0; job < jobs.size(); job++) {
      kinds.add(RoundJobs.Kind.of(jobs, job));
      if (!RoundJobs.isFit(jobs, job, shares)) {
        first = unfit++ == 0 ? jobs.id(job) : first;
      }
    }
    if (unfit > 0) {
      violations.add(
          new Violation(
              "policy",
              policy.name() + " with " + unfit + " jobs as " + first,
              RoundJobs.RULE,
              "choose another policy, or another workload"));
    }
    if (kinds.size() > RoundJobs.KINDS_MAX) {
      violations.add(
          new Violation(
              "policy",
              policy.name() + " with " + kinds.size() + " kinds of jobs",
              "rounds take at most %d kinds: class, request, tasks and required region"
                  .formatted(RoundJobs.KINDS_MAX),
              "give the jobs fewer classes, or choose another policy"));
    }
    if (RoundJobs.units(jobs, new FleetLayout(fleet)) > Integer.MAX_VALUE) {
      violations.add(
          new Violation(
              "policy",
              "%s with shares that are multiples of %d thousandths of a device"
                  .formatted(policy.name(), RoundJobs.milliOfUnit(jobs)),
              "devices of the fleet, counted in parts as small as the shares ask for, are at most "
                  + Integer.MAX_VALUE,
              "round the shares, choose a smaller fleet, or another policy"));
    }
    if (jobs.distinctRequests().stream().anyMatch(r -> r.terms().hubs().data() != null)) {
      violations.add(
          new Violation(
              "policy",
              policy.name() + " with jobs that read data",
              "policies that go in rounds know nothing of where data is",
              "choose another policy, or leave data out of the jobs"));
    }
    if (shares.sharesDevices()) {
      checkPairs(policy.name(), kinds.size(), fleet, violations);
    }
    if (shares.solvesProgramme()) {
      checkProgramme(policy, kinds.size(), fleet, violations);
    }
  }

  private static void checkBackground(
      String policy,
      TimeShares shares,
      @Nullable Background background,
      List<Violation> violations) {
    boolean draws = background != null && background.jobs() > 0;
    if (draws && shares.takesSingleDevicesOnly()) {
      violations.add(
          new Violation(
              "policy",
              policy + " with generated jobs",
              RoundJobs.RULE,
              "use recorded jobs of one device, or choose another policy"));
    }
  }

  private static void checkPairs(
      String policy, int kinds, Fleet fleet, List<Violation> violations) {
    int groups = new FleetLayout(fleet).groups().size();
    long pairs = (long) kinds * kinds * groups;
    if (pairs > RoundJobs.PAIRS_MAX) {
      violations.add(
          new Violation(
              "policy",
              "%s with %d kinds of jobs on %d device types of hubs"
                  .formatted(policy, kinds, groups),
              "where two jobs may share devices, the square of the kinds of jobs, times the device"
                  + " types of all hubs, is at most "
                  + RoundJobs.PAIRS_MAX,
              "give the jobs fewer classes and sizes, or choose a policy without sharing"));
    }
  }

  private static void checkProgramme(
      SchedulingPolicy policy, int kinds, Fleet fleet, List<Violation> violations) {
    int groups = new FleetLayout(fleet).groups().size();
    if (RoundJobs.programme(Math.min(kinds, policy.depth()), groups) > RoundJobs.PROGRAMME_MAX) {
      violations.add(
          new Violation(
              "policy",
              "%s with %d kinds of jobs on %d device types of hubs"
                  .formatted(policy.name(), kinds, groups),
              "twice the square of the kinds of jobs, or of policy.depth if that is less, times two"
                  + " more than the device types of all hubs, is at most "
                  + RoundJobs.PROGRAMME_MAX,
              "give the jobs fewer classes and sizes, a smaller policy.depth, or choose gavel-ftf,"
                  + " gavel-makespan or matching"));
    }
  }
}
