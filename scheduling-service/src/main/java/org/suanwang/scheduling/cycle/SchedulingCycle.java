package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.SharedDevices;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Decides for one job at a time: filter, score, place the gang whole or not at all, else wait with
 * a reason. Nothing changes here; the decision is data.
 *
 * <p>A job's own region is tried first and taken if it fits. Otherwise the first hub that fits, or,
 * if the policy scores nodes, the hub whose nodes fit best.
 */
public final class SchedulingCycle {
  private final ClusterState state;
  private final JobTable jobs;
  private final NodeScore score;
  private final GangPlacer placer;
  private final Admission admission;
  private final NodeGate gate;
  private final OpenGroups groups;

  /** Where every job may start on every node. */
  public SchedulingCycle(
      ClusterState state, JobTable jobs, SchedulingPolicy policy, Admission admission) {
    this(state, jobs, policy, admission, NodeGate.OPEN, null);
  }

  /** Where a gate says which nodes a job may start on, and another, or null, in which hubs. */
  public SchedulingCycle(
      ClusterState state,
      JobTable jobs,
      SchedulingPolicy policy,
      Admission admission,
      NodeGate gate,
      @Nullable HubGate hubs) {
    this.groups = new OpenGroups(state.layout(), jobs, admission, hubs);
    this.state = state;
    this.jobs = jobs;
    this.score = policy.score().maker().make(state.layout(), jobs);
    this.admission = admission;
    this.gate = gate;
    this.placer = new GangPlacer(state, policy, score, jobs);
    placer.through(gate);
  }

  public Decision decide(int job) {
    Decision.Start start = find(job);
    return start == null ? explain(job) : start;
  }

  /** Where the job can start now; null when nowhere, without looking for a reason. */
  public Decision.@Nullable Start find(int job) {
    return find(job, group -> true);
  }

  /**
   * Where the job can start whole now through another gate, of the groups that are open to it; null
   * when nowhere.
   */
  public Decision.@Nullable Start findThrough(NodeGate other, int job, IntPredicate isOpen) {
    placer.through(other);
    Decision.Start start = findWhole(job, isOpen);
    placer.through(gate);
    return start;
  }

  /** Where the job can start now but in this group; null when nowhere. */
  public Decision.@Nullable Start findBeside(int barred, int job) {
    return find(job, group -> group != barred);
  }

  /** Where the job can start now, of the groups that are open to it; null when nowhere. */
  public Decision.@Nullable Start find(int job, IntPredicate isOpen) {
    Decision.Start whole = findWhole(job, isOpen);
    return whole == null && jobs.isElastic(job) ? findPart(job, isOpen) : whole;
  }

  /** With all its tasks: on one device type, else over several. */
  private Decision.@Nullable Start findWhole(int job, IntPredicate isOpen) {
    Decision.Start whole = findWhole(job, groups.single(job), isOpen);
    return whole == null && admission.eligibleUnions(job).length > 0
        ? findWhole(job, groups.unions(job), isOpen)
        : whole;
  }

  private Decision.@Nullable Start findWhole(int job, int[] groups, IntPredicate isOpen) {
    Decision.Start home = inOwnRegion(job, groups, isOpen);
    return home != null || jobs.regionRequired(job) ? home : inBestGroup(job, groups, isOpen);
  }

  /** Where most of its tasks find a place, and as many as it is content with; first at home. */
  private Decision.@Nullable Start findPart(int job, IntPredicate isOpen) {
    Decision.Start best = null;
    int most = 0;
    for (int group : groupsFor(job)) {
      int tasks = isOpen.test(group) ? placeMost(group, job) : 0;
      if (tasks > most) {
        most = tasks;
        best = placer.toDecision(group);
      }
    }
    return best;
  }

  private int placeMost(int group, int job) {
    return placeMost(group, job, jobs.tasks(job), jobs.tasksMin(job));
  }

  private int placeMost(int group, int job, int tasks, int atLeast) {
    if (state.layout().isUnion(group)) {
      return placeSpread(group, job, tasks, atLeast);
    }
    return placer.placeMost(group, job, tasks, atLeast);
  }

  /** Over as few of the fastest device types as will do, or on which most tasks find a place. */
  private int placeSpread(int union, int job, int tasks, int atLeast) {
    List<FleetLayout.PoolSpan> best = List.of();
    int most = 0;
    int placed = 0;
    for (List<FleetLayout.PoolSpan> pools : admission.spreads(union, job)) {
      placed = placeOver(pools, union, job, tasks, atLeast);
      best = placed > most ? pools : best;
      most = Math.max(most, placed);
      if (placed == tasks) {
        return placed;
      }
    }
    return most == 0 ? 0 : placeOver(best, union, job, tasks, atLeast);
  }

  private int placeOver(
      List<FleetLayout.PoolSpan> pools, int union, int job, int tasks, int atLeast) {
    placer.spreadOver(pools);
    return placer.placeMost(union, job, tasks, atLeast);
  }

  /**
   * How the job can start now in this group, or union of groups, one of those it may use; null when
   * it cannot.
   */
  public Decision.@Nullable Start findIn(int group, int job) {
    return placeMost(group, job) > 0 ? placer.toDecision(group) : null;
  }

