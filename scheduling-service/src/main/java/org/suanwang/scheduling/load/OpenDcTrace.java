package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads workload traces of OpenDC (Mastenbroek et al., CCGrid 2021): {@code tasks.parquet} alone,
 * or a zip with it and {@code fragments.parquet}; {@code meta.parquet} of older traces likewise. A
 * Parquet file is read from its end, so it is kept on disk meanwhile: two traces at a time.
 */
public final class OpenDcTrace {
  private static final String TASKS = "tasks.parquet";
  private static final String FRAGMENTS = "fragments.parquet";
  private static final Set<String> TASK_FILES = Set.of(TASKS, "meta.parquet");
  private static final Set<String> FRAGMENT_FILES = Set.of(FRAGMENTS, "trace.parquet");
  private static final List<String> SUBMISSION =
      List.of("submission_time", "submissionTime", "start_time", "startTime");
  private static final List<String> STOP = List.of("stop_time", "stopTime", "end_time", "endTime");
  private static final List<String> CPUS = List.of("cpu_count", "maxCores");
  private static final List<String> MEMORY = List.of("mem_capacity", "requiredMemory");
  private static final List<String> DEVICES = List.of("gpu_count", "gpuMaxCores");
  private static final List<String> LENGTH =
      Stream.concat(Stream.of("duration"), STOP.stream()).toList();
  private static final Set<String> COLUMNS =
      Stream.of(List.of("id", "parents"), SUBMISSION, LENGTH, CPUS, MEMORY, DEVICES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());
  private static final long MILLIS = 1_000;
  private static final long MILLIS_MAX = WorkloadLimits.SECONDS_MAX * MILLIS;
  private static final Semaphore TURNS = new Semaphore(2);

  private final JobCollector jobs;
  private final @Nullable Map<String, Long> fragmentMillis;

  private OpenDcTrace(TraceOptions options, @Nullable Map<String, Long> fragmentMillis) {
    this.jobs = new JobCollector(options);
    this.fragmentMillis = fragmentMillis;
  }

  /**
   * Reads a whole trace. Who sends one slowly takes nobody's turn: turns begin when it is there.
   *
   * @throws InvalidInputException naming file, row and column of everything that is wrong
   * @throws UnavailableException when two others are being read, or there is no room for its files
   */
  public static RecordedWorkload load(InputStream from, TraceOptions options) {
    try (TraceFiles files = new TraceFiles()) {
      files.take(from);
      if (!TURNS.tryAcquire()) {
        throw new UnavailableException(
            "two traces of OpenDC are being read at this moment; send it again when they are done");
      }
      try {
        return read(files, options);
      } finally {
        TURNS.release();
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "(body)",
          String.valueOf(e.getMessage()),
          "must be a Parquet file or a whole zip with some",
          "send it again");
    }
  }

  private static RecordedWorkload read(TraceFiles files, TraceOptions options) {
    TemporaryFile tasks = files.tasks;
    if (tasks == null) {
      throw new InvalidInputException(
          "(body)", "a zip without " + TASKS, "must hold " + TASKS, "send the files of one trace");
    }
    TemporaryFile fragments = files.fragments;
    return new OpenDcTrace(options, fragments == null ? null : readFragments(fragments))
        .readTasks(tasks);
  }

  /** The files of one trace, kept while it is read. */
  private static final class TraceFiles implements AutoCloseable {
    private @Nullable TemporaryFile tasks;
    private @Nullable TemporaryFile fragments;

    void take(InputStream from) throws IOException {
      var packed = new CountedBytes(from);
      var in = new BufferedInputStream(packed);
      if (Unpacked.isZip(in)) {
        takeArchive(new ZipInputStream(in), packed);
      } else {
        tasks = TemporaryFile.of(Unpacked.of(in), TASKS);
      }
    }

    private void takeArchive(ZipInputStream archive, CountedBytes packed) throws IOException {
      for (ZipEntry e = archive.getNextEntry(); e != null; e = archive.getNextEntry()) {
        String name = e.getName().substring(e.getName().lastIndexOf('/') + 1);
        if (TASK_FILES.contains(name)) {
          requireFirst(tasks, name);
          tasks = TemporaryFile.of(archive, name);
        } else if (FRAGMENT_FILES.contains(name)) {
          requireFirst(fragments, name);
          fragments = TemporaryFile.of(archive, name);
        } else {
          new UnpackedBytes(archive, packed).transferTo(OutputStream.nullOutputStream());
        }
      }
    }

