package org.suanwang.scheduling.queue;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The quotas for one type of devices, or for all together, over a tree of queues, and what is used
 * of them; in thousandths of a device. The rules are those of Kueue's hierarchical cohorts: what a
 * queue may not lend stays with it, all else lies in the pool of its parent, out of which every
 * queue below may borrow as far as its own limit lets it. What is used counts first against what
 * stays.
 *
 * <p>A queue without a quota has what the queues below it have together: nothing, when there are
 * none; it may borrow without a limit. The root has what those below it have.
 */
final class Quota {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final QueueTree tree;
  private final @Nullable String deviceType;
  private final long[] nominal;
  private final long[] pool;
  private final long[] kept;
  private final long[] borrowingLimit;
  private final long[] used;

  Quota(QueueTree tree, @Nullable String deviceType) {
    this.tree = tree;
    this.deviceType = deviceType;
    nominal = new long[tree.size()];
    pool = new long[tree.size()];
    kept = new long[tree.size()];
    borrowingLimit = new long[tree.size()];
    used = new long[tree.size()];
    Arrays.fill(borrowingLimit, UNLIMITED);
    for (int queue = tree.size() - 1; queue >= 0; queue--) {
      set(queue);
    }
  }

  /** Those below have been set before. */
  private void set(int queue) {
    QueueQuota stated = find(queue);
    long below = 0;
    long lent = 0;
    for (int child : tree.children(queue)) {
      below += nominal[child];
      lent += pool[child] - kept[child];
    }
    nominal[queue] = stated == null ? below : stated.nominalMilli();
    pool[queue] = nominal[queue] - below + lent;
    if (stated != null && stated.lendingMilli() != null) {
      kept[queue] = Math.max(0, pool[queue] - stated.lendingMilli());
    }
    if (stated != null && stated.borrowingMilli() != null) {
      borrowingLimit[queue] = stated.borrowingMilli();
    }
  }

  private @Nullable QueueQuota find(int queue) {
    return tree.quotas(queue).stream()
        .filter(q -> Objects.equals(q.deviceType(), deviceType))
        .findFirst()
        .orElse(null);
  }

  boolean isFor(@Nullable String type) {
    return deviceType == null || deviceType.equals(type);
  }

  @Nullable String deviceType() {
    return deviceType;
  }

  long nominal(int queue) {
    return nominal[queue];
  }

  /** Takes so much, or gives it back when it is negative. */
  void add(int queue, long milli) {
    long more = milli;
    for (int at = queue; at != QueueTree.NONE && more != 0; at = tree.parent(at)) {
      long before = beyondKept(at);
      used[at] += more;
      more = beyondKept(at) - before;
    }
  }

  /** Uses what another one of the same tree and type does. */
  void copy(Quota other) {
    System.arraycopy(other.used, 0, used, 0, used.length);
  }

  private long beyondKept(int queue) {
    return Math.max(0, used[queue] - kept[queue]);
  }

  /** The queue, this one or one above it, for which so much more is too much; NONE when none is. */
  int shortOf(int queue, long milli) {
    long rest = milli - Math.max(0, kept[queue] - used[queue]);
    if (rest <= 0) {
      return QueueTree.NONE;
    }
    if (queue == QueueTree.ROOT) {
      return rest > pool[queue] - used[queue] ? queue : QueueTree.NONE;
    }
    return rest > mayTake(queue) - beyondKept(queue) ? queue : shortOf(tree.parent(queue), rest);
  }

  /** How much of the pool of its parent a queue may take: what it lays in, and its limit. */
  private long mayTake(int queue) {
    long lent = pool[queue] - kept[queue];
    return borrowingLimit[queue] == UNLIMITED ? UNLIMITED : lent + borrowingLimit[queue];
  }

  /** How much a queue could use if nothing were used. */
  long most(int queue) {
    if (queue == QueueTree.ROOT) {
      return pool[queue];
    }
    return kept[queue] + Math.min(mayTake(queue), most(tree.parent(queue)));
  }

  /** How much a queue could borrow if nothing were used and its own limit were none. */
  long mostBorrowed(int queue) {
    return most(tree.parent(queue)) - (pool[queue] - kept[queue]);
  }

  /** How much more could be taken now. */
  long available(int queue) {
    if (queue == QueueTree.ROOT) {
      return pool[queue] - used[queue];
    }
    long open = mayTake(queue);
    long limit = open == UNLIMITED ? UNLIMITED : open - beyondKept(queue);
    long stays = Math.max(0, kept[queue] - used[queue]);
    return stays + Math.min(limit, available(tree.parent(queue)));
  }

  /** Whether a queue uses more than it has. */
  boolean isBorrowing(int queue) {
    return used[queue] > pool[queue];
  }

  /**
   * How much more a queue may use so that one at or above it does not borrow; below 0 when that one
   * does already.
   */
  long within(int above, int queue) {
    if (queue == above) {
      return pool[queue] - used[queue];
    }
    long open = within(above, tree.parent(queue));
    return open < 0 ? open : open + Math.max(0, kept[queue] - used[queue]);
  }
}
