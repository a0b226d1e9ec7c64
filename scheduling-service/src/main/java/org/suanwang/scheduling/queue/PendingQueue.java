package org.suanwang.scheduling.queue;

/**
 * The jobs that wait, smallest rank first, equal ranks in order of submission. It knows no policy:
 * the rank is given.
 */
public final class PendingQueue {
  private final LongHeap heap = new LongHeap();

  public void add(int job, long rank) {
    heap.addByValue(rank, job);
  }

  public boolean isEmpty() {
    return heap.isEmpty();
  }

  public int size() {
    return heap.size();
  }

  /** The job whose turn it is. */
  public int head() {
    return heap.peek();
  }

  public int removeHead() {
    return heap.poll();
  }
}
