package org.suanwang.scheduling.cluster;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkUnit;

/**
 * Gives requests the sizes that the templates of a fleet's device types allow: a template that is
 * asked for by name; for any other share the smallest template that holds it, and a whole device
 * where none does, as HAMi allocates vNPUs. A request has one size: where it may run on several
 * types and comes to different ones, it takes that which most devices of the fleet serve, the first
 * of equal ones, and may run on the types of that size only.
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

  /**
   * Jobs that may not run on types of the fleet because their share comes to another size there.
   *
   * @param jobs how many
   * @param left the types that they may not run on though they would be large enough
   * @param kept the types that they may run on
   */
  public record LeftOut(int jobs, List<String> left, List<String> kept) {}

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
    if (!request.isFractional()) {
      return request;
    }
    List<DeviceType> all = typesFor(request);
    List<DeviceType> kept = kept(request, all);
    if (kept.isEmpty()) {
      return request;
    }
    boolean isOpen = request.terms().template() == null && kept.size() == all.size();
    Size size = size(request, kept.getFirst());
    return timed(request)
        .sized(
            size.devices(),
            size.milli(),
            size.memoryMib(),
            isOpen ? request.deviceTypes() : ids(kept));
  }

  private static List<String> ids(List<DeviceType> types) {
    return types.stream().map(DeviceType::id).toList();
  }

  /** Seconds of who may run anywhere are on the first type of the fleet, also if it is left out. */
  private TaskRequest timed(TaskRequest request) {
    boolean isNarrowed = !leftOut(request).isEmpty();
    boolean isOnFirst =
        request.referenceDevice() == null
            && request.deviceTypes().isEmpty()
            && request.terms().unit() == WorkUnit.SECONDS;
    return isNarrowed && isOnFirst ? request.timedOn(fleet.deviceTypes().getFirst().id()) : request;
  }

  /** The types of the size that most devices of the fleet serve. */
  private List<DeviceType> kept(TaskRequest request, List<DeviceType> types) {
    Map<Size, Long> devices = new LinkedHashMap<>();
    types.forEach(t -> devices.merge(size(request, t), serving(request, t), Long::sum));
    long most = devices.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return devices.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .findFirst()
        .map(e -> types.stream().filter(t -> size(request, t).equals(e.getKey())).toList())
        .orElse(List.of());
  }

  /** The devices of a type; none if one of them has too little memory. */
  private long serving(TaskRequest request, DeviceType type) {
    Integer memory = type.memoryMib();
    boolean isLargeEnough = memory == null || memory >= request.terms().deviceMemoryMib();
    return isLargeEnough ? fleet.devices(type.id()) : 0;
  }

  /** The types with devices for a request which are not of the size it takes. */
  private List<DeviceType> leftOut(TaskRequest request) {
    List<DeviceType> all = typesFor(request);
    List<DeviceType> kept = kept(request, all);
    return all.stream().filter(t -> !kept.contains(t) && serving(request, t) > 0).toList();
  }

  /** Which jobs lose types by {@link #resolve}; those alike are told together. */
  public List<LeftOut> leftOut(JobTable jobs) {
    if (!matter(jobs)) {
      return List.of();
    }
    int[] count = new int[jobs.distinctRequests().size()];
    for (int job = 0; job < jobs.size(); job++) {
      count[jobs.requestIndex(job)]++;
    }
    Map<List<List<String>>, Integer> told = new LinkedHashMap<>();
    for (int i = 0; i < count.length; i++) {
      TaskRequest request = jobs.distinctRequests().get(i);
      List<DeviceType> left = request.isFractional() ? leftOut(request) : List.of();
      if (!left.isEmpty()) {
        List<String> kept = ids(kept(request, typesFor(request)));
        told.merge(List.of(ids(left), kept), count[i], Integer::sum);
      }
    }
    return told.entrySet().stream()
        .map(e -> new LeftOut(e.getValue(), e.getKey().getFirst(), e.getKey().getLast()))
        .toList();
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
    return null;
  }
}
