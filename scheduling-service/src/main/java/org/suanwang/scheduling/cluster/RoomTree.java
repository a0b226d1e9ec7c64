package org.suanwang.scheduling.cluster;

import java.util.Arrays;

/**
 * Entries in the order of a key, each with what it has free, in several lines: an entry comes and
 * goes, and the first of a line that has enough is found, in time that grows with the logarithm of
 * the line. It is a treap (Aragon and Seidel 1989) in which each subtree knows the most that any of
 * it has free of each resource: one that has not enough of any is passed over.
 *
 * <p>Much of the first resource on one entry and much of the second on another are not enough of
 * both. So a subtree also knows, for some proportions of the two, how much of both together in that
 * proportion any one entry has. What is passed over for another proportion is not known exactly: of
 * entries that have nearly enough, more are looked at.
 *
 * <p>Equal keys go by the number of the entry; whatever stands below another one in the tree is
 * drawn from the numbers, so it is the same in every run.
 */
public final class RoomTree {
  /** No entry. */
  public static final int NONE = -1;

  private static final int NIL = 0;
  private static final int LEFT = 0;
  private static final int RIGHT = 1;
  private static final int OWN = 2;
  private static final int RESOURCES = 3;
  private static final int MOST = OWN + RESOURCES;
  private static final int BOTH = MOST + RESOURCES;

  /** Of the usual amount of the second resource for one of the first; the likeliest first. */
  private static final double[] PROPORTIONS = {1, 0.5, 2, 0.25, 4};

  private static final int STRIDE = BOTH + PROPORTIONS.length;
  private static final int SCATTER = 0x9E3779B9;

  private final int[] roots;
  private final boolean[] isIn;
  private final long[] keys;

  /** Of each entry its children, what it has free, and the most of it and all below it. */
  private final int[] cells;

  private final double[] secondForFirst;
  private final int[] wanted = new int[RESOURCES + PROPORTIONS.length];
  private long from;
  private int above;
  private int low;
  private int high;

  /**
   * Room for so many entries in so many lines.
   *
   * @param usual how much of the second resource is usual for one of the first; it tells how fast
   *     entries are found, not which
   */
  public RoomTree(int lines, int entries, double usual) {
    secondForFirst = Arrays.stream(PROPORTIONS).map(of -> of * usual).toArray();
    roots = new int[lines];
    isIn = new boolean[entries + 1];
    keys = new long[entries + 1];
    cells = new int[Math.multiplyExact(entries + 1, STRIDE)];
    Arrays.fill(cells, MOST, STRIDE, NONE);
  }

  /** Puts an entry where its key belongs, with so much of three resources. */
  public void put(int line, int entry, long key, int first, int second, int third) {
    int cell = entry + 1;
    int at = cell * STRIDE + OWN;
    if (isIn[cell]) {
      if (keys[cell] == key
          && cells[at] == first
          && cells[at + 1] == second
          && cells[at + 2] == third) {
        return;
      }
      roots[line] = removed(roots[line], cell);
    }
    isIn[cell] = true;
    keys[cell] = key;
    cells[at] = first;
    cells[at + 1] = second;
    cells[at + 2] = third;
    cells[cell * STRIDE + LEFT] = NIL;
    cells[cell * STRIDE + RIGHT] = NIL;
    roots[line] = inserted(roots[line], cell);
  }

  /** Takes an entry out, if it is in. */
  public void remove(int line, int entry) {
    if (isIn[entry + 1]) {
      isIn[entry + 1] = false;
      roots[line] = removed(roots[line], entry + 1);
    }
  }

  /** What is asked for next is to have so much, or more. */
  public void want(int first, int second, int third) {
    wanted[0] = first;
    wanted[1] = second;
    wanted[2] = third;
    for (int i = 0; i < secondForFirst.length; i++) {
      wanted[RESOURCES + i] = both(i, first, second);
    }
  }

  /** The first with this key, or a greater one, that has enough. */
  public int first(int line, long fromKey) {
    from = fromKey;
    above = NIL;
    return found(roots[line]) - 1;
  }

