package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Reach;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.HubTerms;
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
  private final MixedSpreads spreads;
  private final Reach reach;
  private final @Nullable NamedNodes named;
  private final SchedulingPolicy policy;
  private final int[][] groupsOfRequest;
  private final int[][] unionsOfRequest;
  private final long[][] tasksWhenEmpty;

  /** Where no queue has a quota. */
  public Admission(FleetLayout layout, JobTable jobs, SchedulingPolicy policy) {
    this(layout, jobs, policy, null, Pace.ALIKE);
  }

  /**
   * Where queues may have quotas.
   *
   * @param policy whose filters may refuse groups
   * @param quotas null where no queue has any
   * @param pace by which the faster device types are told for mixed gangs
   */
  public Admission(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      @Nullable JobQuotas quotas,
      Pace pace) {
    this.policy = policy;
    this.layout = layout;
    this.jobs = jobs;
    this.quotas = quotas;
    spreads = new MixedSpreads(layout, jobs, policy, pace);
    reach = layout.reach();
    named = NamedNodes.of(layout, jobs);
    List<TaskRequest> requests = jobs.distinctRequests();
    groupsOfRequest = new int[requests.size()][];
    unionsOfRequest = new int[requests.size()][];
    tasksWhenEmpty = new long[requests.size()][];
    for (int i = 0; i < groupsOfRequest.length; i++) {
      count(i, requests.get(i));
    }
  }

  private void count(int index, TaskRequest request) {
    HubTerms hubs = request.terms().hubs();
    groupsOfRequest[index] = admitted(request, allowed(hubs, layout.eligibleGroups(request)));
    unionsOfRequest[index] = allowed(hubs, layout.unions().eligible(request));
    int[] all = everywhere(index);
    long[] tasks = new long[all.length];
    for (int i = 0; i < all.length; i++) {
      tasks[i] = tasksWhenEmpty(all[i], request);
    }
    tasksWhenEmpty[index] = tasks;
  }

  /** Of a union in those of its groups that the policy lets the request into. */
  private long tasksWhenEmpty(int place, TaskRequest request) {
    Topology topology = layout.topology();
    return isUnion(place)
        ? topology.tasksWhenEmpty(
            place, request, group -> admits(group, request) ? Integer.MAX_VALUE : 0)
        : topology.tasksWhenEmpty(place, request);
  }

  private boolean admits(int group, TaskRequest request) {
    return policy.admits(layout, layout.group(group), request);
  }

  private int[] admitted(TaskRequest request, int[] groups) {
    return Arrays.stream(groups).filter(g -> admits(g, request)).toArray();
  }

  /** Those in hubs that are near enough, and that the data can reach. */
  private int[] allowed(HubTerms hubs, int[] groups) {
    return hubs.allowsAny()
        ? groups
        : Arrays.stream(groups).filter(g -> reach.allows(hubs, layout.group(g).hub())).toArray();
  }

  /** Groups, then unions of them. */
  private int[] everywhere(int request) {
    int[] groups = groupsOfRequest[request];
    int[] unions = unionsOfRequest[request];
    return unions.length == 0 ? groups : joined(groups, unions);
  }

  /** The groups whose devices the job may use, in the fleet's order; do not change the array. */
  public int[] eligibleGroups(int job) {
    return groupsOf(jobs.requestIndex(job));
  }

  /** The same for all jobs with a request, by its index among the distinct ones. */
  public int[] groupsOf(int request) {
    return groupsOfRequest[request];
  }

  /** The unions of groups over which the job may be spread; none but for mixed gangs. */
  public int[] eligibleUnions(int job) {
    return unionsOfRequest[jobs.requestIndex(job)];
  }

  /**
   * Where the job may run, and could but for the filters of the policy; unions first: a union never
   * has less room than its groups, so of those that are as close it is the one to name.
   */
  int[] everywhereFor(int job) {
    TaskRequest request = jobs.request(job);
    return joined(
        eligibleUnions(job), allowed(request.terms().hubs(), layout.eligibleGroups(request)));
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  /** How mixed gangs may be spread over unions. */
  MixedSpreads spreads() {
    return spreads;
  }

  /** The nodes that jobs name to start on; null when none does. */
  public @Nullable NamedNodes named() {
    return named;
  }

  /** Why a gang can never start, or empty when it could. */
  public Optional<Decision.Wait> findObstacle(int job) {
    Decision.Wait byNodes = named == null ? null : named.findObstacle(job);
    return byNodes == null ? findObstacleAnywhere(job) : Optional.of(byNodes);
  }

  private Optional<Decision.Wait> findObstacleAnywhere(int job) {
    int tasks = jobs.tasksMin(job);
    String region = jobs.regionRequired(job) ? jobs.region(job) : null;
    int request = jobs.requestIndex(job);
    int closest = Decision.Wait.NOWHERE;
    long most = -1;
    int[] all = everywhere(request);
    for (int i = 0; i < all.length; i++) {
      int group = all[i];
      if (tasksWhenEmpty[request][i] > most && isIn(group, region)) {
        most = tasksWhenEmpty[request][i];
        closest = group;
      }
    }
    if (most >= tasks) {
      return findQuotaObstacle(job);
    }
    Decision.Wait byFilter = filterObstacle(job, region);
    if (byFilter != null) {
      return Optional.of(byFilter);
    }
    Decision.Wait byHub = hubObstacle(job, region);
    if (byHub != null) {
      return Optional.of(byHub);
    }
    return Optional.of(
        closest == Decision.Wait.NOWHERE
            ? new Decision.Wait(WaitReason.NO_DEVICE_TYPE, closest, tasks)
            : new Decision.Wait(WaitReason.NEVER_FITS, closest, tasks - most));
  }

  /** That groups would hold it but for the filters of the policy; null when none would. */
  private Decision.@Nullable Wait filterObstacle(int job, @Nullable String region) {
    TaskRequest request = jobs.request(job);
    return Arrays.stream(everywhereFor(job))
        .filter(group -> isIn(group, region))
        .filter(g -> layout.topology().tasksWhenEmpty(g, request) >= jobs.tasksMin(job))
        .mapToObj(g -> new Decision.Wait(WaitReason.REFUSED_BY_FILTER, g, jobs.tasksMin(job)))
        .findFirst()
        .orElse(null);
  }

  /** That groups would hold it but for the hubs they are in; null when none would. */
  private Decision.@Nullable Wait hubObstacle(int job, @Nullable String region) {
    TaskRequest request = jobs.request(job);
    HubTerms hubs = request.terms().hubs();
    if (hubs.allowsAny()) {
      return null;
    }
    int[] holding =
        IntStream.concat(
                Arrays.stream(layout.eligibleGroups(request)),
                Arrays.stream(layout.unions().eligible(request)))
            .filter(group -> isIn(group, region))
            .filter(g -> layout.topology().tasksWhenEmpty(g, request) >= jobs.tasksMin(job))
            .toArray();
    if (holding.length == 0) {
      return null;
    }
    boolean isNear =
        Arrays.stream(holding).anyMatch(g -> reach.isNear(hubs.latency(), layout.group(g).hub()));
    return new Decision.Wait(
        isNear ? WaitReason.DATA_OUT_OF_REACH : WaitReason.LATENCY_TOO_HIGH, holding[0], 0);
  }

  private Optional<Decision.Wait> findQuotaObstacle(int job) {
    if (quotas == null) {
      return Optional.empty();
    }
    return quotas.findObstacle(job, possiblePlaces(job), this);
  }

  /**
   * How many tasks of a job find a place in one of the groups, or unions, that it may use if
   * nothing runs, as far as it is allowed to.
   */
  int mostTasks(int place, int job, Allowance allowance) {
    long most =
        isUnion(place)
            ? layout
                .topology()
                .tasksWhenEmpty(
                    place,
                    jobs.request(job),
                    group -> admits(group, jobs.request(job)) ? allowance.tasks(group) : 0)
            : tasksWhenEmpty(place, job);
    return (int) Math.min(most, allowance.tasks(place));
  }

  boolean isUnion(int place) {
    return layout.isUnion(place);
  }

  private long tasksWhenEmpty(int group, int job) {
    int request = jobs.requestIndex(job);
    int at = Arrays.binarySearch(groupsOfRequest[request], group);
    return at < 0 ? 0 : tasksWhenEmpty[request][at];
  }

  /** Whether one of the groups that the job may use would hold it if nothing ran. */
  boolean isPossible(int group, int job) {
    return tasksWhenEmpty(group, job) >= jobs.tasksMin(job);
  }

  /** The single groups that would hold the job if nothing ran, in the fleet's order. */
  int[] possibleGroups(int job) {
    return possible(job, groupsOfRequest[jobs.requestIndex(job)], group -> true);
  }

  /** The same, and after them the unions over which it may be spread and that would hold it. */
  int[] possiblePlaces(int job) {
    return possible(job, everywhere(jobs.requestIndex(job)), place -> true);
  }

  private int[] possible(int job, int[] firstOfAll, IntPredicate isOpen) {
    String region = jobs.regionRequired(job) ? jobs.region(job) : null;
    long[] empty = tasksWhenEmpty[jobs.requestIndex(job)];
    int[] possible = new int[firstOfAll.length];
    int count = 0;
    for (int i = 0; i < firstOfAll.length; i++) {
      boolean holds = empty[i] >= jobs.tasksMin(job);
      if (holds && isIn(firstOfAll[i], region) && isOpen.test(firstOfAll[i])) {
        possible[count++] = firstOfAll[i];
      }
    }
    return Arrays.copyOf(possible, count);
  }

  /** Whether one of these groups could hold the job if nothing ran, and its queue used nothing. */
  boolean couldHold(int job, IntPredicate isOpen) {
    int[] holding = possible(job, everywhere(jobs.requestIndex(job)), isOpen);
    return holding.length > 0
        && (quotas == null || quotas.findObstacle(job, holding, this).isEmpty());
  }

  private boolean isIn(int group, @Nullable String requiredRegion) {
    return requiredRegion == null || layout.hub(layout.group(group)).id().equals(requiredRegion);
  }
}
