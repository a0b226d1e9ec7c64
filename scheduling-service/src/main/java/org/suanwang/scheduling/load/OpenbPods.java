package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads a pod list of the Alibaba "openb" GPU trace of 2023. Each pod becomes a job of one task,
 * its QoS the job's class. It is submitted at {@code creation_time} and runs from {@code
 * scheduled_time} (creation where that is blank: the pod was never placed in the record) to {@code
 * deletion_time}, at least a second. Times in seconds, CPU in thousandths of a core, memory in MiB,
 * {@code gpu_milli} in thousandths of a device; {@code gpu_spec} lists models separated by bars.
 *
 * <p>Lists without times have only the first five columns; their pods arrive one second apart and
 * all run equally long, as told. Columns of our own, in any list: {@code estimate_seconds} is the
 * run time told beforehand, {@code priority} a whole number, {@code tenant} the path of a queue;
 * blank when nothing was told.
 */
public final class OpenbPods {
  private static final List<String> COLUMNS =
      List.of("name", "cpu_milli", "memory_mib", "num_gpu", "gpu_milli");
  private static final List<String> TIMES = List.of("creation_time", "deletion_time");

  private static final String ESTIMATE = "estimate_seconds";
  private static final String PRIORITY = "priority";
  private static final String TENANT = "tenant";

  private final JobTable.Builder jobs = new JobTable.Builder();
  private final Map<TaskRequest, TaskRequest> known = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final @Nullable Long runSeconds;

  private OpenbPods(@Nullable Long runSeconds) {
    this.runSeconds = runSeconds;
  }

  /**
   * Reads a whole list.
   *
   * @param runSeconds run time of every pod of a list without times; null when it must have times
   * @throws InvalidInputException naming every bad line
   */
  public static JobTable load(Reader from, @Nullable Long runSeconds) {
    OpenbPods pods = new OpenbPods(runSeconds);
    new CsvTable().read(from, COLUMNS, pods::add);
    if (pods.names.isEmpty()) {
      throw new InvalidInputException("(body)", "", "must have at least one pod", "send pods");
    }
    return pods.jobs.build();
  }

  private void add(CsvTable line) {
    requireTimes(line);
    String name = line.name("name", WorkloadLimits.NAME_LENGTH_MAX);
    if (!name.isEmpty() && !names.add(name)) {
      line.refuse("name", name, "must be unique in the list");
    }
    if (names.size() > WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          line.where(),
          name,
          "at most " + WorkloadLimits.JOBS_MAX + " jobs",
          "send a smaller list");
    }
    TaskRequest request = request(line);
    String jobClass =
        line.text("qos").isEmpty() ? "pod" : line.name("qos", WorkloadLimits.NAME_LENGTH_MAX);
    Job job = new Job(name, jobClass, null, false, 1, request, submit(line), run(line));
    Job told = job.withEstimate(estimate(line)).withPriority(priority(line));
    jobs.add(told.withTenant(line.tenant(TENANT)));
  }

  private static @Nullable Long estimate(CsvTable line) {
    return line.text(ESTIMATE).isEmpty()
        ? null
        : (Long) line.whole(ESTIMATE, 1, WorkloadLimits.SECONDS_MAX);
  }

  private static int priority(CsvTable line) {
    return line.text(PRIORITY).isEmpty()
        ? 0
        : (int) line.whole(PRIORITY, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private void requireTimes(CsvTable line) {
    if (runSeconds == null && !TIMES.stream().allMatch(line::has)) {
      throw new InvalidInputException(
          "line 1",
          "",
          "the list has no " + String.join(" or no ", TIMES),
          "add the query parameter runSeconds: the run time of every pod");
    }
  }

  private long submit(CsvTable line) {
    return runSeconds == null
        ? line.whole("creation_time", 0, WorkloadLimits.SECONDS_MAX)
        : Math.max(0, names.size() - 1L);
  }

  private long run(CsvTable line) {
    if (runSeconds != null) {
      return runSeconds;
    }
    String startColumn = line.text("scheduled_time").isEmpty() ? "creation_time" : "scheduled_time";
    long start = line.whole(startColumn, 0, WorkloadLimits.SECONDS_MAX);
    long end = line.whole("deletion_time", 0, WorkloadLimits.SECONDS_MAX);
    if (end < start) {
      line.refuse("deletion_time", line.text("deletion_time"), "must not be before " + startColumn);
    }
    return Math.max(1, end - start);
  }

  private TaskRequest request(CsvTable line) {
    int gpus = (int) line.whole("num_gpu", 0, WorkloadLimits.TASKS_MAX);
    int milli = (int) line.whole("gpu_milli", 0, TaskRequest.MILLI);
    int cpu = (int) line.whole("cpu_milli", 0, Integer.MAX_VALUE);
    int memory = (int) line.whole("memory_mib", 0, Integer.MAX_VALUE);
    boolean whole = milli == TaskRequest.MILLI;
    if (gpus > 0 && (milli == 0 || (gpus > 1 && !whole))) {
      line.refuse("gpu_milli", line.text("gpu_milli"), "must be 1000, or 1 to 999 of one device");
      return TaskRequest.wholeDevices(1, "");
    }
    if (gpus == 0 && cpu == 0 && memory == 0) {
      line.refuse("num_gpu", "0", "the pod must ask for something");
    }
    var request =
        new TaskRequest(
            whole || gpus == 0 ? gpus : 0,
            whole || gpus == 0 ? 0 : milli,
            cpu,
            memory,
            gpus == 0 ? List.of() : models(line),
            null);
    return known.computeIfAbsent(request, r -> r);
  }

  private static List<String> models(CsvTable line) {
    String text = line.text("gpu_spec");
    List<String> models =
        Arrays.stream(text.split("\\|", -1))
            .map(String::strip)
            .filter(m -> !m.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (models.size() > WorkloadLimits.DEVICE_TYPES_MAX) {
      line.refuse("gpu_spec", text, "at most " + WorkloadLimits.DEVICE_TYPES_MAX + " models");
      return List.of();
    }
    if (!models.stream().allMatch(OpenbPods::isName)) {
      line.refuse("gpu_spec", text, "must be names of at most 100 printable characters");
    }
    return models;
  }

  private static boolean isName(String model) {
    return model.length() <= WorkloadLimits.NAME_LENGTH_MAX && Findings.isPrintable(model);
  }
}
