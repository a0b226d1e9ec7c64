package org.suanwang.scheduling.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;
import org.suanwang.scheduling.workload.WorkUnit;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads one job of a request; where it notes a finding, the job it returns is only a stand-in. */
final class JobReader {
  private static final double MILLI_TOLERANCE = 1e-6;
  private static final String DEFAULT_CLASS = "job";
  private static final String REQUIRED = "REQUIRED";

  /** Stands for the share of a template. */
  private static final int UNTIL_FLEET_IS_KNOWN = 1;

  private final Findings findings;
  private final String field;
  private final Instant epoch;

  JobReader(Findings findings, String field, Instant epoch) {
    this.findings = findings;
    this.field = field;
    this.epoch = epoch;
  }

  Job read(WorkloadRequest.JobRequest job) {
    int tasks = 1;
    int devicesPerTask = 0;
    int milli = 0;
    if (job.fraction() != null) {
      milli = readFraction(job, job.fraction());
      tasks = whole("tasks", job.tasks(), 1);
    } else if (job.template() != null) {
      milli = UNTIL_FLEET_IS_KNOWN;
      tasks = whole("tasks", job.tasks(), 1);
    } else if (job.tasks() != null || job.devicesPerTask() != null) {
      tasks = whole("tasks", job.tasks(), 1);
      devicesPerTask =
          findings.whole(
              field + ".devicesPerTask", job.devicesPerTask(), 0, WorkloadLimits.TASKS_MAX, 0);
      checkProduct(job, tasks, devicesPerTask);
    } else if (job.devices() != null && job.devices() != 0) {
      tasks = whole("devices", job.devices(), 1);
      devicesPerTask = 1;
    }
    WorkReader.StatedWork work = new WorkReader(findings, field).read(job);
    TaskRequest request = request(job, devicesPerTask, milli);
    checkDevices(request, work.unit());
    checkTemplate(job);
    String region = name("region", job.region());
    return new Job(
        Objects.requireNonNullElse(job.id(), ""),
        Objects.requireNonNullElse(name("class", job.jobClass()), DEFAULT_CLASS),
        region,
        regionRequired(job),
        tasks,
        request.withTerms(terms(job, work)),
        submitSeconds(job),
        work.amount(),
        new TermsReader(findings, field).read(job, tasks));
  }

  private int whole(String name, @Nullable Integer value, int fallback) {
    return findings.whole(field + "." + name, value, 1, WorkloadLimits.TASKS_MAX, fallback);
  }

  private @Nullable String name(String name, @Nullable String value) {
    return value == null
        ? null
        : findings.name(field + "." + name, value, WorkloadLimits.NAME_LENGTH_MAX);
  }

  private boolean regionRequired(WorkloadRequest.JobRequest job) {
    boolean required = Boolean.TRUE.equals(job.regionRequired());
    findings.require(
        !required || job.region() != null,
        field + ".region",
        null,
        "is needed when regionRequired is true",
        "name the hub");
    return required && job.region() != null;
  }

  private int readFraction(WorkloadRequest.JobRequest job, double fraction) {
    double milli = fraction * TaskRequest.MILLI;
    boolean holds =
        milli >= 1
            && milli < TaskRequest.MILLI - MILLI_TOLERANCE
            && Math.abs(milli - Math.rint(milli)) < MILLI_TOLERANCE;
    findings.require(
        holds,
        field + ".fraction",
        fraction,
        "must be 0.001 to 0.999 in steps of 0.001",
        "for whole devices use devices or devicesPerTask");
    findings.require(
        job.devices() == null && job.devicesPerTask() == null,
        field + ".fraction",
        fraction,
        "cannot be given together with devices or devicesPerTask",
        "a task has whole devices or a share of one");
    return holds ? (int) Math.rint(milli) : 1;
  }

  private void checkProduct(WorkloadRequest.JobRequest job, int tasks, int devicesPerTask) {
    long product = (long) tasks * devicesPerTask;
    boolean lacksWidth = job.devicesPerTask() == null;
    findings.require(
        job.devices() == null || job.devices() == product,
        field + ".devices",
        job.devices(),
        lacksWidth
            ? "beside tasks it is tasks × devicesPerTask, which is not there"
            : "must be tasks × devicesPerTask = " + product,
        lacksWidth ? "give devicesPerTask, and leave devices out" : "leave devices out");
    findings.require(
        product <= WorkloadLimits.TASKS_MAX,
        field + ".tasks",
        product + " devices",
        "a gang has at most " + WorkloadLimits.TASKS_MAX + " devices",
        "make it smaller");
  }

