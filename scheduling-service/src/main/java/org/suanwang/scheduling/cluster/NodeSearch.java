package org.suanwang.scheduling.cluster;

import java.util.List;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Looks for nodes of a group that may take a request, using the pools' free indexes. A node it
 * names has the devices, perhaps not the CPU or memory; a node it does not name has not the
 * devices.
 */
public final class NodeSearch {
  /** No such node. */
  public static final int NONE = FreeIndex.NONE;

  private final ClusterState state;
  private final RoomyNodes rooms;
  private List<FleetLayout.PoolSpan> spread = List.of();

  public NodeSearch(ClusterState state, RoomyNodes rooms) {
    this.state = state;
    this.rooms = rooms;
  }

  /** The next node of the group, in the fleet's order, that may take the request. */
  public int next(int group, TaskRequest request, int fromNode) {
    for (FleetLayout.PoolSpan span : pools(group)) {
      if (span.endNode() > fromNode) {
        int node = next(span, request, Math.max(fromNode, span.firstNode()));
        if (node != NONE) {
          return node;
        }
      }
    }
    return NONE;
  }

  private int next(FleetLayout.PoolSpan span, TaskRequest request, int fromNode) {
    if (!request.needsDevices()) {
      return fromNode < span.endNode() ? fromNode : NONE;
    }
    FreeIndex index = state.index(span);
    int best = index.devicesPerNode() < request.devices() ? NONE : index.nextIdle(fromNode);
    for (int free = Math.max(1, request.devices()); free <= index.devicesPerNode(); free++) {
      best = FreeIndex.earlier(best, index.nextWithFree(free, fromNode));
    }
    return request.isFractional()
        ? FreeIndex.earlier(best, index.nextWithShare(request.deviceMilli(), fromNode))
        : best;
  }

  /** The next node of the group, in the fleet's order, with all that a task needs. */
  public int nextWithRoom(int group, TaskRequest request, int fromNode) {
    return rooms.next(groups(group), request, 1, fromNode);
  }

  /** The groups that are searched: this one, or of a union those of its pools. */
  public int[] groups(int group) {
    return state.layout().isUnion(group) ? Unions.groupsOf(spread).toArray() : new int[] {group};
  }

  /** How many busy nodes have exactly so many whole free devices. */
  public int countBusy(int group, int freeDevices) {
    int count = 0;
    for (FleetLayout.PoolSpan span : pools(group)) {
      if (span.pool().devicesPerNode() >= freeDevices) {
        count += state.index(span).count(freeDevices);
      }
    }
    return count;
  }

  /** Whether a search by devices comes upon a node: see {@link #next}. */
  static boolean mayTake(ClusterState state, int node, TaskRequest request) {
    return !request.needsDevices()
        || state.freeDevices(node) >= Math.max(1, request.devices())
        || (request.isFractional()
            && FreeIndex.mayShare(state.widestShare(node), request.deviceMilli()));
  }

  /** The widest node of the group, in devices. */
  public int devicesPerNodeMax(int group) {
    int widest = 0;
    for (FleetLayout.PoolSpan span : pools(group)) {
      widest = Math.max(widest, span.pool().devicesPerNode());
    }
    return widest;
  }

  /** The next busy node with exactly so many whole free devices. */
  public int nextBusy(int group, int freeDevices, int fromNode) {
    for (FleetLayout.PoolSpan span : pools(group)) {
      if (span.endNode() > fromNode && span.pool().devicesPerNode() >= freeDevices) {
        int node =
            state.index(span).nextWithFree(freeDevices, Math.max(fromNode, span.firstNode()));
        if (node != NONE) {
          return node;
        }
      }
    }
    return NONE;
  }

  /** The next idle node of a pool. */
  public int nextIdle(FleetLayout.PoolSpan pool, int fromNode) {
    return state.index(pool).nextIdle(Math.max(fromNode, pool.firstNode()));
  }

  /** The next node with a shared device that may take this share. */
  public int nextShared(int group, int shareMilli, int fromNode) {
    for (FleetLayout.PoolSpan span : pools(group)) {
      if (span.endNode() > fromNode) {
        int from = Math.max(fromNode, span.firstNode());
        int node = state.index(span).nextWithShare(shareMilli, from);
        if (node != NONE) {
          return node;
        }
      }
    }
    return NONE;
  }

  /** Counts devices only; the cheap answer to most hopeless attempts. */
  public boolean mayFit(int group, TaskRequest request, int tasks) {
    if (request.isFractional()) {
      return freeMilli(group) >= tasks * request.milliDevices();
    }
    return request.devices() == 0
        || rooms.tasksByDevices(pools(group), request.devices(), tasks) >= tasks;
  }

  /** Of a union of groups only these pools are searched from now on. */
  public void spreadOver(List<FleetLayout.PoolSpan> pools) {
    spread = pools;
  }

  /** The pools that are searched. */
  public List<FleetLayout.PoolSpan> pools(int group) {
    FleetLayout layout = state.layout();
    return layout.isUnion(group) ? spread : layout.groups().get(group).pools();
  }

  /** What is free in a group, or in what is searched of a union, in thousandths of a device. */
  public long freeMilli(int group) {
    return state.layout().isUnion(group)
        ? Unions.freeMilli(state, spread)
        : state.groupFreeMilli(group);
  }
}
