package org.suanwang.scheduling.cluster;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Gives requests the sizes that the templates of a fleet's device types allow: a template that is
 * asked for by name; for any other share the smallest template that holds it, and a whole device
 * where none does, as HAMi allocates vNPUs. A request has one size: where it may run on several
 * types, it must come to the same on all of them.
 */
public final class TemplateSizes {
  private final Fleet fleet;

  /** What a task takes of a device. */
  private record Size(int devices, int milli, int memoryMib) {}

  /**
   * Why a request has no size.
   *
   * @param value what it asks for
   * @param rule that it breaks
   * @param remedy what would do
   */
  public record Obstacle(String value, String rule, String remedy) {}

  public TemplateSizes(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Whether any request of these jobs hangs on templates. */
  private boolean matter(JobTable jobs) {
    return fleet.deviceTypes().stream().anyMatch(t -> !t.templates().isEmpty())
        || jobs.distinctRequests().stream().anyMatch(r -> r.terms().template() != null);
  }

  /**
   * The jobs with their sizes.
   *
   * @throws IllegalArgumentException when some request has none
   */
  public JobTable resolve(JobTable jobs) {
    return matter(jobs) ? jobs.withRequests(this::require) : jobs;
  }

  /** The same, but requests without a size stay as they are. */
  public JobTable resolveWhatCan(JobTable jobs) {
    return matter(jobs) ? jobs.withRequests(r -> findObstacle(r) == null ? require(r) : r) : jobs;
  }

  private TaskRequest require(TaskRequest request) {
    Obstacle obstacle = findObstacle(request);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle.value() + ": " + obstacle.rule());
    }
    List<DeviceType> types = typesFor(request);
    if (!request.isFractional() || types.isEmpty()) {
      return request;
    }
    Size size = size(request, types.getFirst());
    List<String> names =
        request.terms().template() == null
            ? request.deviceTypes()
            : types.stream().map(DeviceType::id).toList();
    return request.sized(size.devices(), size.milli(), size.memoryMib(), names);
  }

  /** The types it may run on; only those with its template, where it names one. */
  private List<DeviceType> typesFor(TaskRequest request) {
    String template = request.terms().template();
    return eligible(request).stream()
        .filter(t -> template == null || find(t, template) != null)
        .toList();
  }

  private List<DeviceType> eligible(TaskRequest request) {
    List<String> named = request.deviceTypes();
    return fleet.deviceTypes().stream()
        .filter(t -> named.isEmpty() || named.contains(t.id()))
        .toList();
  }

  private static @Nullable DeviceTemplate find(DeviceType type, String name) {
    return type.templates().stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }

  private static Size size(TaskRequest request, DeviceType type) {
    String name = request.terms().template();
    int need = request.terms().deviceMemoryMib();
    if (type.templates().isEmpty()) {
      return new Size(0, request.deviceMilli(), need);
    }
    return type.templates().stream()
        .filter(
            t ->
                name == null
                    ? t.computeMilli() >= request.deviceMilli() && t.memoryMib() >= need
                    : t.name().equals(name))
        .min(
            Comparator.comparingInt(DeviceTemplate::computeMilli)
                .thenComparingInt(DeviceTemplate::memoryMib))
        .map(t -> new Size(0, t.computeMilli(), t.memoryMib()))
        .orElse(new Size(1, 0, need));
  }

  /** Why a request has no size; null when it has one. */
  public @Nullable Obstacle findObstacle(TaskRequest request) {
    if (!request.isFractional()) {
      return null;
    }
    String template = request.terms().template();
    List<DeviceType> types = typesFor(request);
    if (template != null && types.isEmpty()) {
      Set<String> known = new TreeSet<>();
      eligible(request).forEach(t -> t.templates().forEach(one -> known.add(one.name())));
      return new Obstacle(
          template,
          "must be a template of a device type the job may run on",
          known.isEmpty()
              ? "these types have none; give the fleet's deviceTypes templates, or ask for a"
                  + " fraction"
              : "use one of " + known);
    }
    Set<Size> sizes = new LinkedHashSet<>();
    types.forEach(t -> sizes.add(size(request, t)));
    return sizes.size() <= 1
        ? null
        : new Obstacle(
            template == null ? request.deviceMilli() + " thousandths" : template,
            "must come to the same size on all device types the job may run on",
            "name one of " + types.stream().map(DeviceType::id).toList());
  }
}
