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

  /** The job with the ending that is recorded in this field, if that is to be taken. */
  static Job taken(Job job, TraceEntry entry, String field, TraceOptions options) {
    if (!options.takesEndings()) {
      return job;
    }
    String word = entry.text(field).toLowerCase(Locale.ROOT);
    JobEnding ending = JobEnding.COMPLETES;
    if (FAILED.contains(word)) {
      ending = JobEnding.FAILS;
    } else if (STOPPED.contains(word) || word.startsWith("cancelled by")) {
      ending = JobEnding.STOPPED;
    }
    return job.withTerms(job.terms().withEnding(ending));
  }
}
