package org.suanwang.scheduling.cycle;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.NodeLine;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tells nodes in the order of a score that takes the fullest first ({@link
 * NodeScore.Scan#FULLEST_FIRST}), without looking at those before them that have not enough CPU or
 * memory. Each order of nodes is kept from when it is first asked for.
 *
 * <p>A key is what is free, in whole devices or on a shared one, above how much worse than perfect
 * the node is, above its place in the order of nodes.
 */
final class FullestNodes {
  /** No more nodes. */
  static final int NONE = NodeLine.NONE;

  /** Fewer nodes than this are scored one by one sooner. */
  static final int MANY = 256;

  private static final int PLACE_BITS = 20;
  private static final int FREE_SHIFT = 51;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
  private static final long WORSE_MASK = (1L << (FREE_SHIFT - PLACE_BITS)) - 1;

  private final ClusterState state;
  private final NodeScore score;
  private final Map<Order, NodeLine> lines = new EnumMap<>(Order.class);
  private @Nullable NodeLine line;
  private int[] groups = {};
  private int[] heads = {};
  private int taken;
  private long key;

  private enum Order {
    /** Nodes by what they have free, of which a task takes whole devices or none. */
    BY_FREE,
    /** Nodes on which a share would break a whole device. */
    BY_WHOLE_DEVICE,
    /** Shared devices by what they have free. */
    BY_SHARED_DEVICE
  }

  FullestNodes(ClusterState state, NodeScore score) {
    this.state = state;
    this.score = score;
  }

  /**
   * Whether it knows the order for a gang that has these nodes so far. It does not know the memory
   * of devices, nor which nodes come next for shares that have filled the shared devices.
   */
  static boolean know(TaskRequest request, Gang gang) {
    return !request.sharesMemory() && (!request.isFractional() || gang.isEmpty());
  }

  /**
   * Nodes with at least so many whole free devices are asked for; for a share, where no shared
   * device takes it. Nothing may change until the last one was.
   */
  void begin(int[] amongGroups, TaskRequest request, int freeDevices) {
    begin(
        request.isFractional() ? Order.BY_WHOLE_DEVICE : Order.BY_FREE,
        amongGroups,
        request,
        freeDevices);
  }

  /** Nodes with a shared device that takes a share, likewise; some of them more than once. */
  void beginShared(int[] amongGroups, TaskRequest request) {
    begin(Order.BY_SHARED_DEVICE, amongGroups, request, request.deviceMilli());
  }

  private void begin(Order order, int[] amongGroups, TaskRequest request, int free) {
    NodeLine newLine = lines.computeIfAbsent(order, this::make);
    line = newLine;
    groups = amongGroups;
    heads = heads.length < groups.length ? new int[groups.length] : heads;
    taken = NONE;
    newLine.want(request, 1);
    for (int i = 0; i < groups.length; i++) {
      heads[i] = newLine.first(groups[i], (long) free << FREE_SHIFT);
    }
  }

  private NodeLine make(Order order) {
    return switch (order) {
      case BY_FREE ->
          new NodeLine(
              state, false, (node, n) -> key(state.freeDevices(node), node, state.freeMilli(node)));
      case BY_WHOLE_DEVICE ->
          new NodeLine(
              state, false, (node, n) -> key(state.freeDevices(node), node, TaskRequest.MILLI));
      case BY_SHARED_DEVICE -> new NodeLine(state, true, this::keyOfShared);
    };
  }

  private long keyOfShared(int node, int device) {
    int free = state.deviceFreeMilli(device);
    return free == 0 || free == TaskRequest.MILLI ? NodeLine.OUT : key(free, node, free);
  }

  private long key(int free, int node, int freeMilli) {
    long worse = (long) NodeScore.SCORE_MAX - score.scoreOfFree(state, node, freeMilli);
    return (long) free << FREE_SHIFT | worse << PLACE_BITS | score.nodeOrder().place(node);
  }

  /** The next node, in a group that is still open. */
  int next(IntPredicate isOpen) {
    NodeLine current = line;
    if (current == null) {
      return NONE;
    }
    if (taken != NONE) {
      heads[taken] = current.after(groups[taken], heads[taken]);
    }
    taken = NONE;
    for (int i = 0; i < groups.length; i++) {
      if (heads[i] != NONE
          && isOpen.test(groups[i])
          && (taken == NONE || current.key(heads[i]) < key)) {
        taken = i;
        key = current.key(heads[i]);
      }
    }
    return taken == NONE ? NONE : score.nodeOrder().node((int) (key & PLACE_MASK));
  }

  /** How much worse than perfect that node is. */
  long worse() {
    return key >>> PLACE_BITS & WORSE_MASK;
  }
}
