package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads the pods of {@code kubectl get pods -A -o json}, or of a list in which they stand beside
 * nodes. Pods of one gang with equal requests are one job; its class and its tenant are the
 * namespace. It is submitted when its first pod was created. A pod that has ended ran from its
 * start to the end of its last container; one that has not runs as long as the options say, and is
 * left out where they say nothing.
 */
public final class KubernetesPods {
  private final JobCollector jobs;
  private final TraceOptions options;
  private final Set<String> names = new HashSet<>();
  private final Map<Gang, Members> gangs = new LinkedHashMap<>();

  /** Pods that are one job. */
  private record Gang(String name, String namespace, TaskRequest request, int priority) {}

  /** What is told of them. */
  private record Members(JsonEntry first, int pods, long submit, long run, String tenant) {
    Members and(Members other) {
      return new Members(
          first,
          pods + other.pods,
          Math.min(submit, other.submit),
          Math.max(run, other.run),
          tenant);
    }
  }

  private KubernetesPods(TraceOptions options) {
    this.jobs = new JobCollector(options);
    this.options = options;
  }

  /**
   * Reads one list or several, one after another.
   *
   * @throws InvalidInputException naming every bad pod
   */
  public static RecordedWorkload load(Reader from, TraceOptions options) {
    KubernetesPods list = new KubernetesPods(options);
    new JsonRecords("items").read(from, list::add);
    list.takeGangs();
    return list.jobs.fromFirst();
  }

  private void add(JsonEntry pod) {
    if (!isPod(pod)) {
      return;
    }
    String name = pod.name("metadata.name", 2 * WorkloadLimits.NAME_LENGTH_MAX + 53);
    String namespace = pod.name("metadata.namespace", WorkloadLimits.NAME_LENGTH_MAX);
    if (!name.isEmpty() && !names.add(namespace + "/" + name)) {
      pod.refuse("metadata.name", name, "must be unique in its namespace");
    }
    if (names.size() > WorkloadLimits.JOBS_MAX) {
      throw new InvalidInputException(
          pod.where(), name, "at most " + WorkloadLimits.JOBS_MAX + " pods", "send fewer");
    }
    String owner = pod.at("metadata").path("ownerReferences").path(0).path("kind").asText("");
    TaskRequest request = request(pod);
    Long run = PodTimes.findRun(pod, options.runSeconds());
    if (owner.equals("DaemonSet") || owner.equals("Node")) {
      jobs.leaveOut("of its node (DaemonSet or static)");
    } else if (request == null) {
      jobs.leaveOut("asked for nothing");
    } else if (run == null) {
      jobs.leaveOut("run time unknown: has not ended, and no runSeconds");
    } else {
      String group = PodGroup.find(pod);
      int priority = pod.has("spec.priority") ? priority(pod) : 0;
      Gang gang =
          new Gang(namespace + "/" + (group == null ? name : group), namespace, request, priority);
      long submit = pod.time("metadata.creationTimestamp");
      String tenant = pod.tenant("metadata.namespace");
      gangs.merge(gang, new Members(pod.placeOnly(), 1, submit, run, tenant), Members::and);
    }
  }

  private static boolean isPod(JsonEntry entry) {
    String kind = entry.text("kind");
    return kind.equals("Pod") || (kind.isEmpty() && entry.at("spec").has("containers"));
  }

  private static int priority(JsonEntry pod) {
    return (int) pod.whole("spec.priority", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private @Nullable TaskRequest request(JsonEntry pod) {
    PodResources asks = new PodResources(pod);
    BigDecimal cpu = asks.cpuMilli();
    BigDecimal memory = asks.memoryMib();
    BigDecimal devices = BigDecimal.ZERO;
    for (String resource : options.deviceResources()) {
      devices = devices.add(asks.amount(resource));
    }
    if (cpu.signum() == 0 && memory.signum() == 0 && devices.signum() == 0) {
      return null;
    }
    if (devices.compareTo(BigDecimal.valueOf(WorkloadLimits.TASKS_MAX)) > 0
        || devices.stripTrailingZeros().scale() > 0) {
      pod.refuse(
          "spec.containers",
          devices.toPlainString() + " devices",
          "must be a whole number up to " + WorkloadLimits.TASKS_MAX);
      return null;
    }
    JsonNode selector = pod.at("spec").path("nodeSelector");
    String type = DeviceResources.findType(selector, options.deviceTypeLabel());
    boolean isTyped = type != null && devices.signum() > 0;
    return jobs.request(
        devices.intValue(), 0, fit(cpu), fit(memory), isTyped ? List.of(type) : List.of());
  }

  /** More than any node has is enough to say that it fits none. */
  private static long fit(BigDecimal amount) {
    return amount.min(BigDecimal.valueOf(Integer.MAX_VALUE - 1)).longValue();
  }

  /** A gang of unequal pods is several jobs, the second and later ones numbered. */
  private void takeGangs() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    gangs.forEach(
        (gang, members) -> {
          int part = parts.merge(gang.name(), 1, Integer::sum);
          if (part > 1) {
            jobs.noteChange("a further job for unequal pods of one gang");
          }
          String id = part == 1 ? gang.name() : gang.name() + "#" + part;
          Job job =
              new Job(
                  id,
                  gang.namespace(),
                  null,
                  false,
                  members.pods(),
                  gang.request(),
                  members.submit(),
                  members.run());
          Job told = job.withPriority(gang.priority()).withTenant(members.tenant());
          jobs.add(members.first(), "metadata.name", told);
        });
  }
}
