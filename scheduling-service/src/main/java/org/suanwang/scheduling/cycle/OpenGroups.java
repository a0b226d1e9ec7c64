package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/** The groups in which a job may start as things are, in the order in which they are tried. */
public final class OpenGroups {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final Admission admission;
  private final @Nullable HubGate gate;
  private boolean isHeeded = true;

  OpenGroups(FleetLayout layout, JobTable jobs, Admission admission, @Nullable HubGate gate) {
    this.layout = layout;
    this.jobs = jobs;
    this.admission = admission;
    this.gate = gate;
  }

  /** From now on the gate of hubs counts, or does not. */
  void heed(boolean isSo) {
    isHeeded = isSo;
  }

  /** Single groups; do not change the array. */
  int[] single(int job) {
    return open(job, admission.eligibleGroups(job));
  }

  /** Unions of groups; do not change the array. */
  int[] unions(int job) {
    return open(job, admission.eligibleUnions(job));
  }

  /** Whether the gate of hubs may close some to the job. */
  boolean isGated(int job) {
    return gate != null && jobs.request(job).terms().hubs().data() != null;
  }

  private int[] open(int job, int[] groups) {
    if (gate == null || !isHeeded || !isGated(job)) {
      return groups;
    }
    int[] open = new int[groups.length];
    int count = 0;
    for (int group : groups) {
      if (gate.isOpen(job, layout.group(group).hub())) {
        open[count++] = group;
      }
    }
    return count == groups.length ? groups : Arrays.copyOf(open, count);
  }

  /** Those of its own region first, and after them the unions, likewise. */
  int[] ownFirst(int job) {
    int[] groups = ownFirst(job, single(job));
    int[] unions = unions(job);
    return unions.length == 0
        ? groups
        : IntStream.concat(Arrays.stream(groups), Arrays.stream(ownFirst(job, unions))).toArray();
  }

  private int[] ownFirst(int job, int[] groups) {
    String region = jobs.region(job);
    if (region == null) {
      return groups;
    }
    IntStream own = Arrays.stream(groups).filter(g -> isIn(g, region));
    return jobs.regionRequired(job)
        ? own.toArray()
        : IntStream.concat(own, Arrays.stream(groups).filter(g -> !isIn(g, region))).toArray();
  }

  /** The single groups that would hold the job if nothing ran. */
  int[] possible(int job) {
    return open(job, admission.possibleGroups(job));
  }

  /** The same with unions of them. */
  public int[] possiblePlaces(int job) {
    return open(job, admission.possiblePlaces(job));
  }

  boolean isIn(int group, @Nullable String region) {
    return layout.hub(layout.group(group)).id().equals(region);
  }

  /** Whether the job could start in one of these hubs if nothing ran, and its data were there. */
  public boolean couldHold(int job, IntPredicate isHub) {
    return admission.couldHold(job, group -> isHub.test(layout.group(group).hub()));
  }
}
