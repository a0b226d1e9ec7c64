package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.NodeSearch;
import org.suanwang.scheduling.cluster.RoomyNodes;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.cluster.UnitLine;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Finds units of the network of a group that have room for a whole gang: of those that may, by
 * their devices, CPU and memory together, it looks at one after the other.
 */
final class UnitSearch {
  private static final int LOOKS = RoomyNodes.LOOKS;

  private final ClusterState state;
  private final NodeSearch search;
  private final RoomyNodes rooms;
  private final UnitLines lines;
  private final Acceptance acceptance;
  private int group;
  private TaskRequest request = TaskRequest.wholeDevices(1, "any");
  private int tasks;
  private @Nullable UnitLine line;
  private int unit;
  private Iterator<Topology.Unit> found = Collections.emptyIterator();

  /** Whether the gang that is looked at may lie on a node, whatever the node has free. */
  @FunctionalInterface
  interface Acceptance {
    boolean accepts(int node, TaskRequest request);
  }

  /** A unit and what is free in it, in thousandths of a device. */
  private record Room(Topology.Unit unit, long freeMilli) {}

  UnitSearch(ClusterState state, NodeSearch search, RoomyNodes rooms, Acceptance acceptance) {
    this.state = state;
    this.rooms = rooms;
    this.lines = new UnitLines(state);
    this.search = search;
    this.acceptance = acceptance;
  }

  /**
   * The units are asked for that may hold the gang, by their numbers of free devices, CPU and
   * memory. Nothing may change until the last one was.
   *
   * @param tasksWanted how many must find a place
   * @param wantsMore whether the gang takes more where there is room for more
   * @param inOrder whether in the order of their nodes; else the one with least free devices first
   */
  void begin(
      TopologyLevel level,
      int inGroup,
      TaskRequest asked,
      int tasksWanted,
      boolean wantsMore,
      boolean inOrder) {
    group = inGroup;
    request = asked;
    tasks = tasksWanted;
    line = null;
    unit = UnitLine.NONE;
    if (level == TopologyLevel.NODE && request.devices() > 0 && !wantsMore) {
      found = findNode(inOrder).iterator();
      return;
    }
    line = lines.find(level, group, search.groups(group), request, inOrder);
    if (line == null) {
      found = findAll(level, inOrder).iterator();
    } else {
      line.want(request, tasks);
    }
  }

  /** The next one; null when there are no more. */
  Topology.@Nullable Unit next() {
    UnitLine current = line;
    if (current == null) {
      return found.hasNext() ? found.next() : null;
    }
    do {
      unit = unit == UnitLine.NONE ? current.first() : current.after(unit);
    } while (unit != UnitLine.NONE && request.needsHost() && room(current.unitAt(unit)) < tasks);
    return unit == UnitLine.NONE ? null : current.unitAt(unit);
  }

  private List<Topology.Unit> findAll(TopologyLevel level, boolean inOrder) {
    List<Room> roomy = new ArrayList<>();
    if (level == TopologyLevel.NODE) {
      int node = search.next(group, request, 0);
      while (node != NodeSearch.NONE) {
        addIfRoom(new Topology.Unit(node, node + 1), roomy);
        node = search.next(group, request, node + 1);
      }
    } else {
      state.layout().topology().units(group, level).forEach(u -> addIfRoom(u, roomy));
    }
    if (!inOrder) {
      roomy.sort(Comparator.comparingLong(Room::freeMilli));
    }
    return roomy.stream().map(Room::unit).toList();
  }

  /** A gang of whole devices on one node: by the index, and of the best node only. */
  private List<Topology.Unit> findNode(boolean inOrder) {
    long devices = (long) request.devices() * tasks;
    int widest = search.devicesPerNodeMax(group);
    int node = NodeSearch.NONE;
    if (inOrder && devices <= widest) {
      node = firstNode(TaskRequest.wholeDevices((int) devices, "any"));
    } else {
      for (long free = devices; free <= widest && node == NodeSearch.NONE; free++) {
        node = fullest((int) free);
      }
    }
    return node == NodeSearch.NONE ? List.of() : List.of(new Topology.Unit(node, node + 1));
  }

  private int firstNode(TaskRequest all) {
    int node = search.next(group, all, 0);
    for (int looks = 1; node != NodeSearch.NONE && !takes(node); looks++) {
      node =
          looks % LOOKS == 0
              ? rooms.next(search.groups(group), request, tasks, node + 1)
              : search.next(group, all, node + 1);
    }
    return node;
  }

  /** A node with exactly so many free devices that takes the gang: a busy one, else an idle one. */
  private int fullest(int free) {
    int busy = search.nextBusy(group, free, 0);
    for (int looks = 1; busy != NodeSearch.NONE; looks++) {
      if (takes(busy)) {
        return busy;
      }
      busy =
          looks % LOOKS == 0
              ? rooms.nextBusy(search.groups(group), free, request, tasks, busy + 1)
              : search.nextBusy(group, free, busy + 1);
    }
    for (FleetLayout.PoolSpan pool : search.pools(group)) {
      int idle = pool.pool().devicesPerNode() == free ? fullestIdle(pool) : NodeSearch.NONE;
      if (idle != NodeSearch.NONE) {
        return idle;
      }
    }
    return NodeSearch.NONE;
  }

  /** Idle nodes of a pool have the same room, but the gang may not be accepted on all of them. */
  private int fullestIdle(FleetLayout.PoolSpan pool) {
    int idle = search.nextIdle(pool, pool.firstNode());
    while (idle != NodeSearch.NONE && state.tasksThatFit(idle, request) >= tasks) {
      if (acceptance.accepts(idle, request)) {
        return idle;
      }
      idle = search.nextIdle(pool, idle + 1);
    }
    return NodeSearch.NONE;
  }

  private boolean takes(int node) {
    return state.tasksThatFit(node, request) >= tasks && acceptance.accepts(node, request);
  }

  private void addIfRoom(Topology.Unit of, List<Room> roomy) {
    long room = 0;
    long freeMilli = 0;
    int node = search.next(group, request, of.fromNode());
    while (node != NodeSearch.NONE && node < of.toNode()) {
      room += state.tasksThatFit(node, request);
      freeMilli += state.freeMilli(node);
      node = search.next(group, request, node + 1);
    }
    if (room >= tasks) {
      roomy.add(new Room(of, freeMilli));
    }
  }

  private long room(Topology.Unit of) {
    long room = 0;
    int node = search.next(group, request, of.fromNode());
    while (node != NodeSearch.NONE && node < of.toNode() && room < tasks) {
      room += state.tasksThatFit(node, request);
      node = search.next(group, request, node + 1);
    }
    return room;
  }
}
