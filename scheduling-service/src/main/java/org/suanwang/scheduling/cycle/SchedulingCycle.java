package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.RoomyNodes;
import org.suanwang.scheduling.cluster.SharedDevices;
import org.suanwang.scheduling.cluster.Topology;
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
  private final SchedulingPolicy policy;
  private final GangPlacer placer;
  private final RoomyNodes rooms;
  private final PlaceSearch places;
  private final Admission admission;
  private final NodeGate gate;
  private final OpenGroups groups;

  /**
   * Where a gate says which nodes a job may start on, and another, or null, in which hubs.
   *
   * @param seed of what the policy draws
   */
  public SchedulingCycle(
      ClusterState state,
      JobTable jobs,
      SchedulingPolicy policy,
      Admission admission,
      NodeGate gate,
      @Nullable HubGate hubs,
      long seed) {
    this.groups = new OpenGroups(state.layout(), jobs, admission, hubs);
    this.state = state;
    this.jobs = jobs;
    this.score = policy.score().make(state.layout(), jobs, seed);
    this.admission = admission;
    this.policy = policy;
    this.gate = gate;
    this.rooms = new RoomyNodes(state);
    this.placer = new GangPlacer(state, rooms, policy, score, jobs);
    placer.through(gate);
    this.places = new PlaceSearch(placer, state.layout(), jobs, admission);
  }

  /** Where the job can start now; null when nowhere, without looking for a reason. */
  public Decision.@Nullable Start find(int job) {
    return find(job, Allowance.ALL);
  }

  /**
   * Where the job can start whole now through another gate, as far as it is allowed to; null when
   * nowhere.
   */
  public Decision.@Nullable Start findThrough(NodeGate other, int job, Allowance allowance) {
    placer.through(other);
    placer.within(allowance);
    Decision.Start start = findWhole(job, allowance);
    placer.through(gate);
    return start;
  }

  /** Whether the job could start now if nothing were planned for nodes. */
  public boolean fitsBesidePlans(int job) {
    placer.through(NodeGate.OPEN);
    boolean fits = find(job) != null;
    placer.through(gate);
    return fits;
  }

  /** The same, if nobody else had a reservation. */
  public Decision.@Nullable Start findBesideReservations(int job, Allowance allowance) {
    placer.through(gate.besideReservations());
    Decision.Start start = find(job, allowance);
    placer.through(gate);
    return start;
  }

  /** Where it could start beside reservations if its data were everywhere. */
  public Decision.@Nullable Start findWithoutData(int job, Allowance allowance) {
    groups.heed(false);
    Decision.Start start = findBesideReservations(job, allowance);
    groups.heed(true);
    return start;
  }

  /** Where the job can start now, as far as it is allowed to; null when nowhere. */
  public Decision.@Nullable Start find(int job, Allowance allowance) {
    placer.within(allowance);
    Decision.Start whole = findWhole(job, allowance);
    return whole == null && jobs.isElastic(job) ? findPart(job, allowance) : whole;
  }

  /** With all its tasks: on one device type, else over several. */
  private Decision.@Nullable Start findWhole(int job, Allowance allowance) {
    Decision.Start whole = findWhole(job, groups.single(job), allowance);
    return whole == null && admission.eligibleUnions(job).length > 0
        ? findWhole(job, groups.unions(job), allowance)
        : whole;
  }

  private Decision.@Nullable Start findWhole(int job, int[] among, Allowance allowance) {
    Decision.Start home = inOwnRegion(job, among, allowance);
    return home != null || jobs.regionRequired(job) ? home : inBestGroup(job, among, allowance);
  }

  /** Where most of its tasks find a place, and as many as it is content with; first at home. */
  private Decision.@Nullable Start findPart(int job, Allowance allowance) {
    Decision.Start best = null;
    int most = 0;
    for (int group : groupsFor(job)) {
      int tasks = places.most(group, job, allowance);
      if (tasks > most) {
        most = tasks;
        best = placer.toDecision(group);
      }
    }
    return best;
  }

  /**
   * How the job can start now in this group, or union of groups, one of those it may use; null when
   * it cannot.
   */
  public Decision.@Nullable Start findIn(int group, int job) {
    return findIn(group, job, Allowance.ALL);
  }

  /** The same as far as the job is allowed to. */
  public Decision.@Nullable Start findIn(int group, int job, Allowance allowance) {
    placer.within(allowance);
    return places.most(group, job, allowance) > 0 ? placer.toDecision(group) : null;
  }

  /** How the job can start there now with just so many tasks; null when it cannot. */
  public Decision.@Nullable Start findJust(int tasks, int group, int job, Allowance allowance) {
    placer.within(allowance);
    return places.areAll(group, job, tasks, allowance) ? placer.toDecision(group) : null;
  }

  /** Whether it can: whole, else with as many tasks as it is content with. */
  public boolean fitsIn(int group, int job, Allowance allowance) {
    placer.within(allowance);
    return places.isWhole(group, job, allowance)
        || (jobs.isElastic(job) && places.most(group, job, allowance) > 0);
  }

  /**
   * Where at most so many more tasks of a job find a place beside what it holds, on the same device
   * types, as far as it is allowed to, and in the unit of the network that must hold all of them;
   * null when none does.
   */
  public Decision.@Nullable Start findMore(
      Allocation held, int job, int tasks, Allowance allowance) {
    int group = held.group();
    int most = Math.min(tasks, allowance.tasks(group));
    if (most < 1) {
      return null;
    }
    placer.within(allowance);
    if (state.layout().isUnion(group)) {
      placer.spreadOver(state.layout().unions().poolsOf(held));
    }
    TopologyLevel widest = jobs.request(job).terms().widestLevel();
    Topology.Unit inside =
        widest == TopologyLevel.HUB
            ? new Topology.Unit(0, state.layout().nodes())
            : state.layout().topology().unitOf(held.nodes()[0], group, widest);
    int placed = placer.placeMore(held.tasks(), inside, group, job, most, 1);
    return placed > 0 ? placer.toDecision(group) : null;
  }

  /** For how many tasks of a job a node of a group has room now, whatever the job is allowed. */
  public int room(int node, int group, int job) {
    return policy.accepts(state, node, jobs.request(job)) && gate.refusal(job, group, node) == null
        ? state.tasksThatFit(node, jobs.request(job))
        : 0;
  }

  /** Whether a job may run on the nodes of a gang of its shape beside it. */
  public boolean fitsBeside(Allocation held, int job) {
    return SharedDevices.take(state, held, jobs.request(job))
        && Arrays.stream(held.nodes()).allMatch(n -> gate.refusal(job, held.group(), n) == null);
  }

  private Decision.@Nullable Start inOwnRegion(int job, int[] among, Allowance allowance) {
    String region = jobs.region(job);
    if (region == null) {
      return null;
    }
    for (int group : among) {
      if (groups.isIn(group, region) && places.isWhole(group, job, allowance)) {
        return placer.toDecision(group);
      }
    }
    return null;
  }

  private Decision.@Nullable Start inBestGroup(int job, int[] among, Allowance allowance) {
    boolean firstWins = score.scan() == NodeScore.Scan.FIRST_NODE;
    Decision.Start best = null;
    PlaceQuality highest = PlaceQuality.WORST;
    for (int group : among) {
      if (places.isWhole(group, job, allowance) && placer.quality().isBetterThan(highest)) {
        best = placer.toDecision(group);
        highest = placer.quality();
        if (firstWins) {
          break;
        }
      }
    }
    return best;
  }

  /** Gives a gang what was decided for it. */
  public Allocation carryOut(int job, Decision.Start start) {
    Allocation given =
        state.allocate(
            start.group(),
            jobs.request(job),
            start.nodes(),
            start.tasksOnNode(),
            score.of(job)::chooseDevice);
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

  /** Whether a group would hold the job if nothing ran. */
  public boolean isPossible(int group, int job) {
    return admission.isPossible(group, job);
  }

  /** How many tasks a group, or union of groups, would hold if nothing ran, as far as allowed. */
  public int mostTasks(int group, int job, Allowance allowance) {
    return admission.mostTasks(group, job, allowance);
  }

  /** The groups of a union over which a job may be spread, the fastest for it first. */
  public int[] fastestFirst(int union, int job) {
    return admission.spreads().fastestFirst(union, job);
  }

  /** The groups that would hold the job if nothing ran, in the fleet's order. */
  public int[] possibleGroups(int job) {
    return groups.possible(job);
  }

  /** What quotas mean for the jobs that are decided here. */
  public QuotaObstacles obstacles(JobQuotas quotas) {
    return new QuotaObstacles(this, admission, jobs, quotas);
  }

  /** Why a job that cannot start now cannot. */
  public Decision.Wait explain(int job) {
    Decision.Start elsewhere = groups.isGated(job) ? findWithoutData(job, Allowance.ALL) : null;
    if (elsewhere != null) {
      return new Decision.Wait(WaitReason.DATA_ELSEWHERE, elsewhere.group(), 0);
    }
    int[] all = admission.everywhereFor(job);
    if (jobs.regionRequired(job)) {
      String region = jobs.region(job);
      all = Arrays.stream(all).filter(g -> groups.isIn(g, region)).toArray();
    }
    NodeGate planned = gate.besideReservations();
    return new WaitExplanation(state, rooms, planned, jobs, job, all).explain();
  }
}
