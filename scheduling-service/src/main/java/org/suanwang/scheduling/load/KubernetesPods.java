package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads the pods of {@code kubectl get pods -A -o json}, or of a list in which they stand beside
 * nodes. Pods of one gang with equal requests are one job; its class and its tenant are the
 * namespace.
 *
 * <p>Where the options say how long pods run, the list is a snapshot: second 0 is when it was
 * taken, what runs then holds devices for what is left of that time, and what waits comes after it
 * ({@link PodJobs}). Where they say nothing, only pods that have ended are taken, from their start
 * to the end of their last container, submitted when they were created.
 */
public final class KubernetesPods {
  private final JobCollector jobs;
  private final TraceOptions options;
  private final PodNodes nodes = new PodNodes();
  private final SnapshotTime snapshot = new SnapshotTime();
  private final Set<String> names = new HashSet<>();
  private final FewReasons reasons =
      new FewReasons("asks for other resources that deviceResources does not name");
  private final TaintedNodes tainted;
  private final List<SeenPod> pods = new ArrayList<>();
  private @Nullable RecordedWorkload made;

  private KubernetesPods(TraceOptions options) {
    this.jobs = new JobCollector(options);
    this.options = options;
    this.tainted = new TaintedNodes(options);
  }

  /**
   * Reads one list or several, one after another.
   *
   * @throws InvalidInputException naming every bad pod
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    KubernetesPods list = new KubernetesPods(options);
    new JsonRecords("items").read(from, list::add, list::makeJobs);
    return Objects.requireNonNull(list.made);
  }

  private void makeJobs() {
    nodes.finish(tainted);
    PodJobs of = new PodJobs(jobs, nodes, new SlicedPods(jobs, nodes, reasons));
    Long runSeconds = options.runSeconds();
    Instant at = options.at();
    long now = at == null ? snapshot.latestSeconds() : at.getEpochSecond();
    made = runSeconds == null ? of.past(pods) : of.present(pods, runSeconds, now);
  }

  private void add(JsonEntry entry) {
    if (KubernetesNode.isNode(entry)) {
      snapshot.see(entry);
      nodes.add(entry, options);
    } else if (HeldByPods.isPod(entry)) {
      snapshot.see(entry);
      String whyLeftOut = PodsLeftOut.reason(entry);
      tainted.add(entry, whyLeftOut == null);
      addPod(entry, whyLeftOut);
    }
  }

  private void addPod(JsonEntry pod, @Nullable String whyLeftOut) {
    String name = pod.name("metadata.name", 2 * WorkloadLimits.NAME_LENGTH_MAX + 53);
    String namespace = pod.name("metadata.namespace", WorkloadLimits.NAME_LENGTH_MAX);
    pod.tenant("metadata.namespace");
    if (!name.isEmpty() && !names.add(namespace + "/" + name)) {
      pod.refuse("metadata.name", name, "must be unique in its namespace");
    }
    if (names.size() > WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          pod.where(), name, "at most " + WorkloadLimits.JOBS_MAX + " pods", "send fewer");
    }
    if (whyLeftOut == null) {
      take(pod, namespace, name);
    } else {
      jobs.leaveOut(whyLeftOut);
    }
  }

  private void take(JsonEntry pod, String namespace, String name) {
    PodResources asks = new PodResources(pod);
    String resource = findDevice(asks);
    Set<String> others = asks.others(options.deviceResources());
    Set<MigResource> slices = resource == null ? slices(others) : Set.of();
    TaskRequest request = request(pod, asks, resource, slices);
    PodState state = PodState.of(pod);
    PodTimes times = PodTimes.of(pod, state);
    requireBeforeSnapshot(pod, times, state);
    if (resource == null && !others.isEmpty() && slices.size() != 1) {
      jobs.leaveOut(reason(others, slices.size() > 1));
    } else if (request == null) {
      jobs.leaveOut("asked for nothing");
    } else {
      slices.forEach(slice -> others.remove(slice.name()));
      PodSlices sliced = PodSlices.find(pod, slices);
      boolean isApart = sliced != null && sliced.count() > 1;
      String group = isApart ? null : PodGroup.find(pod);
      String job = namespace + "/" + (group == null ? name : group);
      int priority = pod.has("spec.priority") ? priority(pod) : 0;
      pods.add(
          new SeenPod(
              pod.placeOnly(),
              job,
              group == null,
              namespace,
              request,
              resource,
              sliced,
              priority,
              others,
              PodPlaces.told(pod, options),
              state,
              pod.text("spec.nodeName"),
              times));
    }
  }

  /** What asks for a device that nobody knows is no job of CPU; so much is said of it. */
  private String reason(Set<String> others, boolean isOfSeveralSlices) {
    return reasons.of(
        "asks for "
            + ExtendedResources.told(others)
            + (isOfSeveralSlices
                ? ", slices of several kinds"
                : ", which is no device: name it in deviceResources"));
  }

