package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkUnit;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads a {@code .trace} of Gavel (Narayanan et al., OSDI 2020): a job a line, fields between tabs.
 * Arrivals in seconds. The job type is the class, {@code scale_factor} the number of devices. Work
 * is told in steps, and stays so if the options say it; else they tell how many of them a device
 * does in a second, and where they do not, a step counts as a second.
 */
public final class GavelTrace {
  private static final List<String> WITH_DIRECTORY =
      List.of(
          "job_type",
          "command",
          "working_directory",
          "num_steps_arg",
          "needs_data_dir",
          "total_steps",
          "scale_factor",
          "priority_weight",
          "SLO",
          "arrival_time");
  private static final List<String> WITHOUT_DIRECTORY =
      WITH_DIRECTORY.stream().filter(f -> !f.equals("working_directory")).toList();

  private final JobCollector jobs;
  private final double stepsPerSecond;
  private final boolean isPaceTold;
  private final boolean keepsSteps;

  private GavelTrace(TraceOptions options) {
    jobs = new JobCollector(options);
    Double told = options.stepsPerSecond();
    isPaceTold = told != null;
    keepsSteps = options.keepsSteps();
    stepsPerSecond = told == null ? 1 : told;
  }

  /**
   * Reads a whole trace.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    GavelTrace trace = new GavelTrace(options);
    new TabbedLines(List.of(WITHOUT_DIRECTORY, WITH_DIRECTORY)).read(from, trace::add);
    return trace.jobs.undated();
  }

  private void add(TraceEntry line) {
    String type = line.name("job_type", WorkloadLimits.NAME_LENGTH_MAX);
    double steps = line.number("total_steps", 0, 1e15);
    int devices = line.count("scale_factor", 1, WorkloadLimits.TASKS_MAX);
    long arrival = (long) line.number("arrival_time", 0, WorkloadLimits.SECONDS_MAX);
    double work = Math.ceil(steps / stepsPerSecond);
    if (!keepsSteps && work > WorkloadLimits.SECONDS_MAX) {
      line.refuse(
          "total_steps",
          line.text("total_steps"),
          "must last at most %d s at %s steps/s"
              .formatted(WorkloadLimits.SECONDS_MAX, stepsPerSecond));
      return;
    }
    if (!isPaceTold && !keepsSteps) {
      jobs.noteChange("a step taken as a second");
    }
    GangShape shape = jobs.shape(devices);
    TaskRequest request = jobs.request(shape.devicesPerTask(), 0, 0, 0, List.of());
    if (keepsSteps) {
      request = request.withTerms(RequestTerms.USUAL.withWork(WorkUnit.STEPS, null));
    }
    String id = "gavel-" + (jobs.size() + 1);
    long amount = Math.max(1, (long) work);
    jobs.add(line, new Job(id, type, null, false, shape.tasks(), request, arrival, amount));
  }
}
