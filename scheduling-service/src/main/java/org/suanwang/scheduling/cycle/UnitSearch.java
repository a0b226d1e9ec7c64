package org.suanwang.scheduling.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.NodeSearch;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Finds units of the network of a group that have room for a whole gang. Takes time that grows with
 * the nodes of the group that have free devices.
 */
final class UnitSearch {
  private final ClusterState state;
  private final NodeSearch search;

  /** A unit and what is free in it, in thousandths of a device. */
  private record Room(Topology.Unit unit, long freeMilli) {}

  UnitSearch(ClusterState state, NodeSearch search) {
    this.state = state;
    this.search = search;
  }

  /**
   * The units that may hold the gang, by their numbers of free devices, CPU and memory.
   *
   * @param inOrder whether in the order of their nodes; else the one with least free devices first
   */
  List<Topology.Unit> find(
      TopologyLevel level, int group, TaskRequest request, int tasks, boolean inOrder) {
    List<Room> rooms = new ArrayList<>();
    int node = search.next(group, request, 0);
    if (level == TopologyLevel.NODE) {
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

  private void addIfRoom(
      Topology.Unit unit,
      int first,
      int group,
      TaskRequest request,
      int tasks,
      List<Room> rooms) {
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
