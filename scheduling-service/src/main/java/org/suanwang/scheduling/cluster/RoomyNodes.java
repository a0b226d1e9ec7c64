package org.suanwang.scheduling.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Finds nodes, in the fleet's order, that have devices, CPU and memory for so many tasks together,
 * without looking at those on the way that have not. The memory of devices is left to the caller,
 * as are several shares on one node. One search costs more than looking at some nodes, but hardly
 * more the more nodes there are. It follows the cluster from when it is first asked: most runs
 * never ask, and a cluster that nobody watches is faster.
 */
public final class RoomyNodes {
  /** No such node. */
  public static final int NONE = NodeLine.NONE;

  /** So many nodes are looked at before others are looked for. */
  public static final int LOOKS = 16;

  private static final int KIND_SHIFT = 32;

  private final ClusterState state;
  private @Nullable NodeLine made;

  public RoomyNodes(ClusterState state) {
    this.state = state;
  }

  /** Nodes with as many whole free devices stand together, the busy ones before the idle ones. */
  private NodeLine line() {
    NodeLine line =
        made == null
            ? new NodeLine(
                state,
                false,
                (node, n) -> kind(state.freeDevices(node), state.isIdle(node)) << KIND_SHIFT | node)
            : made;
    made = line;
    return line;
  }

  private static long kind(long freeDevices, boolean isIdle) {
    return 2 * freeDevices + (isIdle ? 1 : 0);
  }

  /**
   * How many tasks of so many whole devices some pools take, if CPU and memory sufficed; where
   * there are enough, not all are counted.
   */
  public long tasksByDevices(List<FleetLayout.PoolSpan> pools, int devicesPerTask, long enough) {
    long tasks = 0;
    for (FleetLayout.PoolSpan span : pools) {
      FreeIndex index = state.index(span);
      int widest = index.devicesPerNode();
      tasks += (long) index.idleCount() * (widest / devicesPerTask);
      for (int free = devicesPerTask; free <= widest && tasks < enough; free++) {
        int count = index.count(free);
        tasks += count == 0 ? 0 : (long) count * (free / devicesPerTask);
      }
      if (tasks >= enough) {
        return tasks;
      }
    }
    return tasks;
  }

  /** How many tasks find room on those nodes of some pools that take no new ones. */
  public long tasksOnCordoned(List<FleetLayout.PoolSpan> pools, TaskRequest request) {
    long tasks = 0;
    for (FleetLayout.PoolSpan pool : pools) {
      int node = state.cordoned().nextSetBit(pool.firstNode());
      while (node >= 0 && node < pool.endNode()) {
        tasks += NodeRoom.tasksOfFree(state, node, request);
        node = state.cordoned().nextSetBit(node + 1);
      }
    }
    return tasks;
  }

  /**
   * How many tasks find room on the nodes of some pools, of all pools of their groups; where there
   * are enough, not all are counted.
   */
  public long tasks(List<FleetLayout.PoolSpan> pools, TaskRequest request, long enough) {
    long tasks = 0;
    int looks = 0;
    for (FleetLayout.PoolSpan pool : pools) {
      for (int node = pool.firstNode(); node < pool.endNode() && tasks < enough; node++) {
        if (++looks > LOOKS && !request.sharesMemory()) {
          int[] groups = Unions.groupsOf(pools).toArray();
          return tasksFrom(node, groups, request, enough - tasks) + tasks;
        }
        tasks += state.tasksThatFit(node, request);
      }
    }
    return tasks;
  }

  private long tasksFrom(int first, int[] groups, TaskRequest request, long enough) {
    long tasks = 0;
    int node = next(groups, request, 1, first);
    while (node != NONE && tasks < enough) {
      tasks += state.tasksThatFit(node, request);
      node = next(groups, request, 1, node + 1);
    }
    return tasks;
  }

  /** The next node of any of these groups, no unions. */
  public int next(int[] groups, TaskRequest request, int tasks, int fromNode) {
    NodeLine line = line();
    line.want(request, tasks);
    int best = NONE;
    for (int group : groups) {
      long kind = kind((long) request.devices() * tasks, false);
      int node = line.first(group, kind << KIND_SHIFT | fromNode);
      while (node != NONE) {
        long found = line.key(node) >>> KIND_SHIFT;
        best = node < fromNode ? best : FreeIndex.earlier(best, node);
        kind = found == kind || node >= fromNode ? found + 1 : found;
        node = line.first(group, kind << KIND_SHIFT | fromNode);
      }
    }
    return best;
  }

  /** The next busy node of these groups with exactly so many whole free devices. */
  public int nextBusy(int[] groups, int freeDevices, TaskRequest request, int tasks, int fromNode) {
    NodeLine line = line();
    line.want(request, tasks);
    long kind = kind(freeDevices, false);
    int best = NONE;
    for (int group : groups) {
      int node = line.first(group, kind << KIND_SHIFT | fromNode);
      if (node != NONE && line.key(node) >>> KIND_SHIFT == kind) {
        best = FreeIndex.earlier(best, node);
      }
    }
    return best;
  }
}
