package org.suanwang.catalog.query;

import java.util.Arrays;
import java.util.List;

/**
 * Walks through a set in an order and takes a page of it: groups of equal values one after another,
 * of which only those that the page needs are ordered by what comes next.
 */
final class PageWalk {
  /** So many are ordered one against the other; more by walking through the next order. */
  private static final int SMALL_GROUP = 64;

  private final List<Key> keys;
  private final int after;
  private final int[] taken;
  private int count;

  /** One order. */
  record Key(NumberColumn column, boolean isDescending) {
    int compare(int one, int other) {
      double a = column.value(one);
      double b = column.value(other);
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
      }
      return isDescending ? Double.compare(b, a) : Double.compare(a, b);
    }
  }

  private PageWalk(List<Key> keys, int after, int limit) {
    this.keys = keys;
    this.after = after;
    this.taken = new int[limit];
  }

  /**
   * The places of a page in order, equal ones by place.
   *
   * @param after the place that the page before ended with; negative for the first page
   */
  static int[] take(long[] members, List<Key> keys, int after, int limit) {
    var walk = new PageWalk(keys, after, limit);
    walk.walk(members, 0, after >= 0);
    return Arrays.copyOf(walk.taken, walk.count);
  }

  private boolean isFull() {
    return count == taken.length;
  }

  private void take(int place) {
    if (!isFull()) {
      taken[count++] = place;
    }
  }

  /**
   * Takes from members that are equal in all orders before this one.
   *
   * @param isBegun whether the page before ended among them, or would have
   */
  private void walk(long[] members, int depth, boolean isBegun) {
    if (depth == keys.size()) {
      int from = isBegun ? after + 1 : 0;
      for (int p = Bits.next(members, from); p >= 0 && !isFull(); p = Bits.next(members, p + 1)) {
        take(p);
      }
      return;
    }
    int size = Bits.count(members);
    if (size <= SMALL_GROUP) {
      takeSmall(places(members, size), depth, isBegun);
      return;
    }
    Key key = keys.get(depth);
    boolean isEndedHere = isBegun && !Double.isNaN(key.column().value(after));
    if (!isBegun || isEndedHere) {
      if (key.isDescending()) {
        walkDown(members, depth, isEndedHere);
      } else {
        walkUp(members, depth, isEndedHere);
      }
    }
    if (!isFull()) {
      walk(Bits.without(members, key.column().known()), depth + 1, isBegun && !isEndedHere);
    }
  }

  private static int[] places(long[] members, int size) {
    int[] places = new int[size];
    int at = 0;
    for (int p = Bits.next(members, 0); p >= 0; p = Bits.next(members, p + 1)) {
      places[at++] = p;
    }
    return places;
  }

  private void walkUp(long[] members, int depth, boolean isBegun) {
    NumberColumn column = keys.get(depth).column();
    int from = isBegun ? column.firstFrom(column.value(after)) : 0;
    boolean isFirst = isBegun;
    while (from < column.order().length && !isFull()) {
      int to = column.endOfGroup(from);
      walkGroup(members, depth, from, to, isFirst);
      isFirst = false;
      from = to;
    }
  }

  private void walkDown(long[] members, int depth, boolean isBegun) {
    NumberColumn column = keys.get(depth).column();
    int to =
        isBegun ? column.endOfGroup(column.firstFrom(column.value(after))) : column.order().length;
    boolean isFirst = isBegun;
    while (to > 0 && !isFull()) {
      int from = column.startOfGroup(to - 1);
      walkGroup(members, depth, from, to, isFirst);
      isFirst = false;
      to = from;
    }
  }

  private void walkGroup(long[] members, int depth, int from, int to, boolean isBegun) {
    int[] order = keys.get(depth).column().order();
    if (to - from == 1) {
      if (Bits.has(members, order[from]) && !(isBegun && order[from] <= after)) {
        take(order[from]);
      }
    } else if (to - from <= SMALL_GROUP) {
      takeSmall(among(members, order, from, to), depth + 1, isBegun);
    } else {
      long[] group = new long[members.length];
      for (int i = from; i < to; i++) {
        if (Bits.has(members, order[i])) {
          Bits.set(group, order[i]);
        }
      }
      walk(group, depth + 1, isBegun);
    }
  }

  private static int[] among(long[] members, int[] order, int from, int to) {
    int[] places = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (Bits.has(members, order[i])) {
        places[size++] = order[i];
      }
    }
    return Arrays.copyOf(places, size);
  }

  private void takeSmall(int[] group, int depth, boolean isBegun) {
    int size = 0;
    for (int place : group) {
      if (!isBegun || compare(place, after, depth) > 0) {
        insert(group, size++, place, depth);
      }
    }
    for (int i = 0; i < size; i++) {
      take(group[i]);
    }
  }

  private void insert(int[] ordered, int size, int place, int depth) {
    int at = size;
    while (at > 0 && compare(ordered[at - 1], place, depth) > 0) {
      ordered[at] = ordered[at - 1];
      at--;
    }
    ordered[at] = place;
  }

  private int compare(int one, int other, int depth) {
    for (int i = depth; i < keys.size(); i++) {
      int order = keys.get(i).compare(one, other);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one, other);
  }
}
