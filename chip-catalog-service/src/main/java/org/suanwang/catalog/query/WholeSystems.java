package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;

/**
 * How many whole systems of a kind hold so many devices.
 *
 * @param devicesEach what one system holds
 * @param powerEach what one system draws; absent when unknown
 * @param count whole systems
 */
public record WholeSystems(
    Item system, Resolved devicesEach, @Nullable Resolved powerEach, Devices count) {

  /** A system that is made of nothing but one accelerator. */
  record Sole(
      Item system, String acceleratorId, Resolved devicesEach, @Nullable Resolved powerEach) {
    WholeSystems holding(Devices devices) {
      return new WholeSystems(
          system,
          devicesEach,
          powerEach,
          new Devices(
              whole(devices.value(), devicesEach.value()),
              whole(devices.low(), devicesEach.high()),
              whole(devices.high(), devicesEach.low())));
    }
  }

  /** Every known system that is made of nothing but one accelerator, ordered by id. */
  static List<Sole> sole(Catalog catalog) {
    return catalog.items(Item.Kind.SYSTEM).stream()
        .map(s -> Equipment.of(catalog, s))
        .filter(e -> e.composition().isKnown() && e.composition().parts().size() == 1)
        .map(WholeSystems::sole)
        .toList();
  }

  private static Sole sole(Equipment system) {
    Composition.Part only = system.composition().parts().getFirst();
    Equipment.Holding power = system.number(Plain.POWER);
    return new Sole(
        (Item) system.subject(),
        only.accelerator().id(),
        only.count(),
        power.isKnown() ? power.resolved() : null);
  }

  /** Those of the systems that hold so many devices of an accelerator. */
  static List<WholeSystems> holding(List<Sole> systems, Accelerator accelerator, Devices devices) {
    return systems.stream()
        .filter(s -> s.acceleratorId().equals(accelerator.id()))
        .map(s -> s.holding(devices))
        .toList();
  }

  private static long whole(long devices, BigDecimal each) {
    return BigDecimal.valueOf(devices).divide(each, 0, RoundingMode.CEILING).longValue();
  }
}
