package org.suanwang.scheduling.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Reach;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.NodeFilter;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.ScorePart;
import org.suanwang.scheduling.simulation.DataSites;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Looks at every node for one job, as its policy would if it looked at all: which refuse it and
 * why, and how those that do not stand to each other. Takes time that grows with the nodes.
 */
final class NodeSurvey {
  /** As many of the nodes that a gang got are shown. */
  static final int CHOSEN_MAX = 20;

  private final ClusterReplica replica;
  private final ClusterState state;
  private final SimulationInput input;
  private final NodeScore score;
  private final NodeGate gate;
  private final BitSet keptFrom;
  private final int job;
  private final TaskRequest request;
  private final Map<NodeRefusal, Integer> refusals = new EnumMap<>(NodeRefusal.class);
  private final List<HubVerdict> hubs = new ArrayList<>();

  /**
   * As things are.
   *
   * @param keptFrom nodes that are kept from the job for the reservations of others
   */
  NodeSurvey(
      ClusterReplica replica,
      SimulationInput input,
      NodeScore score,
      NodeGate gate,
      BitSet keptFrom,
      int job) {
    this.keptFrom = keptFrom;
    this.gate = gate;
    this.replica = replica;
    this.state = replica.state();
    this.input = input;
    this.score = score;
    this.job = job;
    this.request = input.jobs().request(job);
    FleetLayout layout = input.layout();
    Reach reach = layout.reach();
    int[] eligible = layout.eligibleGroups(request);
    for (FleetLayout.Group group : layout.groups()) {
      if (Arrays.binarySearch(eligible, group.index()) < 0) {
        refuse(NodeRefusal.OTHER_DEVICE_TYPE, nodes(group));
      } else if (!isInRegion(group)) {
        refuse(NodeRefusal.OTHER_REGION, nodes(group));
      } else if (!reach.isNear(request.terms().hubs().latency(), group.hub())) {
        refuse(NodeRefusal.TOO_FAR, nodes(group));
      } else if (!reach.isWithin(request.terms().hubs().data(), group.hub())) {
        refuse(NodeRefusal.DATA_OUT_OF_REACH, nodes(group));
      } else {
        hubs.add(visit(group));
      }
    }
  }

  private static int nodes(FleetLayout.Group group) {
    return group.pools().stream().mapToInt(p -> p.pool().nodes()).sum();
  }

  private boolean isInRegion(FleetLayout.Group group) {
    JobTable jobs = input.jobs();
    return !jobs.regionRequired(job) || input.layout().hub(group).id().equals(jobs.region(job));
  }

  private void refuse(NodeRefusal refusal, int nodes) {
    if (nodes > 0) {
      refusals.merge(refusal, nodes, Integer::sum);
    }
  }

  private HubVerdict visit(FleetLayout.Group group) {
    int fitting = 0;
    long tasks = 0;
    for (FleetLayout.PoolSpan span : group.pools()) {
      for (int node = span.firstNode(); node < span.endNode(); node++) {
        NodeRefusal refusal = refusal(group.index(), node);
        if (refusal == null) {
          fitting++;
          tasks += state.tasksThatFit(node, request);
        } else {
          refuse(refusal, 1);
        }
      }
    }
    return new HubVerdict(
        input.layout().hub(group).id(), group.deviceType(), nodes(group), fitting, tasks);
  }

  /** Why a node of an eligible group takes no task; null when it takes one. */
  private @Nullable NodeRefusal refusal(int group, int node) {
    if (state.tasksThatFit(node, request) > 0) {
      boolean isAccepted = input.policy().accepts(state, node, request);
      return isAccepted ? byGate(group, node) : NodeRefusal.REFUSED_BY_FILTER;
    }
    if (replica.isOut(node)) {
      return NodeRefusal.OUT_OF_USE;
    }
    if (request.sharesMemory() && state.tasksThatFit(node, computeOnly()) > 0) {
      if (state.tasksThatFit(node, part(0)) == 0) {
        return NodeRefusal.INSUFFICIENT_DEVICE_MEMORY;
      }
    } else if (state.tasksThatFit(node, part(0)) == 0) {
      return state.freeMilli(node) < request.milliDevices()
          ? NodeRefusal.INSUFFICIENT_DEVICES
          : NodeRefusal.FRAGMENTED_DEVICES;
    }
    return state.tasksThatFit(node, part(request.cpuMilli())) == 0
        ? NodeRefusal.INSUFFICIENT_CPU
        : NodeRefusal.INSUFFICIENT_MEMORY;
  }

