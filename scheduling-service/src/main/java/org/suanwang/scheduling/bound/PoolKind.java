package org.suanwang.scheduling.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;

/**
 * Pools that are the same to an allocation.
 *
 * @param kinds of requests that their nodes would hold, by number
 * @param cpu thousandths of a core for each thousandth of a device; infinite when not modelled
 * @param memory MiB for each; infinite when not modelled
 */
record PoolKind(BitSet kinds, double cpu, double memory) {
  /** How much a pool has of a resource for each thousandth of a device. */
  static double besideDevice(Resource resource, PoolSpan span) {
    return resource.of(span.pool()) / Resource.DEVICES.of(span.pool());
  }

  /** All pools with devices, and what share of all devices is in those of a kind. */
  static Map<PoolKind, Double> of(FleetLayout layout, Iterable<Kind> requests) {
    List<BitSet> kinds = new ArrayList<>();
    layout.pools().forEach(pool -> kinds.add(new BitSet()));
    int number = 0;
    for (Kind kind : requests) {
      for (int pool = kind.pools().nextSetBit(0);
          pool >= 0;
          pool = kind.pools().nextSetBit(pool + 1)) {
        kinds.get(pool).set(number);
      }
      number++;
    }
    Map<PoolKind, Double> shares = new LinkedHashMap<>();
    for (PoolSpan span : layout.pools()) {
      if (span.pool().devices() > 0 && !kinds.get(span.index()).isEmpty()) {
        PoolKind pool =
            new PoolKind(
                kinds.get(span.index()),
                besideDevice(Resource.CPU, span),
                besideDevice(Resource.MEMORY, span));
        shares.merge(pool, span.pool().devices() / (double) layout.devices(), Double::sum);
      }
    }
    return shares;
  }
}
