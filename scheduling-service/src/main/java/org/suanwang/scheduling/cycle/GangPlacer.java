package org.suanwang.scheduling.cycle;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.NodeSearch;
import org.suanwang.scheduling.cluster.RoomyNodes;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.ScoreCache;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/**
 * Finds nodes for one gang inside one group, best nodes first, without changing anything. The
 * arrays are kept between calls; {@link #toDecision} copies what was found.
 */
final class GangPlacer {
  private final JobTable jobs;
  private final ClusterState state;
  private final NodeSearch search;
  private final NodeScore scoreOfAll;
  private NodeScore score;
  private final ScoreCache scores;
  private int requestIndex;
  private final Gang gang;
  private final Candidates candidates = new Candidates();
  private final NodeWalk walk;
  private final FullestNodes fullest;
  private final UnitSearch units;
  private final Topology.Unit wholeGroup;
  private int fromNode;
  private int toNode;
  private int height;
  private final OpenNodes open;

  GangPlacer(
      ClusterState state,
      RoomyNodes rooms,
      SchedulingPolicy policy,
      NodeScore score,
      JobTable jobs) {
    this.jobs = jobs;
    this.scoreOfAll = score;
    this.score = score;
    this.scores = new ScoreCache(state, score::score, jobs.distinctRequests().size());
    this.walk = new NodeWalk(state, policy, score, jobs.distinctRequests().size());
    this.state = state;
    this.search = new NodeSearch(state, rooms);
    this.open = new OpenNodes(state, policy);
    this.gang = new Gang(state, open);
    this.fullest = new FullestNodes(state, score);
    this.units = new UnitSearch(state, search, rooms, open::accept);
    this.wholeGroup = new Topology.Unit(0, state.layout().nodes());
  }

  /** Which nodes the next jobs may start on. */
  void through(NodeGate newGate) {
    open.through(newGate);
  }

  /** Of a union of groups only these pools are looked at from now on. */
  void spreadOver(List<FleetLayout.PoolSpan> pools) {
    search.spreadOver(pools);
  }

  /** Of a union of groups the next job may have so many tasks in each of them. */
  void within(Allowance allowance) {
    open.within(allowance);
  }

  /** For how many of the tasks there is a place in this group now; 0 where fewer than wanted. */
  int placeMost(int group, int job, int tasks, int atLeast) {
    return placeMore(0, wholeGroup, group, job, tasks, atLeast);
  }

  /** The same of a job that has so many tasks there already, in a unit that must hold all. */
  int placeMore(int tasksHeld, Topology.Unit inside, int group, int job, int tasks, int atLeast) {
    score = scoreOfAll.of(job);
    open.begin(group, job, tasksHeld + atLeast);
    requestIndex = jobs.requestIndex(job);
    TaskRequest request = jobs.request(job);
    gang.begin(0);
    height = 0;
    if (!search.mayFit(group, request, atLeast)) {
      return 0;
    }
    TopologyRule rule = request.terms().topology();
    if ((rule == null && !score.consolidates()) || !inside.equals(wholeGroup)) {
      return placeIn(inside, group, request, tasks, atLeast);
    }
    int widest = request.terms().widestLevel().height();
    int placed = 0;
    height = rule == null || score.consolidates() ? 0 : rule.level().height();
    while (placed == 0 && height <= widest) {
      placed = placeAt(TopologyLevel.at(height), group, request, tasks, atLeast);
      height += placed == 0 ? 1 : 0;
    }
    return placed;
  }

  /** The same within one unit of a level: of those that hold all, the one with least room. */
  private int placeAt(TopologyLevel level, int group, TaskRequest request, int tasks, int atLeast) {
    if (level == TopologyLevel.HUB || (level == TopologyLevel.NODE && tasks == 1)) {
      return placeIn(wholeGroup, group, request, tasks, atLeast);
    }
    boolean firstWins = score.scan() == NodeScore.Scan.FIRST_NODE;
    int most = 0;
    Topology.Unit best = wholeGroup;
    units.begin(level, group, request, atLeast, atLeast < tasks, firstWins);
    for (Topology.Unit unit = units.next(); unit != null; unit = units.next()) {
      int placed = placeIn(unit, group, request, tasks, atLeast);
      if (placed == tasks) {
        return placed;
      }
      best = placed > most ? unit : best;
      most = Math.max(most, placed);
    }
    return most == 0 ? 0 : placeIn(best, group, request, tasks, atLeast);
  }

  private int placeIn(Topology.Unit unit, int group, TaskRequest request, int tasks, int atLeast) {
    fromNode = unit.fromNode();
    toNode = unit.toNode();
    gang.begin(tasks);
    open.clear(search.pools(group));
    switch (score.scan()) {
      case FIRST_NODE -> placeInOrder(group, request);
      case FULLEST_FIRST -> placeFullestFirst(group, request);
      case EVERY_NODE, EVERY_NODE_FOR_EACH_JOB -> placeBestOfAll(group, request);
    }
    int placed = tasks - gang.remaining();
    return placed < atLeast ? 0 : placed;
  }

  /** Whether a search has come upon a node of the unit that is looked at. */
  private boolean isInside(int node) {
    return node != NodeSearch.NONE && node < toNode;
  }

