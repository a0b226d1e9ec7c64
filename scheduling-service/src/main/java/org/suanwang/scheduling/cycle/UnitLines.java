package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.cluster.UnitLine;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/** The units of each level of each group by what they have free for tasks of each size. */
final class UnitLines {
  /** Each change of a node is told to every line. */
  private static final int LINES_MAX = 64;

  /** Of all lines together. */
  private static final long BYTES_MAX = 1L << 26;

  private static final long BYTES_OF_NODE = 20;
  private static final long BYTES_OF_UNIT = 120;

  private final ClusterState state;
  private final Map<Kind, UnitLine> lines = new HashMap<>();
  private long bytes;

  private record Kind(
      TopologyLevel level,
      int place,
      List<Integer> groups,
      int devices,
      int deviceMilli,
      boolean inOrder) {}

  UnitLines(ClusterState state) {
    this.state = state;
  }

  /**
   * A group, or union of groups, by what is free for such tasks; null where there are enough of
   * them already, or where what a task takes is not told by devices alone.
   *
   * @param groups of it that are looked at
   * @param inOrder whether in the order of their nodes; else the one with least free devices first
   */
  @Nullable UnitLine find(
      TopologyLevel level, int place, int[] groups, TaskRequest request, boolean inOrder) {
    if (request.sharesMemory()) {
      return null;
    }
    List<Integer> among = Arrays.stream(groups).boxed().toList();
    Kind kind = new Kind(level, place, among, request.devices(), request.deviceMilli(), inOrder);
    UnitLine line = lines.get(kind);
    if (line == null && lines.size() < LINES_MAX && bytes + bytes(level, place) <= BYTES_MAX) {
      bytes += bytes(level, place);
      line = new UnitLine(state, units(level, place), groups, request.withHost(0, 0), inOrder);
      lines.put(kind, line);
    }
    return line;
  }

  private long bytes(TopologyLevel level, int place) {
    long nodes = state.layout().nodes();
    long units =
        level == TopologyLevel.NODE ? nodes : state.layout().topology().units(place, level).size();
    return nodes * BYTES_OF_NODE + units * BYTES_OF_UNIT;
  }

  private List<Topology.Unit> units(TopologyLevel level, int place) {
    return level == TopologyLevel.NODE
        ? IntStream.range(0, state.layout().nodes())
            .mapToObj(node -> new Topology.Unit(node, node + 1))
            .toList()
        : state.layout().topology().units(place, level);
  }
}
