package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads the service's own table of jobs, what a named job of a request may say but work in other
 * units, templates, device memory and topology, without its limit of jobs. Columns may be in any
 * order; only {@code id}, {@code duration_seconds} and one of {@code submit_seconds} and {@code
 * submit_at} are needed, and those that nobody knows are refused.
 */
public final class JobList {
  private static final String SUBMIT_SECONDS = "submit_seconds";
  private static final String SUBMIT_AT = "submit_at";
  private static final String START_NODES = "start_nodes";
  private static final List<String> REQUIRED = List.of("id", "duration_seconds");
  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(
                  "id",
                  "class",
                  "region",
                  "region_required",
                  "tasks",
                  "devices_per_task",
                  "device_milli",
                  "cpu_milli",
                  "memory_mib",
                  "device_types",
                  "reference_device",
                  SUBMIT_SECONDS,
                  SUBMIT_AT,
                  "duration_seconds",
                  "estimate_seconds",
                  "priority",
                  "preemptible",
                  "tenant",
                  "deadline_seconds",
                  "start_timeout_seconds",
                  "cancel_after_seconds",
                  "ending",
                  "tasks_min",
                  "deferrable_seconds",
                  START_NODES,
                  "mixed"),
              HubColumns.ALL.stream())
          .toList();

  private final JobCollector jobs = new JobCollector(TraceOptions.DEFAULT);
  private final Map<TaskRequest, TaskRequest> requests = new HashMap<>();
  private final HubColumns hubs = new HubColumns();
  private boolean isChecked;
  private boolean isDated;

  private JobList() {}

  /**
   * Reads a whole table.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    JobList list = new JobList();
    new CsvTable().read(from, REQUIRED, list::add);
    return list.isDated ? list.jobs.fromFirst() : list.jobs.undated();
  }

  private void checkColumns(CsvTable line) {
    for (String column : line.columns()) {
      if (!KNOWN.contains(column)) {
        throw new InvalidInputException(
            "line 1", column, "is no column of a job list", "use some of " + KNOWN);
      }
    }
    isDated = line.has(SUBMIT_AT);
    if (isDated == line.has(SUBMIT_SECONDS)) {
      throw new InvalidInputException(
          "line 1",
          line.columns().toString(),
          "must have one of submit_seconds and submit_at",
          "add or remove a column");
    }
    isChecked = true;
  }

  private void add(CsvTable line) {
    if (!isChecked) {
      checkColumns(line);
    }
    String id = line.name("id", WorkloadLimits.NAME_LENGTH_MAX);
    String region = name(line, "region");
    String jobClass = name(line, "class");
    long submit =
        isDated ? line.time(SUBMIT_AT) : line.whole(SUBMIT_SECONDS, 0, WorkloadLimits.SECONDS_MAX);
    int tasks = whole(line, "tasks", 1, WorkloadLimits.TASKS_MAX, 1);
    Job job =
        new Job(
            id,
            jobClass == null ? "job" : jobClass,
            region,
            isRequired(line, region),
            tasks,
            request(line, tasks),
            submit,
            line.whole("duration_seconds", 1, WorkloadLimits.SECONDS_MAX));
    jobs.add(line, "id", job.withTerms(terms(line, tasks)));
  }

  private static JobTerms terms(CsvTable line, int tasks) {
    return new JobTerms(
        seconds(line, "estimate_seconds"),
        whole(line, "priority", Integer.MIN_VALUE, Integer.MAX_VALUE, 0),
        flag(line, "preemptible", true),
        line.tenant("tenant"),
        seconds(line, "deadline_seconds"),
        seconds(line, "start_timeout_seconds"),
        seconds(line, "cancel_after_seconds"),
        ending(line),
        line.isBlank("tasks_min") ? null : (Integer) (int) line.whole("tasks_min", 1, tasks),
        seconds(line, "deferrable_seconds"),
        startNodes(line, tasks));
  }

  private static List<String> startNodes(CsvTable line, int tasks) {
    if (line.isBlank(START_NODES)) {
      return List.of();
    }
    List<String> names = between(line.text(START_NODES));
    boolean isRight =
        (names.size() == 1 || names.size() == tasks)
            && names.stream().allMatch(JobList::isNodeName)
            && line.isBlank(HubColumns.DATA_ID);
    if (!isRight) {
      line.refuse(
          START_NODES,
          line.text(START_NODES),
          "must be the name of a node for each of the %d tasks, with bars between, or of one for all, and no data_id beside it"
              .formatted(tasks));
    }
    return isRight ? names : List.of();
  }

  /** Names with bars between. */
  private static List<String> between(String text) {
    return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
  }

  private static JobEnding ending(CsvTable line) {
    String text = line.text("ending");
    JobEnding ending = text.isEmpty() ? JobEnding.COMPLETES : JobEnding.find(text).orElse(null);
    if (ending == null) {
      line.refuse("ending", text, "must be completes, fails or stopped");
    }
    return Objects.requireNonNullElse(ending, JobEnding.COMPLETES);
  }

  private static @Nullable Long seconds(CsvTable line, String column) {
    return line.isBlank(column) ? null : line.whole(column, 1, WorkloadLimits.SECONDS_MAX);
  }

  private static @Nullable String name(CsvTable line, String column) {
    return line.isBlank(column) ? null : line.name(column, WorkloadLimits.NAME_LENGTH_MAX);
  }

  private static int whole(CsvTable line, String column, int min, int max, int fallback) {
    return line.isBlank(column) ? fallback : (int) line.whole(column, min, max);
  }

  private static boolean flag(CsvTable line, String column, boolean fallback) {
    String text = line.text(column);
    if (!List.of("", "true", "false").contains(text)) {
      line.refuse(column, text, "must be true or false");
    }
    return text.isEmpty() ? fallback : text.equals("true");
  }

  private static boolean isRequired(CsvTable line, @Nullable String region) {
    boolean isRequired = flag(line, "region_required", false);
    if (isRequired && region == null) {
      line.refuse("region", "", "is needed where region_required is true");
    }
    return isRequired && region != null;
  }

  private TaskRequest request(CsvTable line, int tasks) {
    int devices = whole(line, "devices_per_task", 0, WorkloadLimits.TASKS_MAX, 0);
    int milli = whole(line, "device_milli", 0, TaskRequest.MILLI - 1, 0);
    int cpu = whole(line, "cpu_milli", 0, Integer.MAX_VALUE - 1, 0);
    int memory = whole(line, "memory_mib", 0, Integer.MAX_VALUE - 1, 0);
    if (devices > 0 && milli > 0) {
      line.refuse(
          "device_milli",
          line.text("device_milli"),
          "a task has whole devices or a share of one, not both");
      milli = 0;
    }
    if (devices == 0 && milli == 0 && cpu == 0 && memory == 0) {
      line.refuse(
          "devices_per_task", line.text("devices_per_task"), "a job must ask for something");
    }
    long all = (long) devices * tasks;
    if (all > WorkloadLimits.TASKS_MAX) {
      line.refuse(
          "tasks", all + " devices", "a gang has at most " + WorkloadLimits.TASKS_MAX + " devices");
    }
    TaskRequest request =
        new TaskRequest(devices, milli, cpu, memory, types(line), name(line, "reference_device"))
            .withTerms(
                RequestTerms.USUAL.withMixed(flag(line, "mixed", false)).withHubs(hubs.read(line)));
    return requests.computeIfAbsent(request, r -> r);
  }

  private static List<String> types(CsvTable line) {
    if (line.isBlank("device_types")) {
      return List.of();
    }
    List<String> types = between(line.text("device_types"));
    boolean isRight =
        types.size() <= WorkloadLimits.DEVICE_TYPES_MAX
            && types.stream().distinct().count() == types.size()
            && types.stream().allMatch(JobList::isName);
    if (!isRight) {
      line.refuse(
          "device_types",
          line.text("device_types"),
          "must be at most %d different names of device types, with bars between"
              .formatted(WorkloadLimits.DEVICE_TYPES_MAX));
    }
    return types;
  }

  static boolean isName(String type) {
    return isName(type, WorkloadLimits.NAME_LENGTH_MAX);
  }

  private static boolean isNodeName(String name) {
    return isName(name, FleetLimits.NODE_NAME_LENGTH_MAX);
  }

  private static boolean isName(String name, int lengthMax) {
    return !name.isEmpty() && name.length() <= lengthMax && Findings.isPrintable(name);
  }
}