  private void placeInOrder(int group, TaskRequest request) {
    int node = search.next(group, request, fromNode);
    int refused = 0;
    while (isInside(node) && gang.remaining() > 0) {
      if (open.accept(node, request)) {
        gang.take(node, request, 0);
        refused = Math.min(refused, RoomyNodes.LOOKS);
      } else {
        refused = refused < RoomyNodes.LOOKS ? refused + 1 : 0;
      }
      node =
          refused < RoomyNodes.LOOKS
              ? search.next(group, request, node + 1)
              : search.nextWithRoom(group, request, node + 1);
    }
  }

  private void placeBestOfAll(int group, TaskRequest request) {
    if (toNode - fromNode == state.layout().nodes() && !state.layout().isUnion(group)) {
      placeBestFirst(group, request);
      return;
    }
    candidates.clear();
    int node = search.next(group, request, fromNode);
    while (isInside(node)) {
      consider(node, request);
      node = search.next(group, request, node + 1);
    }
    takeBest(request);
  }

  private void placeBestFirst(int group, TaskRequest request) {
    walk.begin(group, request, requestIndex, score, gang.remaining());
    for (int node = walk.next(); node != NodeWalk.NONE; node = walk.nextIf(gang.remaining() > 0)) {
      if (open.pass(node)) {
        gang.take(node, request, walk.worse());
      }
    }
  }

  private void placeFullestFirst(int group, TaskRequest request) {
    if (request.isFractional()) {
      gang.goes(true);
      placeOnShared(group, request);
      gang.goes(false);
    }
    int widest = search.devicesPerNodeMax(group);
    int narrowest = request.isFractional() ? 1 : request.devices();
    for (int free = narrowest; free <= widest && gang.remaining() > 0; free++) {
      int busy = search.countBusy(group, free);
      if (busy > FullestNodes.MANY && isWhole() && FullestNodes.know(request, gang)) {
        fullest.begin(search.groups(group), request, free);
        takeFullest(request);
        return;
      }
      placeOnNodesWith(free, busy > 0, group, request);
    }
  }

  /** Whether all of a group is looked at, and nothing is planned for its nodes. */
  private boolean isWhole() {
    return toNode - fromNode == state.layout().nodes() && open.areUnplanned();
  }

  private void takeFullest(TaskRequest request) {
    int node = fullest.next(open::passGroup);
    while (node != FullestNodes.NONE) {
      if (gang.room(node, request) > 0 && open.accept(node, request)) {
        gang.take(node, request, fullest.worse());
      }
      node = gang.remaining() > 0 ? fullest.next(open::passGroup) : FullestNodes.NONE;
    }
  }

  private void placeOnShared(int group, TaskRequest request) {
    candidates.clear();
    int node = search.nextShared(group, request.deviceMilli(), fromNode);
    boolean isKnown = isWhole() && FullestNodes.know(request, gang);
    int looks = 0;
    while (isInside(node)) {
      if (isKnown && ++looks > FullestNodes.MANY) {
        fullest.beginShared(search.groups(group), request);
        takeFullest(request);
        return;
      }
      if (state.tasksOnSharedDevices(node, request) > 0) {
        consider(node, request);
      }
      node = search.nextShared(group, request.deviceMilli(), node + 1);
    }
    takeBest(request);
  }

  private void placeOnNodesWith(int freeDevices, boolean areBusy, int group, TaskRequest request) {
    candidates.clear();
    int node = areBusy ? search.nextBusy(group, freeDevices, fromNode) : NodeSearch.NONE;
    while (isInside(node)) {
      if (gang.room(node, request) > 0) {
        consider(node, request);
      }
      node = search.nextBusy(group, freeDevices, node + 1);
    }
    for (FleetLayout.PoolSpan pool : search.pools(group)) {
      if (pool.pool().devicesPerNode() == freeDevices) {
        considerIdle(pool, request);
      }
    }
    takeBest(request);
  }

  /**
   * Idle nodes of a pool are alike: no more of them than tasks, none if the first will not do. But
   * where there is a gate, they are not.
   */
  private void considerIdle(FleetLayout.PoolSpan pool, TaskRequest request) {
    int node = search.nextIdle(pool, fromNode);
    int considered = 0;
    while (considered < gang.remaining() && isInside(node)) {
      if (consider(node, request)) {
        considered++;
      } else if (open.areUnplanned()) {
        return;
      }
      node = search.nextIdle(pool, node + 1);
    }
  }

  private boolean consider(int node, TaskRequest request) {
    if (!open.accept(node, request)) {
      return false;
    }
    int own =
        score.scan() == NodeScore.Scan.EVERY_NODE
            ? scores.score(node, request, requestIndex)
            : score.score(state, node, request);
    candidates.add(score.nodeOrder().place(node), (long) NodeScore.SCORE_MAX - own);
    return true;
  }

  private void takeBest(TaskRequest request) {
    candidates.sort(gang.remaining());
    for (int i = 0; i < candidates.size() && gang.remaining() > 0; i++) {
      gang.take(score.nodeOrder().node(candidates.place(i)), request, candidates.worse(i));
    }
  }

  /** How good the place is that was found. */
  PlaceQuality quality() {
    return new PlaceQuality(
        height, gang.scoreSum(), score.nodeOrder().placeInFleet(gang.firstNode()));
  }

  Decision.Start toDecision(int group) {
    return gang.toDecision(group);
  }
}
