package org.suanwang.scheduling.simulation;

import java.util.BitSet;

/** Jobs that wait, and which of them are among the first so many by their numbers. */
final class FirstWaiting {
  private static final int ALL = Integer.MAX_VALUE;

  private final int most;
  private final BitSet waiting = new BitSet();
  private int last = ALL;
  private int count;

  FirstWaiting(int most) {
    this.most = most;
  }

  boolean contains(int job) {
    return waiting.get(job);
  }

  /** Whether a job that waits is among the first. */
  boolean hasFirst(int job) {
    return job <= last;
  }

  /** One that does not wait yet. */
  void add(int job) {
    waiting.set(job);
    if (job <= last && ++count > most) {
      last = waiting.previousSetBit(waiting.previousSetBit(last) - 1);
      count--;
    }
  }

  /** One that waits; returns whether another takes its place among the first. */
  boolean remove(int job) {
    waiting.clear(job);
    if (job > last) {
      return false;
    }
    count--;
    int next = last == ALL ? -1 : waiting.nextSetBit(last + 1);
    last = next < 0 ? ALL : next;
    count += next < 0 ? 0 : 1;
    return next >= 0;
  }
}
