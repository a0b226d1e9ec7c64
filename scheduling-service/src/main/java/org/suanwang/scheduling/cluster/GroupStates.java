package org.suanwang.scheduling.cluster;

import java.util.Arrays;

/**
 * The states that nodes of one group are in, by number, and of each the nodes. Of a large cluster
 * most nodes are in one of few states. A number whose state no node is in any more may be given to
 * another state; then its {@link #generation} is another one.
 *
 * <p>Whoever keeps something of each state reads from a log which of them changed since.
 */
public final class GroupStates {
  private static final int FIRST_CAPACITY = 64;

  private final PlaceHeaps nodes;
  private long[][] keys = {};
  private int[] generations = {};
  private int[] unused = {};
  private int unusedCount;

  /** Open addressing, a power of two and at least twice as many as states; 0 is free. */
  private int[] table = {};

  private int[] log = {};
  private long written;

  GroupStates(int[] indexOfPlace) {
    nodes = new PlaceHeaps(indexOfPlace);
    grow();
  }

  /** One beyond the highest number of a state, a power of two. */
  public int capacity() {
    return generations.length;
  }

  /** How many nodes are in a state. */
  public int nodes(int state) {
    return nodes.size(state);
  }

  /** The place in the order of the first node in a state, or of another of them. */
  public int place(int state, int index) {
    return nodes.place(state, index);
  }

  /** Two equal answers mean that the number stands for the same state. */
  public int generation(int state) {
    return generations[state];
  }

  /** How many changes have been written down so far. */
  public long written() {
    return written;
  }

  /** Whether the changes from this one on can still be read. */
  public boolean remembers(long change) {
    return written - change <= log.length;
  }

  /** Which state a change was of: another node is the first in it, or more or fewer are. */
  public int changed(long change) {
    return log[(int) change & (log.length - 1)];
  }

  /** A node comes into a state; returns the number of it. */
  int add(long[] key, int place) {
    int state = number(key);
    nodes.add(state, place);
    write(state);
    return state;
  }

  /** A node leaves a state. */
  void remove(int state, int place) {
    nodes.remove(state, place);
    write(state);
  }

  boolean isSame(int state, long[] key) {
    return Arrays.equals(keys[state], key);
  }

  private void write(int state) {
    log[(int) written & (log.length - 1)] = state;
    written++;
  }

  private int number(long[] key) {
    int slot = slot(key);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if (unusedCount == 0) {
      makeRoom();
      slot = slot(key);
    }
    int state = unused[--unusedCount];
    keys[state] = key;
    generations[state]++;
    table[slot] = state + 1;
    return state;
  }

  /** Where a key stands in the table, or where it would. */
  private int slot(long[] key) {
    int mask = table.length - 1;
    int hash = Arrays.hashCode(key);
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] != 0 && !Arrays.equals(keys[table[slot] - 1], key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Forgets the states that no node is in, if they are many, or makes room for twice as many. */
  private void makeRoom() {
    int empty = 0;
    for (int state = 0; state < capacity(); state++) {
      empty += nodes.size(state) == 0 ? 1 : 0;
    }
    if (empty < capacity() / 2) {
      grow();
      return;
    }
    Arrays.fill(table, 0);
    for (int state = capacity() - 1; state >= 0; state--) {
      if (nodes.size(state) == 0) {
        unused[unusedCount++] = state;
      } else {
        table[slot(keys[state])] = state + 1;
      }
    }
  }

  private void grow() {
    int before = capacity();
    int after = Math.max(FIRST_CAPACITY, before * 2);
    nodes.grow(after);
    keys = Arrays.copyOf(keys, after);
    Arrays.fill(keys, before, after, new long[0]);
    generations = Arrays.copyOf(generations, after);
    unused = new int[after];
    for (int state = after - 1; state >= before; state--) {
      unused[unusedCount++] = state;
    }
    table = new int[2 * after];
    for (int state = 0; state < before; state++) {
      table[slot(keys[state])] = state + 1;
    }
    int[] longer = new int[2 * after];
    for (long change = Math.max(0, written - log.length); change < written; change++) {
      longer[(int) change & (longer.length - 1)] = changed(change);
    }
    log = longer;
  }
}