    private static void requireFirst(@Nullable Object before, String name) {
      if (before != null) {
        throw new InvalidInputException(
            name, name, "must be in the zip once", "send the files of one trace");
      }
    }

    @Override
    public void close() throws IOException {
      try {
        close(tasks);
      } finally {
        close(fragments);
      }
    }

    private static void close(@Nullable TemporaryFile file) throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }

  /** How long the fragments of each task last together. */
  private static Map<String, Long> readFragments(TemporaryFile file) {
    Map<String, Long> millis = new HashMap<>();
    new ParquetTable(file.name())
        .read(
            file.path(),
            Set.of("id", "duration"),
            List.of(List.of("id"), List.of("duration")),
            row -> addFragment(row, millis));
    return millis;
  }

  private static void addFragment(ParquetTable row, Map<String, Long> millis) {
    String id = row.name("id", WorkloadLimits.NAME_LENGTH_MAX);
    long more = (long) row.number("duration", 0, MILLIS_MAX);
    millis.merge(id, more, (a, b) -> Math.min(MILLIS_MAX, a + b));
    if (millis.size() > WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          row.where(), id, "at most " + WorkloadLimits.JOBS_MAX + " tasks", "send a smaller trace");
    }
  }

  private RecordedWorkload readTasks(TemporaryFile file) {
    List<List<String>> required = List.of(List.of("id"), SUBMISSION, LENGTH, CPUS);
    new ParquetTable(file.name()).read(file.path(), COLUMNS, required, this::add);
    return jobs.fromFirst();
  }

  private void add(ParquetTable row) {
    String id = row.name("id", WorkloadLimits.NAME_LENGTH_MAX);
    String submission = firstOf(row, SUBMISSION);
    long submitMillis = (long) row.number(submission, 0, MILLIS_MAX);
    long runMillis = runMillis(row, id, submitMillis);
    int cpus = count(row, CPUS, WorkloadLimits.TASKS_MAX);
    int devices = count(row, DEVICES, WorkloadLimits.TASKS_MAX);
    int memoryMib = count(row, MEMORY, Integer.MAX_VALUE - 1);
    if (cpus == 0 && memoryMib == 0 && devices == 0) {
      jobs.leaveOut("asked for nothing");
      return;
    }
    if (row.has("parents") && !row.isBlank("parents") && !row.text("parents").equals("0")) {
      jobs.noteChange("does not wait for its parents");
    }
    GangShape shape = devices == 0 ? new GangShape(1, 0) : jobs.shape(devices);
    int tasks = shape.tasks();
    TaskRequest request =
        jobs.request(
            shape.devicesPerTask(),
            0,
            Math.ceilDiv(cpus * (long) TaskRequest.MILLI, tasks),
            Math.ceilDiv(memoryMib, tasks),
            List.of());
    long run = Math.clamp(Math.ceilDiv(runMillis, MILLIS), 1, WorkloadLimits.SECONDS_MAX);
    jobs.add(
        row, "id", new Job(id, "job", null, false, tasks, request, submitMillis / MILLIS, run));
  }

  /** Its fragments are what OpenDC runs; without them it is what is said of the task. */
  private long runMillis(ParquetTable row, String id, long submitMillis) {
    long told;
    if (row.has("duration")) {
      told = (long) row.number("duration", 0, MILLIS_MAX);
    } else {
      String stop = firstOf(row, STOP);
      told = (long) row.number(stop, 0, MILLIS_MAX) - submitMillis;
      if (told < 0) {
        row.refuse(stop, row.text(stop), "must not be before the submission");
        return 0;
      }
    }
    Long fragments = fragmentMillis == null ? null : fragmentMillis.get(id);
    if (fragments == null || fragments == told) {
      return told;
    }
    jobs.noteChange("runs as long as its fragments, not as its duration");
    return fragments;
  }

  /** The first of these columns that there is; the first of them where there is none. */
  private static String firstOf(ParquetTable row, List<String> names) {
    return names.stream().filter(row::has).findFirst().orElse(names.getFirst());
  }

  private static int count(ParquetTable row, List<String> names, int max) {
    String name = firstOf(row, names);
    return row.isBlank(name) ? 0 : row.count(name, 0, max);
  }
}
