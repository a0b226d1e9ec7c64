package org.suanwang.scheduling.queue;

import java.util.Arrays;

/**
 * A 4-ary heap of longs with an int each, smallest first; equal keys leave in the order in which
 * they came. Two arrays, no objects: it holds the events of a run and the jobs that wait.
 */
public final class LongHeap {
  private static final int ARITY = 4;
  private static final int FIRST_CAPACITY = 64;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] entries = new long[FIRST_CAPACITY];
  private int size;
  private int sequence;

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** Takes everything out. */
  public void clear() {
    size = 0;
    sequence = 0;
  }

  /** The smallest key; Long.MAX_VALUE when empty. */
  public long minKey() {
    return size == 0 ? Long.MAX_VALUE : keys[0];
  }

  /** The value of the smallest key, which stays. */
  public int peek() {
    requireNotEmpty();
    return (int) entries[0];
  }

  private void requireNotEmpty() {
    if (size == 0) {
      throw new IllegalStateException("the heap is empty");
    }
  }

  public void add(long key, int value) {
    addEntry(key, (long) sequence++ << 32 | value);
  }

  /** Of equal keys that were all added like this the smallest value leaves first. */
  public void addByValue(long key, int value) {
    addEntry(key, (long) value << 32 | value);
  }

  private void addEntry(long key, long entry) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      entries = Arrays.copyOf(entries, size * 2);
    }
    siftUp(size++, key, entry);
  }

  /** Removes the smallest and returns its value. */
  public int poll() {
    requireNotEmpty();
    int value = (int) entries[0];
    size--;
    if (size > 0) {
      siftDown(keys[size], entries[size]);
    }
    return value;
  }

  private void siftUp(int hole, long key, long entry) {
    int at = hole;
    while (at > 0) {
      int parent = (at - 1) / ARITY;
      if (!isBefore(key, entry, parent)) {
        break;
      }
      keys[at] = keys[parent];
      entries[at] = entries[parent];
      at = parent;
    }
    keys[at] = key;
    entries[at] = entry;
  }

  private void siftDown(long key, long entry) {
    int at = 0;
    int child = smallestChild(at);
    while (child < size && !isBefore(key, entry, child)) {
      keys[at] = keys[child];
      entries[at] = entries[child];
      at = child;
      child = smallestChild(at);
    }
    keys[at] = key;
    entries[at] = entry;
  }

  private int smallestChild(int parent) {
    int first = parent * ARITY + 1;
    int best = first;
    int end = Math.min(first + ARITY, size);
    for (int child = first + 1; child < end; child++) {
      if (isBefore(keys[child], entries[child], best)) {
        best = child;
      }
    }
    return best;
  }

  private boolean isBefore(long key, long entry, int other) {
    return key < keys[other] || (key == keys[other] && entry < entries[other]);
  }
}
