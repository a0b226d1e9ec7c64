package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.queue.LongHeap;

/** When the jobs that run will end. One that gave way ends later than was foreseen at its start. */
final class JobEnds {
  private static final long NOT_RUNNING = -1;

  private final LongHeap heap = new LongHeap();
  private final long[] endOf;

  JobEnds(int jobs) {
    endOf = new long[jobs];
  }

  void add(int job, long endSeconds) {
    endOf[job] = endSeconds;
    heap.add(endSeconds, job);
  }

  /** When a running job will end. */
  long of(int job) {
    return endOf[job];
  }

  /** Takes note that a job runs no longer. */
  void forget(int job) {
    endOf[job] = NOT_RUNNING;
  }

  /** When the next job ends; Long.MAX_VALUE when none runs. */
  long nextSeconds() {
    while (!heap.isEmpty() && endOf[heap.peek()] != heap.minKey()) {
      heap.poll();
    }
    return heap.minKey();
  }

  /** The job that ends next. */
  int removeNext() {
    return heap.poll();
  }
}
