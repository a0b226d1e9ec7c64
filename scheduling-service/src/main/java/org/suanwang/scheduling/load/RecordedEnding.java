package org.suanwang.scheduling.load;

import java.util.Locale;
import java.util.Set;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;

/**
 * How jobs of a trace came to their end, by the words of Slurm, Philly and PAI: Philly's {@code
 * Pass}, {@code Failed} and {@code Killed}, PAI's {@code Terminated} for a result.
 */
final class RecordedEnding {
  private static final Set<String> FAILED =
      Set.of("failed", "fail", "timeout", "node_fail", "out_of_memory", "boot_fail");
  private static final Set<String> STOPPED = Set.of("cancelled", "canceled", "killed", "stopped");

  private RecordedEnding() {}

  /** The job that ended as this word says; with a result where it says neither. */
  static Job of(Job job, String recorded) {
    String word = recorded.toLowerCase(Locale.ROOT);
    JobEnding ending = JobEnding.COMPLETES;
    if (FAILED.contains(word)) {
      ending = JobEnding.FAILS;
    } else if (STOPPED.contains(word) || word.startsWith("cancelled by")) {
      ending = JobEnding.STOPPED;
    }
    return job.withTerms(job.terms().withEnding(ending));
  }
}
