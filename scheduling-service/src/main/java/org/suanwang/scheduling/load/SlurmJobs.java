package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads the job tables of two published traces of data centres run by Slurm and its like: Helios of
 * SenseTime (Hu et al., SC 2021: {@code cluster_log.csv}) and Acme of Shanghai AI Laboratory (Hu et
 * al., NSDI 2024: {@code trace_seren.csv}, {@code trace_kalos.csv}). Durations in seconds; times
 * with their offset, or without one and then taken as UTC. CPUs and devices are of the whole job,
 * and evenly on its nodes where they can be.
 */
public final class SlurmJobs {
  private static final List<String> COLUMNS =
      List.of("job_id", "gpu_num", "cpu_num", "node_num", "submit_time", "duration");
  private static final int CPUS_MAX = 4_000_000;
  private static final int MILLI = 1000;

  private final JobCollector jobs;
  private final TraceOptions options;
  private final String classColumn;

  private SlurmJobs(TraceOptions options, String classColumn) {
    this.jobs = new JobCollector(options);
    this.options = options;
    this.classColumn = classColumn;
  }

  /**
   * Reads a {@code cluster_log.csv}; its virtual cluster is a job's class, its user in it the
   * tenant.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedWorkload loadHelios(Reader from, TraceOptions options) {
    return new SlurmJobs(options, "vc").load(from);
  }

  /**
   * Reads a {@code trace_seren.csv} or {@code trace_kalos.csv}; its type of work is a job's class,
   * its user, where there is one, the tenant.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedWorkload loadAcme(Reader from, TraceOptions options) {
    return new SlurmJobs(options, "type").load(from);
  }

  private RecordedWorkload load(Reader from) {
    List<String> required = Stream.concat(COLUMNS.stream(), Stream.of(classColumn)).toList();
    new CsvTable().read(from, required, this::add);
    return jobs.fromFirst();
  }

  private void add(CsvTable line) {
    String id = line.name("job_id", WorkloadLimits.NAME_LENGTH_MAX);
    String jobClass = line.name(classColumn, WorkloadLimits.NAME_LENGTH_MAX);
    int devices = line.count("gpu_num", 0, WorkloadLimits.TASKS_MAX);
    double cpus = line.number("cpu_num", 0, CPUS_MAX);
    int nodes = line.count("node_num", 0, WorkloadLimits.TASKS_MAX);
    long submit = line.time("submit_time");
    if (line.isBlank("duration")) {
      jobs.leaveOut("run time unknown");
      return;
    }
    long run = line.run("duration");
    if (devices == 0 && cpus == 0) {
      jobs.leaveOut("asked for neither device nor CPU");
      return;
    }
    GangShape shape = shape(devices, Math.max(1, nodes));
    double part = devices == 0 ? 1.0 / shape.tasks() : (double) shape.devicesPerTask() / devices;
    long cpuMilli = (long) Math.ceil(cpus * MILLI * part);
    TaskRequest request = jobs.request(shape.devicesPerTask(), 0, cpuMilli, 0, List.of());
    Job job = new Job(id, jobClass, null, false, shape.tasks(), request, submit, run);
    Job ended = jobs.ended(job, line, "state");
    jobs.add(line, "job_id", ended.withTenant(line.tenantIn("vc", "user")));
  }

  /** A task a node, as recorded, unless the devices were spread unevenly or over wider nodes. */
  private GangShape shape(int devices, int nodes) {
    boolean isEven = devices % nodes == 0 && devices / nodes <= options.devicesPerTaskMax();
    return devices == 0 || (isEven && !options.capsWiderJobs())
        ? new GangShape(nodes, devices / nodes)
        : jobs.shape(devices);
  }
}
