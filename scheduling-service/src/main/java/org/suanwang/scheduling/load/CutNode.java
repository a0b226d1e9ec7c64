package org.suanwang.scheduling.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suanwang.scheduling.cluster.DeviceTemplate;

/**
 * A node of which some devices are cut.
 *
 * @param type of its devices
 * @param deviceMemoryMib of one of these; 0 when it is not known
 * @param amounts how many of each kind of slice it has; of those that are shared, pods that share
 * @param obstacles why slices are not counted, by their resource
 */
record CutNode(
    String type,
    int deviceMemoryMib,
    Map<SliceKind, Integer> amounts,
    Map<String, String> obstacles) {
  /** Whether slices of a resource are counted. */
  boolean counts(String resource) {
    return amounts.keySet().stream().anyMatch(kind -> kind.resource().name().equals(resource));
  }

  /**
   * How many devices it has for its slices: the fewest that hold them.
   *
   * @param held how much of a resource is taken off for good
   */
  int devices(Function<String, BigDecimal> held) {
    int whole = 0;
    List<DeviceTemplate> slices = new ArrayList<>();
    for (Map.Entry<SliceKind, Integer> each : amounts.entrySet()) {
      SliceKind kind = each.getKey();
      BigDecimal taken = held.apply(kind.resource().name()).setScale(0, RoundingMode.CEILING);
      int left =
          BigDecimal.valueOf(each.getValue()).subtract(taken).max(BigDecimal.ZERO).intValue();
      DeviceTemplate slice = kind.slice();
      if (slice == null) {
        whole += left;
      } else {
        slices.addAll(Collections.nCopies(Math.ceilDiv(left, kind.sharers()), slice));
      }
    }
    return whole + SlicePacking.devices(slices, deviceMemoryMib);
  }
}