  private @Nullable NodeRefusal byGate(int group, int node) {
    WaitReason reason = gate.refusal(job, group, node);
    if (reason == null && keptFrom.get(node)) {
      return NodeRefusal.RESERVED_FOR_JOBS;
    }
    if (reason == null) {
      DataSites sites = replica.sites();
      boolean isThere = sites == null || sites.isOpen(job, input.layout().group(group).hub());
      return isThere ? null : NodeRefusal.DATA_ELSEWHERE;
    }
    return reason == WaitReason.DRAINING ? NodeRefusal.DRAINING : NodeRefusal.KEPT_FOR_OTHERS;
  }

  private TaskRequest computeOnly() {
    return part(0).withTerms(request.terms().withDeviceMemory(0));
  }

  /** What a task asks for without memory. */
  private TaskRequest part(int cpuMilli) {
    return request.withHost(cpuMilli, 0);
  }

  /** The names of the filters that all accepted the nodes that fit. */
  List<String> filters() {
    return input.policy().filters().stream().map(NodeFilter::name).toList();
  }

  Map<NodeRefusal, Integer> refusals() {
    return refusals;
  }

  /** What the hubs with devices for the job have for it. */
  List<HubVerdict> hubs() {
    return hubs;
  }

  /** A node that takes a task; the tier comes before the score. */
  private record Candidate(int node, int tier, int score, int place) {
    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt(Candidate::tier)
            .thenComparing(Comparator.comparingInt(Candidate::score).reversed())
            .thenComparingInt(Candidate::place);
  }

  /**
   * How the nodes of the chosen hub and type stood to each other, before anything was taken; of a
   * gang that is kept together those of the unit that was chosen for it.
   */
  Ranking ranking(Allocation chosen, int runnersUp) {
    List<Candidate> candidates = candidates(chosen);
    candidates.removeIf(c -> !isInUnit(c.node(), chosen));
    BitSet taken = new BitSet();
    Arrays.stream(chosen.nodes()).forEach(taken::set);
    List<RankedNode> chosenNodes = new ArrayList<>();
    List<RankedNode> others = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      boolean isChosen = taken.get(candidates.get(i).node());
      List<RankedNode> list = isChosen ? chosenNodes : others;
      if (list.size() < (isChosen ? CHOSEN_MAX : runnersUp)) {
        list.add(ranked(candidates.get(i), i + 1));
      }
    }
    return new Ranking(chosenNodes, chosen.nodes().length, others, candidates.size());
  }

  private boolean isInUnit(int node, Allocation chosen) {
    boolean isKeptTogether = request.terms().topology() != null || score.consolidates();
    if (!isKeptTogether || chosen.tasks() == 1) {
      return true;
    }
    Topology topology = input.layout().topology();
    int one = chosen.nodes()[0];
    return switch (topology.level(chosen.nodes())) {
      case NODE -> node == one;
      case RACK -> topology.rack(node) == topology.rack(one);
      case SPINE -> topology.spine(node) == topology.spine(one);
      case HUB -> true;
    };
  }

  /** Of a mixed gang those of all device types that it holds. */
  private List<Candidate> candidates(Allocation chosen) {
    FleetLayout layout = input.layout();
    List<Candidate> candidates = new ArrayList<>();
    for (FleetLayout.PoolSpan span : layout.unions().poolsOf(chosen)) {
      for (int node = span.firstNode(); node < span.endNode(); node++) {
        if (refusal(span.group(), node) == null) {
          int own = score.score(state, node, request);
          candidates.add(new Candidate(node, tier(node), own, score.nodeOrder().place(node)));
        }
      }
    }
    candidates.sort(Candidate.BEST_FIRST);
    return candidates;
  }

  /** What the search looks at before the score: see {@link NodeScore.Scan}. */
  private int tier(int node) {
    if (score.scan() != NodeScore.Scan.FULLEST_FIRST) {
      return 0;
    }
    boolean isOnShared = request.isFractional() && state.tasksOnSharedDevices(node, request) > 0;
    return isOnShared ? 0 : state.freeDevices(node);
  }

  private RankedNode ranked(Candidate candidate, int rank) {
    int node = candidate.node();
    FleetLayout.PoolSpan span = state.pool(node);
    FleetLayout.Group group = input.layout().groups().get(span.group());
    List<ScorePart> parts = score.parts(state, node, request);
    return new RankedNode(
        rank,
        node,
        state.pool(node).nodeName(node),
        input.layout().hub(group).id(),
        group.deviceType(),
        candidate.score(),
        parts,
        state.freeDevices(node),
        state.freeMilli(node),
        state.tasksThatFit(node, request));
  }
}