  private TaskRequest request(WorkloadRequest.JobRequest job, int devices, int milli) {
    int cpu = host("cpuMilli", job.cpuMilli());
    int memory = host("memoryMib", job.memoryMib());
    boolean asks = devices > 0 || milli > 0 || cpu > 0 || memory > 0;
    findings.require(
        asks,
        field + ".devices",
        job.devices(),
        "the job must ask for something",
        "give devices, fraction, cpuMilli or memoryMib");
    return new TaskRequest(
        devices,
        milli,
        cpu,
        memory,
        deviceTypes(job),
        name("referenceDevice", job.referenceDevice()));
  }

  private RequestTerms terms(WorkloadRequest.JobRequest job, WorkReader.StatedWork work) {
    return RequestTerms.USUAL
        .withWork(work.unit(), work.precision())
        .withTopology(topology(job.topology()))
        .withDeviceMemory(
            findings.whole(
                field + ".deviceMemoryMib",
                job.deviceMemoryMib(),
                1,
                FleetLimits.DEVICE_MEMORY_MIB_MAX,
                0))
        .withTemplate(name("template", job.template()))
        .withMixed(Boolean.TRUE.equals(job.mixed()))
        .withHubs(new HubTermsReader(findings, field).read(job));
  }

  private void checkTemplate(WorkloadRequest.JobRequest job) {
    boolean isAlone =
        job.fraction() == null
            && job.devices() == null
            && job.devicesPerTask() == null
            && job.deviceMemoryMib() == null;
    findings.require(
        job.template() == null || isAlone,
        field + ".template",
        job.template(),
        "says itself what a task takes: no fraction, devices or deviceMemoryMib beside it",
        "leave them out");
    boolean hasDevices = job.fraction() != null || job.devices() != null;
    findings.require(
        job.deviceMemoryMib() == null || hasDevices || job.devicesPerTask() != null,
        field + ".deviceMemoryMib",
        job.deviceMemoryMib(),
        "needs devices",
        "give devices, devicesPerTask or fraction");
  }

  private @Nullable TopologyRule topology(WorkloadRequest.@Nullable TopologyRequest given) {
    if (given == null) {
      return null;
    }
    String mode = Objects.requireNonNullElse(given.mode(), REQUIRED);
    findings.require(
        mode.equals(REQUIRED) || mode.equals("PREFERRED"),
        field + ".topology.mode",
        given.mode(),
        "must be REQUIRED or PREFERRED",
        "leave it out for REQUIRED");
    TopologyLevel level =
        ThroughputReader.level(findings, field + ".topology.level", given.level());
    return new TopologyRule(level, mode.equals(REQUIRED));
  }

  private void checkDevices(TaskRequest request, WorkUnit unit) {
    findings.require(
        unit == WorkUnit.SECONDS || request.needsDevices(),
        field + ".work",
        unit.symbol(),
        "needs devices that do it",
        "give devices, or a duration instead of work");
  }

  private int host(String name, @Nullable Integer value) {
    return findings.whole(field + "." + name, value, 0, Integer.MAX_VALUE - 1, 0);
  }

  private List<String> deviceTypes(WorkloadRequest.JobRequest job) {
    Set<String> types = new LinkedHashSet<>();
    List<@Nullable String> several = Objects.requireNonNullElse(job.deviceTypes(), List.of());
    findings.require(
        job.device() == null || several.isEmpty(),
        field + ".deviceTypes",
        several,
        "cannot be given together with device",
        "use one of them");
    findings.require(
        several.size() <= WorkloadLimits.DEVICE_TYPES_MAX,
        field + ".deviceTypes",
        several.size(),
        "at most " + WorkloadLimits.DEVICE_TYPES_MAX,
        "name fewer");
    String only = name("device", job.device());
    if (only != null) {
      types.add(only);
    }
    for (int i = 0; i < several.size() && !findings.isFull(); i++) {
      types.add(
          findings.name(
              field + ".deviceTypes[" + i + "]", several.get(i), WorkloadLimits.NAME_LENGTH_MAX));
    }
    return List.copyOf(types);
  }

  private long submitSeconds(WorkloadRequest.JobRequest job) {
    if (job.submitAt() == null) {
      return findings.whole(
          field + ".submitSeconds", job.submitSeconds(), 0, WorkloadLimits.SECONDS_MAX, 0);
    }
    findings.require(
        job.submitSeconds() == null,
        field + ".submitSeconds",
        job.submitSeconds(),
        "cannot be given together with submitAt",
        "use one of them");
    Instant at = WorkloadReader.findInstant(job.submitAt());
    if (at == null) {
      findings.add(
          field + ".submitAt",
          job.submitAt(),
          "must be an instant of the years 1900 to 2200",
          "write 2025-01-01T00:00:00Z");
      return 0;
    }
    long seconds = Duration.between(epoch, at).toSeconds();
    boolean holds =
        findings.require(
            seconds >= 0 && seconds <= WorkloadLimits.SECONDS_MAX,
            field + ".submitAt",
            job.submitAt(),
            "must be at most 68 years after the epoch " + epoch,
            "move the epoch");
    return holds ? seconds : 0;
  }
}
