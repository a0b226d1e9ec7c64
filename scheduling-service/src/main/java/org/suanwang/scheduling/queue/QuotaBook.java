package org.suanwang.scheduling.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the queues of a run use of their quotas. Devices of a group count against the quotas of
 * their type and against those of all types together. Every call takes time that grows with the
 * depth of the tree.
 */
public final class QuotaBook {
  private final QueueTree tree;
  private final List<Quota> quotas = new ArrayList<>();
  private final Quota[][] ofGroup;

  /**
   * An empty book.
   *
   * @param typeOfGroup the device type of each group, null for nodes without devices
   */
  public QuotaBook(QueueTree tree, List<@Nullable String> typeOfGroup) {
    this.tree = tree;
    for (int queue = 0; queue < tree.size(); queue++) {
      for (QueueQuota quota : tree.quotas(queue)) {
        String type = quota.deviceType();
        if (quotas.stream().noneMatch(q -> Objects.equals(q.deviceType(), type))) {
          quotas.add(new Quota(tree, type));
        }
      }
    }
    ofGroup = new Quota[typeOfGroup.size()][];
    for (int group = 0; group < ofGroup.length; group++) {
      String type = typeOfGroup.get(group);
      ofGroup[group] = quotas.stream().filter(q -> q.isFor(type)).toArray(Quota[]::new);
    }
  }

  /** Takes devices of a group for a queue, or gives them back when there are less than none. */
  public void add(int queue, int group, long milli) {
    for (Quota quota : ofGroup[group]) {
      quota.add(queue, milli);
    }
  }

  /** Says of each queue that it uses what another book of the same tree and groups says. */
  public void copy(QuotaBook other) {
    for (int i = 0; i < quotas.size(); i++) {
      quotas.get(i).copy(other.quotas.get(i));
    }
  }

  /** Whether a queue may use so much more of a group now. */
  public boolean allows(int queue, int group, long milli) {
    for (Quota quota : ofGroup[group]) {
      if (quota.shortOf(queue, milli) != QueueTree.NONE) {
        return false;
      }
    }
    return true;
  }

  /** Which queue, this one or one above it, has no room for so much; NONE when all have. */
  public int shortOf(int queue, int group, long milli) {
    for (Quota quota : ofGroup[group]) {
      int tooSmall = quota.shortOf(queue, milli);
      if (tooSmall != QueueTree.NONE) {
        return tooSmall;
      }
    }
    return QueueTree.NONE;
  }

  /** How much of a group a queue may use now beside what it uses. */
  public long available(int queue, int group) {
    long least = Long.MAX_VALUE;
    for (Quota quota : ofGroup[group]) {
      least = Math.min(least, quota.available(queue));
    }
    return least;
  }

  /** How much more of a group a queue may use so that it does not borrow. */
  public long within(int queue, int group) {
    long least = Long.MAX_VALUE;
    for (Quota quota : ofGroup[group]) {
      least = Math.min(least, quota.within(queue, queue));
    }
    return least;
  }

  /**
   * How much of a group a queue may take from another one: as much as its own side may use without
   * borrowing, below the queue that is above both.
   */
  public long withinBeside(int queue, int group, int other) {
    int ownSide = tree.childToward(tree.commonAbove(queue, other), queue);
    long least = Long.MAX_VALUE;
    for (Quota quota : ofGroup[group]) {
      least = Math.min(least, quota.within(ownSide, queue));
    }
    return least;
  }

  /** How much of a group a queue may use when nobody else uses anything. */
  public long most(int queue, int group) {
    return Arrays.stream(ofGroup[group]).mapToLong(q -> q.most(queue)).min().orElse(Long.MAX_VALUE);
  }

  /**
   * Whether another queue, and each above it that is not above this one, borrows of a quota that
   * both groups count against.
   */
  public boolean isBorrowingBeside(int queue, int group, int other, int otherGroup) {
    int above = tree.commonAbove(queue, other);
    if (above == queue || above == other) {
      return false;
    }
    for (Quota quota : ofGroup[group]) {
      boolean concerns = Arrays.asList(ofGroup[otherGroup]).contains(quota);
      if (concerns && isBorrowing(quota, other, above)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a queue, or one above it, uses more of a group's devices than it has. */
  public boolean isBorrowing(int queue, int group) {
    for (Quota quota : ofGroup[group]) {
      for (int at = queue; at != QueueTree.NONE; at = tree.parent(at)) {
        if (quota.isBorrowing(at)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isBorrowing(Quota quota, int queue, int below) {
    for (int at = queue; at != below; at = tree.parent(at)) {
      if (!quota.isBorrowing(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any queue has a quota for these devices, alone or with others; null for all types. */
  public boolean knows(@Nullable String deviceType) {
    return quotas.stream().anyMatch(q -> Objects.equals(q.deviceType(), deviceType));
  }

  /** The devices of its own that a queue has, stated or summed; 0 where no quota knows the type. */
  public long nominal(int queue, @Nullable String deviceType) {
    return require(deviceType).nominal(queue);
  }

  /** How many a queue could borrow at most if its own limit were none. */
  public long mostBorrowed(int queue, @Nullable String deviceType) {
    return require(deviceType).mostBorrowed(queue);
  }

  private Quota require(@Nullable String deviceType) {
    return quotas.stream()
        .filter(q -> Objects.equals(q.deviceType(), deviceType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no quota for " + deviceType));
  }
}
