package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.NodeSearch;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Finds units of the network of a group that have room for a whole gang. Takes time that grows with
 * the nodes of the group that have free devices, but for gangs of whole devices on one node.
 */
final class UnitSearch {
  private final ClusterState state;
  private final NodeSearch search;
  private final Acceptance acceptance;

  /** Whether the gang that is looked at may lie on a node, whatever the node has free. */
  @FunctionalInterface
  interface Acceptance {
    boolean accepts(int node, TaskRequest request);
  }

  /** A unit and what is free in it, in thousandths of a device. */
  private record Room(Topology.Unit unit, long freeMilli) {}

  UnitSearch(ClusterState state, NodeSearch search, Acceptance acceptance) {
    this.state = state;
    this.search = search;
    this.acceptance = acceptance;
  }

  /**
   * The units that may hold the gang, by their numbers of free devices, CPU and memory.
   *
   * @param tasks how many must find a place
   * @param wantsMore whether the gang takes more where there is room for more
   * @param inOrder whether in the order of their nodes; else the one with least free devices first
   */
  List<Topology.Unit> find(
      TopologyLevel level,
      int group,
      TaskRequest request,
      int tasks,
      boolean wantsMore,
      boolean inOrder) {
    if (level == TopologyLevel.NODE && request.devices() > 0 && !wantsMore) {
      return findNode(group, request, tasks, inOrder);
    }
    List<Room> rooms = new ArrayList<>();
    if (level == TopologyLevel.NODE) {
      int node = search.next(group, request, 0);
      while (node != NodeSearch.NONE) {
        addIfRoom(new Topology.Unit(node, node + 1), node, group, request, tasks, rooms);
        node = search.next(group, request, node + 1);
      }
    } else {
      for (Topology.Unit unit : state.layout().topology().units(group, level)) {
        int first = search.next(group, request, unit.fromNode());
        addIfRoom(unit, first, group, request, tasks, rooms);
      }
    }
    if (!inOrder) {
      rooms.sort(Comparator.comparingLong(Room::freeMilli));
    }
    return rooms.stream().map(Room::unit).toList();
  }

  /** A gang of whole devices on one node: by the index, and of the best node only. */
  private List<Topology.Unit> findNode(int group, TaskRequest request, int tasks, boolean inOrder) {
    long devices = (long) request.devices() * tasks;
    int widest = search.devicesPerNodeMax(group);
    int found = NodeSearch.NONE;
    if (inOrder && devices <= widest) {
      TaskRequest all = TaskRequest.wholeDevices((int) devices, "any");
      found = search.next(group, all, 0);
      while (found != NodeSearch.NONE && !takes(found, request, tasks)) {
        found = search.next(group, all, found + 1);
      }
    } else {
      for (long free = devices; free <= widest && found == NodeSearch.NONE; free++) {
        found = fullest((int) free, group, request, tasks);
      }
    }
    return found == NodeSearch.NONE ? List.of() : List.of(new Topology.Unit(found, found + 1));
  }

  /** A node with exactly so many free devices that takes the gang: a busy one, else an idle one. */
  private int fullest(int free, int group, TaskRequest request, int tasks) {
    int busy = search.nextBusy(group, free, 0);
    while (busy != NodeSearch.NONE) {
      if (takes(busy, request, tasks)) {
        return busy;
      }
      busy = search.nextBusy(group, free, busy + 1);
    }
    for (FleetLayout.PoolSpan pool : search.pools(group)) {
      int idle =
          pool.pool().devicesPerNode() == free
              ? fullestIdle(pool, request, tasks)
              : NodeSearch.NONE;
      if (idle != NodeSearch.NONE) {
        return idle;
      }
    }
    return NodeSearch.NONE;
  }

  /** Idle nodes of a pool have the same room, but the gang may not be accepted on all of them. */
  private int fullestIdle(FleetLayout.PoolSpan pool, TaskRequest request, int tasks) {
    int idle = search.nextIdle(pool, pool.firstNode());
    while (idle != NodeSearch.NONE && state.tasksThatFit(idle, request) >= tasks) {
      if (acceptance.accepts(idle, request)) {
        return idle;
      }
      idle = search.nextIdle(pool, idle + 1);
    }
    return NodeSearch.NONE;
  }

  private boolean takes(int node, TaskRequest request, int tasks) {
    return state.tasksThatFit(node, request) >= tasks && acceptance.accepts(node, request);
  }

  private void addIfRoom(
      Topology.Unit unit, int first, int group, TaskRequest request, int tasks, List<Room> rooms) {
    long room = 0;
    long freeMilli = 0;
    int node = first;
    while (node != NodeSearch.NONE && node < unit.toNode()) {
      room += state.tasksThatFit(node, request);
      freeMilli += state.freeMilli(node);
      node = search.next(group, request, node + 1);
    }
    if (room >= tasks) {
      rooms.add(new Room(unit, freeMilli));
    }
  }
}
