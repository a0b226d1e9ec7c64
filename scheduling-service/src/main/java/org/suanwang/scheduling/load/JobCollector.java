package org.suanwang.scheduling.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Collects the jobs of a trace: each name once, within the limits, and counts what is left out. */
final class JobCollector {
  private final TraceOptions options;
  private final JobTable.Builder jobs = new JobTable.Builder();
  private final Set<String> names = new HashSet<>();
  private final Map<TaskRequest, TaskRequest> requests = new HashMap<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private final SortedMap<String, Integer> changed = new TreeMap<>();

  JobCollector(TraceOptions options) {
    this.options = options;
  }

  int size() {
    return jobs.size();
  }

  void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  void noteChange(String what) {
    changed.merge(what, 1, Integer::sum);
  }

  /** Tasks for so many whole devices, none wider than the options allow. */
  GangShape shape(int devices) {
    if (devices <= options.devicesPerTaskMax()) {
      return new GangShape(1, devices);
    }
    if (options.capsWiderJobs()) {
      noteChange("devices capped at " + options.devicesPerTaskMax());
      return new GangShape(1, options.devicesPerTaskMax());
    }
    noteChange("made a gang of tasks of at most " + options.devicesPerTaskMax() + " devices");
    return GangShape.of(devices, options.devicesPerTaskMax());
  }

  /** One object for all equal requests. */
  TaskRequest request(int devices, int milli, long cpuMilli, long memoryMib, List<String> types) {
    return request(new TaskRequest(devices, milli, fit(cpuMilli), fit(memoryMib), types, null));
  }

  /** The same of one that is made already. */
  TaskRequest request(TaskRequest request) {
    return requests.computeIfAbsent(request, r -> r);
  }

  private static int fit(long amount) {
    return (int) Math.min(amount, Integer.MAX_VALUE - 1);
  }

  /** The job with the ending that is recorded in this field, if that is to be taken. */
  Job ended(Job job, TraceEntry entry, String field) {
    return options.takesEndings() ? RecordedEnding.of(job, entry.text(field)) : job;
  }

  /** Takes a job that has no name of its own in the trace. */
  void add(TraceEntry entry, Job job) {
    requireRoom(entry);
    jobs.add(job);
  }

  /** Takes a job; a finding when its name came before. */
  void add(TraceEntry entry, String nameField, Job job) {
    if (!job.id().isEmpty() && !names.add(job.id())) {
      entry.refuse(nameField, job.id(), "must be unique in the trace");
    }
    add(entry, job);
  }

  private void requireRoom(TraceEntry entry) {
    if (jobs.size() == WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          entry.where(),
          "",
          "at most " + WorkloadLimits.JOBS_MAX + " jobs",
          "send a smaller trace");
    }
  }

  /** The jobs of a trace with dates: second 0 is the first submission. */
  RecordedWorkload fromFirst() {
    finish();
    long first = jobs.startAtFirst();
    return new RecordedWorkload(jobs.build(), Instant.ofEpochSecond(first), leftOut, changed);
  }

  /**
   * The jobs of a trace of which second 0 is told.
   *
   * @param epochSeconds when it is, since 1970
   */
  RecordedWorkload from(long epochSeconds) {
    finish();
    return new RecordedWorkload(
        jobs.build(), Instant.ofEpochSecond(epochSeconds), leftOut, changed);
  }

  /** The jobs of a trace whose own second 0 is no date. */
  RecordedWorkload undated() {
    finish();
    return new RecordedWorkload(jobs.build(), Instant.EPOCH, leftOut, changed);
  }

  private void finish() {
    if (jobs.size() == 0) {
      throw new InvalidInputException(
          "(body)", "left out: " + leftOut, "must have at least one job that ran", "send a trace");
    }
    names.clear();
  }
}