  /** Slices that it asks for, which are read as templates of the whole devices. */
  private Set<MigResource> slices(Set<String> others) {
    if (!options.deviceResources().contains(MigResource.WHOLE)) {
      return Set.of();
    }
    Set<MigResource> slices = new LinkedHashSet<>();
    for (String other : others) {
      MigResource slice = MigResource.find(other);
      if (slice != null) {
        slices.add(slice);
      }
    }
    return slices;
  }

  private void requireBeforeSnapshot(JsonEntry pod, PodTimes times, PodState state) {
    Instant at = options.at();
    if (at != null && state != PodState.ENDED && times.created() > at.getEpochSecond()) {
      pod.refuse(
          "metadata.creationTimestamp",
          pod.text("metadata.creationTimestamp"),
          "must not be after the snapshot, at=" + at);
    }
  }

  private static int priority(JsonEntry pod) {
    return (int) pod.whole("spec.priority", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The first resource it asks for that is a device. */
  private @Nullable String findDevice(PodResources asks) {
    return options.deviceResources().stream()
        .filter(resource -> asks.amount(resource).signum() > 0)
        .findFirst()
        .orElse(null);
  }

  private @Nullable TaskRequest request(
      JsonEntry pod, PodResources asks, @Nullable String resource, Set<MigResource> slices) {
    BigDecimal cpu = asks.cpuMilli();
    BigDecimal memory = asks.memoryMib();
    BigDecimal devices = BigDecimal.ZERO;
    for (String each : options.deviceResources()) {
      devices = devices.add(asks.amount(each));
    }
    BigDecimal parts = BigDecimal.ZERO;
    for (MigResource each : slices) {
      parts = parts.add(asks.amount(each.name()));
    }
    if (cpu.signum() == 0 && memory.signum() == 0 && devices.add(parts).signum() == 0) {
      return null;
    }
    BigDecimal all = devices.add(parts);
    if (all.compareTo(BigDecimal.valueOf(WorkloadLimits.TASKS_MAX)) > 0
        || all.stripTrailingZeros().scale() > 0) {
      pod.refuse(
          "spec.containers",
          all.toPlainString() + " devices",
          "must be a whole number up to " + WorkloadLimits.TASKS_MAX);
      return null;
    }
    JsonNode selector = pod.at("spec").path("nodeSelector");
    String type =
        resource == null && slices.isEmpty()
            ? null
            : DeviceResources.findType(
                selector,
                options.deviceTypeLabel(),
                resource == null ? MigResource.WHOLE : resource);
    return jobs.request(
        devices.intValue(), 0, fit(cpu), fit(memory), type == null ? List.of() : List.of(type));
  }

  /** More than any node has is enough to say that it fits none. */
  private static long fit(BigDecimal amount) {
    return amount.min(BigDecimal.valueOf(Integer.MAX_VALUE - 1)).longValue();
  }
}
