package org.suanwang.scheduling.cycle;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Knows where each request may run at all, and finds at submission the jobs that could never start,
 * however long they waited.
 */
public final class Admission {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final @Nullable JobQuotas quotas;
  private final int[][] groupsOfRequest;
  private final long[][] tasksWhenEmpty;

  /** Where no queue has a quota. */
  public Admission(FleetLayout layout, JobTable jobs) {
    this(layout, jobs, null);
  }

  /** Where queues may have quotas; null where none has. */
  public Admission(FleetLayout layout, JobTable jobs, @Nullable JobQuotas quotas) {
    this.layout = layout;
    this.jobs = jobs;
    this.quotas = quotas;
    List<TaskRequest> requests = jobs.distinctRequests();
    groupsOfRequest = new int[requests.size()][];
    tasksWhenEmpty = new long[requests.size()][];
    for (int i = 0; i < groupsOfRequest.length; i++) {
      count(i, requests.get(i));
    }
  }

  private void count(int index, TaskRequest request) {
    int[] groups = layout.eligibleGroups(request);
    long[] tasks = new long[groups.length];
    for (int i = 0; i < groups.length; i++) {
      tasks[i] = layout.topology().tasksWhenEmpty(groups[i], request);
    }
    groupsOfRequest[index] = groups;
    tasksWhenEmpty[index] = tasks;
  }

  /** The groups whose devices the job may use, in the fleet's order; do not change the array. */
  public int[] eligibleGroups(int job) {
    return groupsOfRequest[jobs.requestIndex(job)];
  }

  /** Why a gang can never start, or empty when it could. */
  public Optional<Decision.Wait> findObstacle(int job) {
    int tasks = jobs.tasksMin(job);
    String region = jobs.regionRequired(job) ? jobs.region(job) : null;
    int request = jobs.requestIndex(job);
    int closest = Decision.Wait.NOWHERE;
    long most = -1;
    for (int i = 0; i < groupsOfRequest[request].length; i++) {
      int group = groupsOfRequest[request][i];
      if (tasksWhenEmpty[request][i] > most && isIn(group, region)) {
        most = tasksWhenEmpty[request][i];
        closest = group;
      }
    }
    if (most >= tasks) {
      return findQuotaObstacle(job);
    }
    return Optional.of(
        closest == Decision.Wait.NOWHERE
            ? new Decision.Wait(WaitReason.NO_DEVICE_TYPE, closest, tasks)
            : new Decision.Wait(WaitReason.NEVER_FITS, closest, tasks - most));
  }

  private Optional<Decision.Wait> findQuotaObstacle(int job) {
    if (quotas == null) {
      return Optional.empty();
    }
    return quotas.findObstacle(job, possibleGroups(job));
  }

  /** The groups that would hold the job if nothing ran, in the fleet's order. */
  int[] possibleGroups(int job) {
    String region = jobs.regionRequired(job) ? jobs.region(job) : null;
    int request = jobs.requestIndex(job);
    int[] groups = groupsOfRequest[request];
    return IntStream.range(0, groups.length)
        .filter(i -> tasksWhenEmpty[request][i] >= jobs.tasksMin(job))
        .map(i -> groups[i])
        .filter(group -> isIn(group, region))
        .toArray();
  }

  private boolean isIn(int group, @Nullable String requiredRegion) {
    return requiredRegion == null
        || layout.hub(layout.groups().get(group)).id().equals(requiredRegion);
  }
}
