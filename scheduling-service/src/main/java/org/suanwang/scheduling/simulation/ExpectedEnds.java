package org.suanwang.scheduling.simulation;

import java.util.List;
import java.util.TreeMap;
import org.suanwang.scheduling.cluster.Allocation;

/** The jobs that run, in the order in which they are expected to end, and what they hold. */
final class ExpectedEnds {
  private static final int JOB_BITS = 31;

  private final TreeMap<Long, Running> byEnd = new TreeMap<>();
  private final long[] endOfJob;

  /** A running job: when its estimate ends, and what it holds. */
  record Running(int job, long endSeconds, Allocation held) {}

  ExpectedEnds(int jobs) {
    endOfJob = new long[jobs];
  }

  void add(int job, long endSeconds, Allocation held) {
    endOfJob[job] = endSeconds;
    byEnd.put(key(job), new Running(job, endSeconds, held));
  }

  /** Takes a job out that is there, and says when it was expected to end. */
  long remove(int job) {
    byEnd.remove(key(job));
    return endOfJob[job];
  }

  /** When a job is expected to end that is there. */
  long of(int job) {
    return endOfJob[job];
  }

  private long key(int job) {
    return endOfJob[job] << JOB_BITS | job;
  }

  boolean isEmpty() {
    return byEnd.isEmpty();
  }

  /** When the first one is expected to end; it may be past. */
  long firstEndSeconds() {
    return byEnd.isEmpty() ? Long.MAX_VALUE : byEnd.firstKey() >> JOB_BITS;
  }

  /** All of them, the first end first. */
  Iterable<Running> inOrder() {
    return byEnd.values();
  }

  /** Those whose estimate has passed and which run on. */
  List<Running> overdue(long now) {
    return List.copyOf(byEnd.headMap((now + 1) << JOB_BITS).values());
  }
}