  /**
   * Where at most so many more tasks of a job find a place beside what it holds, on the same device
   * types; null when none does, or when all of them must be together in one unit of the network.
   */
  public Decision.@Nullable Start findMore(Allocation held, int job, int tasks) {
    int group = held.group();
    if (jobs.request(job).terms().widestLevel() != TopologyLevel.HUB) {
      return null;
    }
    if (state.layout().isUnion(group)) {
      placer.spreadOver(state.layout().unions().poolsOf(held));
    }
    int placed = placer.placeMost(group, job, tasks, 1);
    return placed > 0 ? placer.toDecision(group) : null;
  }

  /** Whether a job may run on the nodes of a gang of its shape beside it. */
  public boolean fitsBeside(Allocation held, int job) {
    return SharedDevices.take(state, held, jobs.request(job))
        && Arrays.stream(held.nodes()).allMatch(n -> gate.refusal(job, held.group(), n) == null);
  }

  private Decision.@Nullable Start inOwnRegion(int job, int[] among, IntPredicate isOpen) {
    String region = jobs.region(job);
    if (region == null) {
      return null;
    }
    for (int group : among) {
      if (groups.isIn(group, region) && isOpen.test(group) && isPlaced(group, job)) {
        return placer.toDecision(group);
      }
    }
    return null;
  }

  private Decision.@Nullable Start inBestGroup(int job, int[] groups, IntPredicate isOpen) {
    boolean firstWins = score.scan() == NodeScore.Scan.FIRST_NODE;
    Decision.Start best = null;
    long leastBadness = Long.MAX_VALUE;
    int lowest = Integer.MAX_VALUE;
    for (int group : groups) {
      if (isOpen.test(group)
          && isPlaced(group, job)
          && (placer.height() < lowest
              || (placer.height() == lowest && placer.badness() < leastBadness))) {
        best = placer.toDecision(group);
        leastBadness = placer.badness();
        lowest = placer.height();
        if (firstWins) {
          break;
        }
      }
    }
    return best;
  }

  private boolean isPlaced(int group, int job) {
    return placeMost(group, job, jobs.tasks(job), jobs.tasks(job)) == jobs.tasks(job);
  }

  /** Gives a gang what was decided for it. */
  public Allocation carryOut(int job, Decision.Start start) {
    Allocation given =
        state.allocate(
            start.group(),
            jobs.request(job),
            start.nodes(),
            start.tasksOnNode(),
            score::chooseDevice);
    return state.layout().unions().narrowed(given);
  }

  /** What a job would hold if it started where it was decided: the very devices. */
  public Allocation foresee(int job, Decision.Start start) {
    Allocation allocation = carryOut(job, start);
    state.release(allocation, jobs.request(job));
    return allocation;
  }

  /**
   * The groups the job may use, those of its own region first, and after them the unions over which
   * it may be spread, likewise; do not change the array.
   */
  public int[] groupsFor(int job) {
    return groups.ownFirst(job);
  }

  /** Where jobs may start as things are. */
  public OpenGroups groups() {
    return groups;
  }

  /** Where the job could start now, of the groups open to it, if its data were everywhere. */
  public Decision.@Nullable Start findWithoutData(int job, IntPredicate isOpen) {
    groups.heed(false);
    Decision.Start start = find(job, isOpen);
    groups.heed(true);
    return start;
  }

  /** Whether a group would hold the job if nothing ran. */
  public boolean isPossible(int group, int job) {
    return admission.isPossible(group, job);
  }

  /** The groups that would hold the job if nothing ran, in the fleet's order. */
  public int[] possibleGroups(int job) {
    return groups.possible(job);
  }

  /** Why a job that quotas keep from starting now must wait. */
  public Decision.Wait explainByQuota(int job, JobQuotas quotas) {
    int[] closed =
        Arrays.stream(groups.possible(job)).filter(group -> !quotas.allows(job, group)).toArray();
    int[] placing = Arrays.stream(closed).filter(group -> isPlaced(group, job)).toArray();
    return quotas.explain(job, placing.length == 0 ? closed : placing);
  }

  /** Whether quotas bar the job, as things are, from all groups that could ever hold it. */
  public boolean isBarred(int job, JobQuotas quotas) {
    return Arrays.stream(groups.possible(job)).noneMatch(g -> quotas.allows(job, g));
  }

  /** Whether the job would start now in a group that quotas bar it from. */
  public boolean isKeptByQuotas(int job, JobQuotas quotas) {
    return find(job, group -> !quotas.allows(job, group)) != null;
  }

  /** Why a job that cannot start now cannot. */
  public Decision.Wait explain(int job) {
    Decision.Start elsewhere = groups.isGated(job) ? findWithoutData(job, group -> true) : null;
    if (elsewhere != null) {
      return new Decision.Wait(WaitReason.DATA_ELSEWHERE, elsewhere.group(), 0);
    }
    int[] all = admission.everywhereFor(job);
    if (jobs.regionRequired(job)) {
      String region = jobs.region(job);
      all = Arrays.stream(all).filter(g -> groups.isIn(g, region)).toArray();
    }
    return new WaitExplanation(state, gate, jobs, job, all).explain();
  }
}
