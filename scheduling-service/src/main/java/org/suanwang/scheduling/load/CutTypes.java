package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;

/**
 * The types of devices that nodes of a list have cut, beside whole ones: what NVIDIA's plugin
 * advertises under the mixed strategy. Slices are templates of the type they are cut of, which the
 * label of the node names. Those that deviceResources names are devices of their own type, and not
 * looked at here.
 */
final class CutTypes {
  private static final int SLICES_MAX = 256;
  private static final int SHARERS_MAX = 1000;

  private final Map<String, Map<String, SliceKind>> byType = new LinkedHashMap<>();

  /** What a node has of slices; null when it has none, or no other than are named. */
  @Nullable CutNode read(JsonEntry entry, KubernetesNode node) {
    List<MigResource> slices =
        node.otherResources().stream().map(MigResource::find).filter(Objects::nonNull).toList();
    if (slices.isEmpty() || !node.hasWholeDevicesOnly()) {
      return null;
    }
    String type = node.type(MigResource.WHOLE);
    MigModel model = MigModel.find(type);
    Map<SliceKind, Integer> amounts = new LinkedHashMap<>();
    Map<String, String> obstacles = new TreeMap<>();
    if (model == null) {
      slices.forEach(s -> obstacles.put(s.name(), "no template is known of its node's devices"));
      return new CutNode(type, 0, amounts, obstacles);
    }
    for (MigResource slice : slices) {
      SliceKind kind = kind(entry, slice, type, model);
      String obstacle = findObstacle(kind);
      if (obstacle != null) {
        obstacles.put(slice.name(), obstacle);
      } else {
        byType.computeIfAbsent(type, t -> new TreeMap<>()).put(slice.name(), kind);
        amounts.put(kind, amount(entry, node, kind));
      }
    }
    return new CutNode(type, model.memoryMib(), bounded(entry, amounts), obstacles);
  }

  private static SliceKind kind(JsonEntry entry, MigResource slice, String type, MigModel model) {
    return new SliceKind(
        slice, type, model, model.templates().get(slice.profile()), sharers(entry, slice));
  }

  /** How many pods share a slice; 0 when that is not told. */
  private static int sharers(JsonEntry entry, MigResource slice) {
    JsonNode told = entry.at("metadata").path("labels").path(slice.sharersLabel());
    BigDecimal number = Quantity.find(told.asText("").strip());
    if (number == null || !isWhole(number, SHARERS_MAX) || number.signum() == 0) {
      return slice.isShared() ? 0 : 1;
    }
    return number.intValue();
  }

  private static boolean isWhole(BigDecimal number, int most) {
    return number.signum() >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  /** Why slices of a node cannot be counted as a template; null when they can. */
  private @Nullable String findObstacle(SliceKind kind) {
    MigResource slice = kind.resource();
    boolean isWhole = slice.profile().equals(kind.model().whole()) && !slice.isShared();
    if (kind.slice() == null && !isWhole) {
      return "no template of that name is known of its node's devices";
    }
    if (kind.sharers() == 0) {
      return "no label says how many pods share one";
    }
    if (!slice.isShared() && kind.sharers() > 1) {
      return "several pods share one, and its name does not say so";
    }
    SliceKind before = byType.getOrDefault(kind.type(), Map.of()).get(slice.name());
    return before == null || before.sharers() == kind.sharers()
        ? null
        : "on a node before, another number of pods share one";
  }

  private static int amount(JsonEntry entry, KubernetesNode node, SliceKind kind) {
    String name = kind.resource().name();
    BigDecimal amount = PodResources.of(entry, node.allocatable(), name);
    int most = SLICES_MAX * kind.sharers();
    if (isWhole(amount, most)) {
      return amount.intValue();
    }
    entry.refuse(name, amount.toPlainString(), "must be a whole number from 0 to " + most);
    return 0;
  }

  private static Map<SliceKind, Integer> bounded(JsonEntry entry, Map<SliceKind, Integer> amounts) {
    int slices = 0;
    for (Map.Entry<SliceKind, Integer> each : amounts.entrySet()) {
      slices += Math.ceilDiv(each.getValue(), each.getKey().sharers());
    }
    if (slices <= SLICES_MAX) {
      return amounts;
    }
    entry.refuse(
        "status.allocatable", slices + " slices", "a node has at most " + SLICES_MAX + " slices");
    return Map.of();
  }

  /** The kinds of slices of a resource, one of each type that is cut so. */
  List<SliceKind> kinds(MigResource resource) {
    return byType.values().stream()
        .map(kinds -> kinds.get(resource.name()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Memory of a device of a type; 0 when none is cut. */
  int deviceMemoryMib(String type) {
    return byType.getOrDefault(type, Map.of()).values().stream()
        .mapToInt(kind -> kind.model().memoryMib())
        .findFirst()
        .orElse(0);
  }

  /** The types with their templates. */
  List<DeviceType> types() {
    List<DeviceType> types = new ArrayList<>();
    byType.forEach(
        (type, kinds) -> {
          MigModel model = kinds.values().iterator().next().model();
          List<DeviceTemplate> templates = new ArrayList<>(model.templates().values());
          kinds.values().stream()
              .filter(kind -> kind.resource().isShared())
              .map(SliceKind::template)
              .filter(Objects::nonNull)
              .forEach(templates::add);
          types.add(described(type, model.memoryMib(), templates));
        });
    return types;
  }

  private static DeviceType described(String id, int memoryMib, List<DeviceTemplate> templates) {
    return new DeviceType(
        id,
        null,
        null,
        DeviceType.Source.REQUEST,
        null,
        null,
        null,
        memoryMib,
        Map.of(),
        templates);
  }
}
