package org.suanwang.scheduling.load;

import java.io.InputStream;
import java.io.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;

/** A format of recorded traces with its readers and options. */
public final class TraceFormat {
  private static final List<TraceFormat> ALL =
      List.of(
          new TraceFormat("csv", JobList::load, null),
          new TraceFormat(
              "openb", TraceFormat::openb, noOptions(OpenbNodes::load), TraceOptions.RUN_SECONDS),
          new TraceFormat(
              "swf",
              (from, options) -> SwfLog.load(from).workload(),
              (name, from, options) -> RecordedFleet.whole(SwfLog.load(from).fleet(name))),
          new TraceFormat(
              "philly",
              PhillyJobs::load,
              noOptions(PhillyMachines::load),
              TraceOptions.DEVICES_PER_TASK_MAX,
              TraceOptions.ENDINGS,
              TraceOptions.WIDER_JOBS),
          new TraceFormat(
              "helios",
              SlurmJobs::loadHelios,
              null,
              TraceOptions.DEVICES_PER_TASK_MAX,
              TraceOptions.ENDINGS,
              TraceOptions.WIDER_JOBS),
          new TraceFormat(
              "acme",
              SlurmJobs::loadAcme,
              null,
              TraceOptions.DEVICES_PER_TASK_MAX,
              TraceOptions.ENDINGS,
              TraceOptions.WIDER_JOBS),
          new TraceFormat(
              "pai-2020",
              PaiJobs::load,
              noOptions(PaiMachines::load),
              TraceOptions.DEVICES_PER_TASK_MAX,
              TraceOptions.ENDINGS,
              TraceOptions.WIDER_JOBS),
          new TraceFormat(
              "gavel",
              GavelTrace::load,
              null,
              TraceOptions.DEVICES_PER_TASK_MAX,
              TraceOptions.WIDER_JOBS,
              TraceOptions.STEPS_PER_SECOND,
              TraceOptions.WORK),
          new TraceFormat(
              "kubernetes",
              KubernetesPods::load,
              KubernetesNodes::load,
              TraceOptions.AT,
              TraceOptions.RUN_SECONDS,
              TraceOptions.DEVICE_RESOURCES,
              TraceOptions.DEVICE_TYPE_LABEL),
          new TraceFormat("opendc", OpenDcTrace::load));

  /** Reads nodes. */
  private interface FleetReader {
    RecordedFleet load(String name, Reader from, TraceOptions options);
  }

  private final String id;
  private final BiFunction<InputStream, TraceOptions, RecordedWorkload> workload;
  private final @Nullable FleetReader fleet;
  private final SortedSet<String> options;

  private TraceFormat(
      String id,
      BiFunction<Reader, TraceOptions, RecordedWorkload> workload,
      @Nullable FleetReader fleet,
      String... options) {
    this.id = id;
    this.workload = (from, chosen) -> Unpacked.read(from, text -> workload.apply(text, chosen));
    this.fleet = fleet;
    this.options = new TreeSet<>(List.of(options));
  }

  /** A format of files that are no text, and tell only how many devices a job had. */
  private TraceFormat(String id, BiFunction<InputStream, TraceOptions, RecordedWorkload> workload) {
    this.id = id;
    this.workload = workload;
    this.fleet = null;
    this.options =
        new TreeSet<>(List.of(TraceOptions.DEVICES_PER_TASK_MAX, TraceOptions.WIDER_JOBS));
  }

  private static RecordedWorkload openb(Reader from, TraceOptions options) {
    // The trace's own second 0 has no date; the epoch only gives its results a calendar.
    return RecordedWorkload.whole(OpenbPods.load(from, options.runSeconds()), Instant.EPOCH);
  }

  private static FleetReader noOptions(BiFunction<String, Reader, Fleet> reader) {
    return (name, from, options) -> RecordedFleet.whole(reader.apply(name, from));
  }

  /** As it is written in a request. */
  public String id() {
    return id;
  }

  public static Optional<TraceFormat> find(@Nullable String id) {
    return ALL.stream().filter(f -> f.id.equals(id)).findFirst();
  }

  /** The ids of all formats. */
  public static List<String> ids() {
    return ALL.stream().map(TraceFormat::id).toList();
  }

  /** The ids of those that describe a fleet. */
  public static List<String> fleetIds() {
    return ALL.stream().filter(f -> f.fleet != null).map(TraceFormat::id).toList();
  }

  /** Names of the options that a workload of this format may be read with. */
  public SortedSet<String> options() {
    return new TreeSet<>(options);
  }

  /** Names of the options that a fleet of this format may be read with. */
  public SortedSet<String> fleetOptions() {
    return options().contains(TraceOptions.DEVICE_RESOURCES)
        ? new TreeSet<>(
            List.of(
                TraceOptions.DEVICE_RESOURCES,
                TraceOptions.DEVICE_TYPE_LABEL,
                TraceOptions.HELD_BY))
        : new TreeSet<>();
  }

  /**
   * Reads jobs, plain or packed.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException naming every bad entry
   */
  public RecordedWorkload loadWorkload(InputStream from, TraceOptions chosen) {
    return workload.apply(from, chosen);
  }

  /**
   * Reads nodes, plain or packed.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException naming every bad entry
   */
  public RecordedFleet loadFleet(String name, InputStream from, TraceOptions chosen) {
    FleetReader reader = fleet;
    if (reader == null) {
      throw new IllegalStateException(id + " describes no fleet");
    }
    return Unpacked.read(from, text -> reader.load(name, text, chosen));
  }
}
