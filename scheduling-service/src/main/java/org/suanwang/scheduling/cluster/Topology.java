package org.suanwang.scheduling.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * How the nodes of a fleet lie in racks and under spines, by their numbering: so many nodes of a
 * pool after each other are a rack, so many racks of a hub after each other hang on a spine. Nodes
 * of a pool that tells no racks are in none, and racks of a hub that tells no spines under none:
 * what holds two of them is then the hub.
 */
public final class Topology {
  private static final int NONE = -1;
  private static final int[] FLAT = {};

  private final List<FleetLayout.Group> groups;
  private final int[] rackOfNode;
  private final int[] spineOfRack;
  private final List<List<Unit>> racksOfGroup = new ArrayList<>();
  private final List<List<Unit>> spinesOfGroup = new ArrayList<>();

  /**
   * Nodes of a group after each other that are one rack, or under one spine. Nodes of other groups
   * may lie between.
   *
   * @param fromNode the first
   * @param toNode one beyond the last
   */
  public record Unit(int fromNode, int toNode) {}

  Topology(Fleet fleet, List<FleetLayout.PoolSpan> pools, List<FleetLayout.Group> groups) {
    this.groups = List.copyOf(groups);
    if (pools.stream().allMatch(p -> p.pool().nodesPerRack() == null)) {
      rackOfNode = FLAT;
      spineOfRack = FLAT;
    } else {
      rackOfNode = new int[pools.getLast().endNode()];
      spineOfRack = number(fleet, pools);
    }
    for (FleetLayout.Group group : groups) {
      boolean isFlat = rackOfNode.length == 0;
      racksOfGroup.add(isFlat ? List.of() : units(group, this::rack));
      spinesOfGroup.add(isFlat ? List.of() : units(group, this::spine));
    }
  }

  /** Gives every node its rack; returns the spine of each rack. */
  private int[] number(Fleet fleet, List<FleetLayout.PoolSpan> pools) {
    Arrays.fill(rackOfNode, NONE);
    int[] spines = new int[rackOfNode.length];
    int racks = 0;
    int spineCount = 0;
    int racksOfHub = 0;
    int hub = NONE;
    for (FleetLayout.PoolSpan span : pools) {
      int ownHub = groups.get(span.group()).hub();
      racksOfHub = ownHub == hub ? racksOfHub : 0;
      hub = ownHub;
      Integer nodesPerRack = span.pool().nodesPerRack();
      Integer racksPerSpine = fleet.hubs().get(hub).racksPerSpine();
      for (int node = span.firstNode(); nodesPerRack != null && node < span.endNode(); node++) {
        if ((node - span.firstNode()) % nodesPerRack == 0) {
          boolean startsSpine = racksPerSpine != null && racksOfHub % racksPerSpine == 0;
          spineCount += startsSpine ? 1 : 0;
          spines[racks++] = racksPerSpine == null ? NONE : spineCount - 1;
          racksOfHub++;
        }
        rackOfNode[node] = racks - 1;
      }
    }
    return Arrays.copyOf(spines, racks);
  }

  private List<Unit> units(FleetLayout.Group group, IntUnaryOperator unitOf) {
    List<Unit> units = new ArrayList<>();
    int last = NONE;
    int from = 0;
    int to = 0;
    for (FleetLayout.PoolSpan span : group.pools()) {
      for (int node = span.firstNode(); node < span.endNode(); node++) {
        int unit = unitOf.applyAsInt(node);
        if (unit != last) {
          addUnit(units, last, from, to);
          from = node;
          last = unit;
        }
        to = node + 1;
      }
    }
    addUnit(units, last, from, to);
    return List.copyOf(units);
  }

  private static void addUnit(List<Unit> units, int number, int from, int to) {
    if (number != NONE) {
      units.add(new Unit(from, to));
    }
  }

  /** The racks of a group, or what of it is under each spine, in the order of their nodes. */
  public List<Unit> units(int group, TopologyLevel level) {
    return switch (level) {
      case RACK -> racksOfGroup.get(group);
      case SPINE -> spinesOfGroup.get(group);
      case NODE, HUB -> throw new IllegalArgumentException("only racks and spines are listed");
    };
  }

  /** The unit of a level, below the hub, of a group in which a node lies that is in one. */
  public Unit unitOf(int node, int group, TopologyLevel level) {
    return level == TopologyLevel.NODE
        ? new Unit(node, node + 1)
        : units(group, level).stream()
            .filter(unit -> unit.fromNode() <= node && node < unit.toNode())
            .findFirst()
            .orElseThrow();
  }