  /** The next one after another that was found, that has enough. */
  public int after(int line, int entry) {
    from = keys[entry + 1];
    above = entry + 1;
    return found(roots[line]) - 1;
  }

  /** Where an entry stands. */
  public long key(int entry) {
    return keys[entry + 1];
  }

  private int found(int top) {
    int cell = top;
    while (cell != NIL && mayHave(cell)) {
      if (keys[cell] > from || (keys[cell] == from && cell > above)) {
        int earlier = found(cells[cell * STRIDE + LEFT]);
        if (earlier != NIL) {
          return earlier;
        }
        if (has(cell)) {
          return cell;
        }
      }
      cell = cells[cell * STRIDE + RIGHT];
    }
    return NIL;
  }

  private boolean has(int cell) {
    int at = cell * STRIDE + OWN;
    return cells[at] >= wanted[0] && cells[at + 1] >= wanted[1] && cells[at + 2] >= wanted[2];
  }

  /** Whether an entry, or one below it, may have enough. */
  private boolean mayHave(int cell) {
    int at = cell * STRIDE + MOST;
    for (int i = 0; i < wanted.length; i++) {
      if (cells[at + i] < wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** How much of the second resource goes with the first in a proportion. */
  private int both(int proportion, int first, int second) {
    return (int) Math.min(first * secondForFirst[proportion], second);
  }

  private boolean isBefore(int a, int b) {
    return keys[a] < keys[b] || (keys[a] == keys[b] && a < b);
  }

  private static boolean isAbove(int a, int b) {
    return a * SCATTER < b * SCATTER;
  }

  private int inserted(int top, int cell) {
    if (top == NIL || isAbove(cell, top)) {
      split(top, cell);
      cells[cell * STRIDE + LEFT] = low;
      cells[cell * STRIDE + RIGHT] = high;
      return counted(cell);
    }
    int side = top * STRIDE + (isBefore(cell, top) ? LEFT : RIGHT);
    cells[side] = inserted(cells[side], cell);
    return counted(top);
  }

  private int removed(int top, int cell) {
    if (top == cell) {
      return joined(cells[cell * STRIDE + LEFT], cells[cell * STRIDE + RIGHT]);
    }
    int side = top * STRIDE + (isBefore(cell, top) ? LEFT : RIGHT);
    cells[side] = removed(cells[side], cell);
    return counted(top);
  }

  /** Leaves in {@code low} what stands before an entry, in {@code high} the rest. */
  private void split(int top, int cell) {
    if (top == NIL) {
      low = NIL;
      high = NIL;
    } else if (isBefore(top, cell)) {
      split(cells[top * STRIDE + RIGHT], cell);
      cells[top * STRIDE + RIGHT] = low;
      low = counted(top);
    } else {
      split(cells[top * STRIDE + LEFT], cell);
      cells[top * STRIDE + LEFT] = high;
      high = counted(top);
    }
  }

  private int joined(int first, int second) {
    if (first == NIL || second == NIL) {
      return first + second;
    }
    if (isAbove(first, second)) {
      int side = first * STRIDE + RIGHT;
      cells[side] = joined(cells[side], second);
      return counted(first);
    }
    int side = second * STRIDE + LEFT;
    cells[side] = joined(first, cells[side]);
    return counted(second);
  }

  private int counted(int cell) {
    int at = cell * STRIDE;
    int left = cells[at + LEFT] * STRIDE + MOST;
    int right = cells[at + RIGHT] * STRIDE + MOST;
    for (int i = 0; i < RESOURCES; i++) {
      cells[at + MOST + i] =
          Math.max(cells[at + OWN + i], Math.max(cells[left + i], cells[right + i]));
    }
    for (int i = 0; i < secondForFirst.length; i++) {
      int own = both(i, cells[at + OWN], cells[at + OWN + 1]);
      cells[at + BOTH + i] =
          Math.max(own, Math.max(cells[left + RESOURCES + i], cells[right + RESOURCES + i]));
    }
    return cell;
  }
}
