package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/** For how many of the jobs that wait a group is one that they may use; by device type and hub. */
final class Askers {
  private final JobTable jobs;
  private final FleetLayout layout;
  private final BitSet waiting = new BitSet();
  private final int[] inGroup;
  private final boolean areCounted;

  /** Nobody is counted where no job is elastic. */
  Askers(SimulationInput input) {
    jobs = input.jobs();
    layout = input.layout();
    inGroup = new int[layout.groups().size()];
    areCounted = jobs.elasticJobs() > 0;
  }

  /** A job waits, for the first time or again. */
  void add(int job) {
    if (areCounted && !waiting.get(job)) {
      waiting.set(job);
      for (int group : groups(job)) {
        inGroup[group]++;
      }
    }
  }

  /** A job that may have waited does not; returns whether nobody asks any more for some group. */
  boolean remove(int job) {
    boolean isLast = false;
    if (waiting.get(job)) {
      waiting.clear(job);
      for (int group : groups(job)) {
        inGroup[group]--;
        isLast |= inGroup[group] == 0;
      }
    }
    return isLast;
  }

  private int[] groups(int job) {
    int[] eligible = layout.eligibleGroups(jobs.request(job));
    String region = jobs.regionRequired(job) ? jobs.region(job) : null;
    return region == null
        ? eligible
        : Arrays.stream(eligible)
            .filter(group -> layout.hub(layout.group(group)).id().equals(region))
            .toArray();
  }

  /** Whether anybody who waits may use a group. */
  boolean ask(int group) {
    return inGroup[group] > 0;
  }
}