  /** The rack of a node; negative when it is in none. */
  public int rack(int node) {
    return rackOfNode.length == 0 ? NONE : rackOfNode[node];
  }

  /** The spine over a node; negative when it is under none. */
  public int spine(int node) {
    int rack = rack(node);
    return rack < 0 ? NONE : spineOfRack[rack];
  }

  /** The level of the smallest unit that holds all of these nodes of one hub. */
  public TopologyLevel level(int[] nodes) {
    if (nodes.length <= 1) {
      return TopologyLevel.NODE;
    }
    boolean isOneRack = rack(nodes[0]) >= 0;
    boolean isOneSpine = spine(nodes[0]) >= 0;
    for (int node : nodes) {
      isOneRack &= rack(node) == rack(nodes[0]);
      isOneSpine &= spine(node) == spine(nodes[0]);
    }
    if (isOneRack) {
      return TopologyLevel.RACK;
    }
    return isOneSpine ? TopologyLevel.SPINE : TopologyLevel.HUB;
  }

  /** Whether so many nodes are as few as will hold a gang in a group where nothing else runs. */
  public boolean isConsolidated(int group, TaskRequest request, int tasks, int nodes) {
    return nodes <= Math.ceilDiv(tasks, Math.max(1, widestNode(group, request)));
  }

  private int widestNode(int group, TaskRequest request) {
    int most = 0;
    for (FleetLayout.PoolSpan span : groups.get(group).poolsFor(request)) {
      most = Math.max(most, span.tasksOnEmptyNode(request));
    }
    return most;
  }

  /**
   * How many tasks of this request, at most, find a place together in a group where nothing runs:
   * in one unit of the level it requires.
   */
  public long tasksWhenEmpty(int group, TaskRequest request) {
    return switch (request.terms().widestLevel()) {
      case NODE -> widestNode(group, request);
      case RACK -> inWidestUnit(group, request, racksOfGroup.get(group));
      case SPINE -> inWidestUnit(group, request, spinesOfGroup.get(group));
      case HUB -> groups.get(group).tasksWhenEmpty(request);
    };
  }

  /** The same of a union of groups, in each of which there may be so many. */
  public long tasksWhenEmpty(int union, TaskRequest request, IntToLongFunction mostInGroup) {
    return switch (request.terms().widestLevel()) {
      case NODE -> onNode(union, request, mostInGroup);
      case RACK -> inWidestUnit(union, request, racksOfGroup.get(union), mostInGroup);
      case SPINE -> inWidestUnit(union, request, spinesOfGroup.get(union), mostInGroup);
      case HUB -> inUnit(union, request, new Unit(0, Integer.MAX_VALUE), mostInGroup);
    };
  }

  private long onNode(int union, TaskRequest request, IntToLongFunction mostInGroup) {
    return groups.get(union).poolsFor(request).stream()
        .mapToLong(p -> Math.min(p.tasksOnEmptyNode(request), mostInGroup.applyAsLong(p.group())))
        .max()
        .orElse(0);
  }

  private long inWidestUnit(
      int union, TaskRequest request, List<Unit> units, IntToLongFunction mostInGroup) {
    return units.stream().mapToLong(u -> inUnit(union, request, u, mostInGroup)).max().orElse(0);
  }

  private long inUnit(int union, TaskRequest request, Unit unit, IntToLongFunction mostInGroup) {
    return Unions.groupsOf(groups.get(union).poolsFor(request))
        .mapToLong(g -> Math.min(inUnit(g, request, unit), mostInGroup.applyAsLong(g)))
        .sum();
  }

  private long inWidestUnit(int group, TaskRequest request, List<Unit> units) {
    return units.stream().mapToLong(u -> inUnit(group, request, u)).max().orElse(0);
  }

  private long inUnit(int group, TaskRequest request, Unit unit) {
    long tasks = 0;
    for (FleetLayout.PoolSpan span : groups.get(group).poolsFor(request)) {
      int from = Math.max(unit.fromNode(), span.firstNode());
      int to = Math.min(unit.toNode(), span.endNode());
      tasks += (long) Math.max(0, to - from) * span.tasksOnEmptyNode(request);
    }
    return tasks;
  }
}
