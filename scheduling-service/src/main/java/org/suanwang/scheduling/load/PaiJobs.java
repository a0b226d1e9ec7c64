package org.suanwang.scheduling.load;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads jobs of Alibaba's PAI trace of 2020 (Weng et al., NSDI 2022) in either form. Times and
 * durations in seconds since the trace's own second 0.
 *
 * <p>{@code pai_task_table}, with or without its header: each task is a job of {@code inst_num}
 * equal tasks, named by job and task, from {@code start_time} to {@code end_time}. CPU and devices
 * in hundredths, {@code plan_mem} in GiB.
 *
 * <p>{@code pai_job_*_100K} of the publisher's simulator: a job of one task, devices and CPUs of
 * the whole job in units, {@code group_gpu_dur} the estimate, {@code user} class and tenant.
 */
public final class PaiJobs {
  private static final List<String> TASKS =
      List.of(
          "job_name",
          "task_name",
          "inst_num",
          "status",
          "start_time",
          "end_time",
          "plan_cpu",
          "plan_mem",
          "plan_gpu",
          "gpu_type");
  private static final List<String> SIMULATOR =
      List.of("job_id", "user", "submit_time", "duration", "num_gpu", "num_cpu");
  private static final int PERCENT_MAX = 400_000_000;
  private static final int MEMORY_GIB_MAX = 2_000_000;
  private static final int MIB_PER_GIB = 1024;
  private static final int MILLI = TaskRequest.MILLI;
  private static final int MILLI_PER_PERCENT = 10;

  private final JobCollector jobs;

  private PaiJobs(TraceOptions options) {
    jobs = new JobCollector(options);
  }

  /**
   * Reads a whole table.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    PaiJobs trace = new PaiJobs(options);
    BufferedReader text = new BufferedReader(from);
    if (FirstLine.of(text).contains("num_gpu")) {
      new CsvTable().read(text, SIMULATOR, trace::addJob);
      return trace.jobs.undated();
    }
    new CsvTable().read(text, TASKS, TASKS, trace::addTask);
    return trace.jobs.undated();
  }

  private void addTask(CsvTable line) {
    String name = line.name("job_name", WorkloadLimits.NAME_LENGTH_MAX);
    String task = line.name("task_name", WorkloadLimits.NAME_LENGTH_MAX);
    if (line.isBlank("start_time") || line.isBlank("end_time")) {
      jobs.leaveOut("start or end unknown");
      return;
    }
    double start = line.number("start_time", 0, WorkloadLimits.SECONDS_MAX);
    double end = line.number("end_time", 0, WorkloadLimits.SECONDS_MAX);
    if (end < start) {
      line.refuse("end_time", line.text("end_time"), "must not be before start_time");
      return;
    }
    int instances =
        line.isBlank("inst_num") ? 1 : line.count("inst_num", 1, WorkloadLimits.TASKS_MAX);
    double cpu = amount(line, "plan_cpu", PERCENT_MAX) * MILLI_PER_PERCENT;
    double memory = amount(line, "plan_mem", MEMORY_GIB_MAX) * MIB_PER_GIB;
    double devices = amount(line, "plan_gpu", PERCENT_MAX) * MILLI_PER_PERCENT;
    if (cpu == 0 && memory == 0 && devices == 0) {
      jobs.leaveOut("asked for nothing");
      return;
    }
    TaskRequest request = request(line, devices, cpu, memory);
    long run = Math.max(1, (long) Math.ceil(end - start));
    String id = name + "/" + task;
    Job job = new Job(id, task, null, false, instances, request, (long) start, run);
    jobs.add(line, "job_name", jobs.ended(job, line, "status"));
  }

  private void addJob(CsvTable line) {
    String id = line.name("job_id", WorkloadLimits.NAME_LENGTH_MAX);
    String user = line.name("user", WorkloadLimits.NAME_LENGTH_MAX);
    long submit = (long) line.number("submit_time", 0, WorkloadLimits.SECONDS_MAX);
    long run = line.run("duration");
    double devices = amount(line, "num_gpu", WorkloadLimits.TASKS_MAX) * MILLI;
    double cpu = amount(line, "num_cpu", WorkloadLimits.TASKS_MAX) * MILLI;
    Long estimate = line.isBlank("group_gpu_dur") ? null : line.run("group_gpu_dur");
    if (cpu == 0 && devices == 0) {
      jobs.leaveOut("asked for nothing");
      return;
    }
    GangShape shape = new GangShape(1, 0);
    TaskRequest request;
    if (devices > MILLI && devices % MILLI == 0) {
      shape = jobs.shape((int) (devices / MILLI));
      double taskMilli = shape.devicesPerTask() * (double) MILLI;
      request = request(line, taskMilli, cpu * taskMilli / devices, 0);
    } else {
      request = request(line, devices, cpu, 0);
    }
    Job job = new Job(id, user, null, false, shape.tasks(), request, submit, run);
    jobs.add(line, "job_id", job.withEstimate(estimate).withTenant(line.tenant("user")));
  }

  private static double amount(CsvTable line, String column, int max) {
    return line.isBlank(column) ? 0 : line.number(column, 0, max);
  }

  /** Shares never span devices: one and a half are two. Parts of a thousandth count as one. */
  private TaskRequest request(CsvTable line, double deviceMilli, double cpu, double memory) {
    long milli = (long) Math.ceil(deviceMilli);
    long whole = (milli + MILLI - 1) / MILLI;
    boolean isShare = milli < MILLI;
    if (!isShare && milli % MILLI != 0) {
      jobs.noteChange("parts of several devices rounded up");
    }
    if (whole > WorkloadLimits.TASKS_MAX) {
      line.refuse(
          line.has("plan_gpu") ? "plan_gpu" : "num_gpu",
          whole + " devices",
          "at most " + WorkloadLimits.TASKS_MAX);
      return jobs.request(1, 0, 0, 0, List.of());
    }
    return jobs.request(
        isShare ? 0 : (int) whole,
        isShare ? (int) milli : 0,
        (long) Math.ceil(cpu),
        (long) Math.ceil(memory),
        milli == 0 || line.isBlank("gpu_type")
            ? List.of()
            : List.of(line.name("gpu_type", WorkloadLimits.NAME_LENGTH_MAX)));
  }
}
