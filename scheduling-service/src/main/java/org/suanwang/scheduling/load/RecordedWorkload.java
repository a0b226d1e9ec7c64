package org.suanwang.scheduling.load;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A workload as it was read from a trace.
 *
 * @param jobs those that were taken
 * @param epoch the instant of second 0; 1970 where the trace has no dates
 * @param leftOut entries that are not among the jobs, by the reason
 * @param changed jobs that are not quite as the trace has them, by what was done to them
 */
public record RecordedWorkload(
    JobTable jobs,
    Instant epoch,
    SortedMap<String, Integer> leftOut,
    SortedMap<String, Integer> changed) {
  public RecordedWorkload {
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
  }

  /** A workload of which everything was taken as it is. */
  static RecordedWorkload whole(JobTable jobs, Instant epoch) {
    return new RecordedWorkload(jobs, epoch, new TreeMap<>(), new TreeMap<>());
  }

  /** Entries that are not among the jobs. */
  public int jobsLeftOut() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }
}
