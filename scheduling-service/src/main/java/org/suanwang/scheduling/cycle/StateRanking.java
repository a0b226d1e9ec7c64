package org.suanwang.scheduling.cycle;

import org.suanwang.scheduling.cluster.GroupStates;
import org.suanwang.scheduling.queue.LongHeap;

/**
 * The states of a group by how well their nodes take one request, as a tournament: each state
 * stands with its first node, the better of two goes on, and the best of all is at the root. A
 * change of one state costs the logarithm of their number.
 *
 * <p>A key is how much worse than perfect a node is, above its place in the order of nodes.
 */
final class StateRanking {
  /** The key of a state whose nodes take no such task, or that no node is in. */
  static final long NONE = Long.MAX_VALUE;

  private static final int TAKES_NONE = -1;

  private final GroupStates states;
  private final Rating rating;

  /** The root is at 1, the children of i at 2 i and 2 i + 1, the states from {@code leaves} on. */
  private long[] keys = {};

  private int leaves;
  private int[] worse = {};
  private int[] ratedGeneration = {};
  private int[] counted = {};
  private long fitting;
  private long read;

  /** How good a node is for the request. */
  @FunctionalInterface
  interface Rating {
    /** How much worse than perfect, 0 or more; negative when it takes no task. */
    int worse(int place);
  }

  StateRanking(GroupStates states, Rating rating) {
    this.states = states;
    this.rating = rating;
  }

  /** How much memory it takes, in numbers of states. */
  int capacity() {
    return leaves;
  }

  /** Takes up what has changed; returns the best key. */
  long update() {
    if (leaves != states.capacity()) {
      begin();
    } else if (!states.remembers(read) || states.written() - read > leaves) {
      rankAll();
    } else {
      for (; read < states.written(); read++) {
        rank(states.changed(read));
      }
    }
    return keys[1];
  }

  private void begin() {
    leaves = states.capacity();
    keys = new long[2 * leaves];
    worse = new int[leaves];
    ratedGeneration = new int[leaves];
    counted = new int[leaves];
    fitting = 0;
    rankAll();
  }

  private void rankAll() {
    for (int state = 0; state < leaves; state++) {
      keys[leaves + state] = key(state);
    }
    for (int i = leaves - 1; i > 0; i--) {
      keys[i] = Math.min(keys[2 * i], keys[2 * i + 1]);
    }
    read = states.written();
  }

  private void rank(int state) {
    int at = leaves + state;
    keys[at] = key(state);
    while (at > 1) {
      at /= 2;
      long better = Math.min(keys[2 * at], keys[2 * at + 1]);
      if (keys[at] == better) {
        return;
      }
      keys[at] = better;
    }
  }

  /** How many nodes take a task. */
  long fitting() {
    return fitting;
  }

  private long count(int state, int nodes, long key) {
    fitting += nodes - counted[state];
    counted[state] = nodes;
    return key;
  }

  private long key(int state) {
    int nodes = states.nodes(state);
    if (nodes == 0) {
      return count(state, 0, NONE);
    }
    int first = states.place(state, 0);
    if (ratedGeneration[state] != states.generation(state)) {
      ratedGeneration[state] = states.generation(state);
      worse[state] = Math.max(TAKES_NONE, rating.worse(first));
    }
    return worse[state] == TAKES_NONE
        ? count(state, 0, NONE)
        : count(state, nodes, key(worse[state], first));
  }

  private static long key(int worse, int place) {
    return (long) worse << Integer.SIZE | place;
  }

  static int place(long key) {
    return (int) key;
  }

  static int worse(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  /**
   * Tells the keys that may come next once this one has: the least of those that were told and have
   * not come yet is the next one.
   *
   * @param state of the node with this key
   * @param index of it in the heap of its state
   * @param to which they are added
   */
  void successors(long key, int state, int index, LongHeap to) {
    for (int child = 2 * index + 1;
        child <= 2 * index + 2 && child < states.nodes(state);
        child++) {
      add(key(worse(key), states.place(state, child)), to);
    }
    int at = leaves + state;
    while (index == 0 && at > 1 && keys[at / 2] == key) {
      add(keys[at ^ 1], to);
      at /= 2;
    }
  }

  private static void add(long key, LongHeap to) {
    if (key != NONE) {
      to.add(key, 0);
    }
  }
}
