package org.suanwang.scheduling.load;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads jobs of Microsoft's Philly clusters (Jeon et al., USENIX ATC 2019) in either form: the
 * publisher's {@code cluster_job_log}, JSON, or the table derived from it, {@code timestamp,
 * duration, num_gpus, gpu_time, cluster}. Times without a zone, taken as UTC; durations in seconds.
 *
 * <p>Of the log, a job runs as long as its attempts together, on as many devices as its first. Left
 * out are jobs that never ran, of which an attempt has no start or end, or that ran on no device.
 * The virtual cluster is the job's class, and the user in it, where one is told, the tenant.
 */
public final class PhillyJobs {
  private static final List<String> COLUMNS =
      List.of("timestamp", "duration", "num_gpus", "cluster");

  private final JobCollector jobs;

  private PhillyJobs(TraceOptions options) {
    jobs = new JobCollector(options);
  }

  /**
   * Reads a whole log or table.
   *
   * @throws InvalidInputException naming every bad entry
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    PhillyJobs trace = new PhillyJobs(options);
    BufferedReader text = new BufferedReader(from);
    if (FirstLine.isJson(text)) {
      new JsonRecords().read(text, trace::add);
    } else {
      new CsvTable().read(text, COLUMNS, trace::add);
    }
    return trace.jobs.fromFirst();
  }

  private void add(CsvTable line) {
    long submit = line.time("timestamp");
    long run = line.run("duration");
    int devices = line.count("num_gpus", 0, WorkloadLimits.TASKS_MAX);
    String cluster = line.name("cluster", WorkloadLimits.NAME_LENGTH_MAX);
    if (devices == 0) {
      jobs.leaveOut("asked for no device");
      return;
    }
    Job job = job("philly-" + (jobs.size() + 1), cluster, devices, submit, run);
    jobs.add(line, job.withTenant(line.tenant("cluster")));
  }

  private void add(JsonEntry entry) {
    String id = entry.name("jobid", WorkloadLimits.NAME_LENGTH_MAX);
    String cluster = entry.name("vc", WorkloadLimits.NAME_LENGTH_MAX);
    PhillyAttempts attempts = PhillyAttempts.of(entry);
    if (attempts.whyNot() != null) {
      jobs.leaveOut(attempts.whyNot());
      return;
    }
    long submit = entry.time("submitted_time");
    Job job = job(id, cluster, attempts.devices(), submit, attempts.seconds());
    Job ended = jobs.ended(job, entry, "status");
    jobs.add(entry, "jobid", ended.withTenant(entry.tenantIn("vc", "user")));
  }

  private Job job(String id, String cluster, int devices, long submit, long run) {
    GangShape shape = jobs.shape(devices);
    TaskRequest request = jobs.request(shape.devicesPerTask(), 0, 0, 0, List.of());
    return new Job(id, cluster, null, false, shape.tasks(), request, submit, run);
  }
}
