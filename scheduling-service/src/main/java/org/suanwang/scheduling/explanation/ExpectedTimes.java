package org.suanwang.scheduling.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How long jobs run by their estimates, in seconds, and so when those end that are in the way.
 * Estimates are taken for a job's whole work, also where it has done some of it before.
 */
final class ExpectedTimes {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final RunRates rates;

  ExpectedTimes(SimulationInput input) {
    layout = input.layout();
    jobs = input.jobs();
    rates = input.rates();
  }

  /** With so many of its tasks. */
  long seconds(int job, int tasks, int group) {
    long whole = rates.longestSeconds(job, rates.estimatedWork(jobs, job), group);
    return rates.secondsWith(tasks, whole, jobs.tasks(job), job, group);
  }

  double workPerSecond(int job, int group) {
    return rates.workPerSecond(job, group);
  }

  /** Who holds what a job may use in a group, whoever should end first before the others. */
  List<ExplainedDecision.Holder> holders(ClusterReplica replica, int group, int job) {
    List<ExplainedDecision.Holder> holders = new ArrayList<>();
    replica.running().stream()
        .filter(other -> isIn(group, replica.allocation(other), job))
        .forEach(
            other -> {
              long since = replica.startedAt(other);
              long end = since + longestSeconds(other, replica.allocation(other));
              holders.add(new ExplainedDecision.Holder(other, since, end));
            });
    holders.sort(Comparator.comparingLong(ExplainedDecision.Holder::expectedEndSeconds));
    return holders;
  }

  /** Whether something is held in a group that a job may use. */
  boolean isIn(int group, Allocation held, int job) {
    return layout.unions().overlaps(held, group, jobs.request(job));
  }

  /** By its estimate, on the slowest of the device types that it holds. */
  private long longestSeconds(int job, Allocation held) {
    return Arrays.stream(layout.unions().groupsOf(held))
        .mapToLong(group -> seconds(job, held.tasks(), group))
        .max()
        .orElseThrow();
  }
}
