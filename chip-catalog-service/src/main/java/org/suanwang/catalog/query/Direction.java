package org.suanwang.catalog.query;

import java.util.Set;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Resolved;

/** Which numbers of an attribute are better, where one can say so. */
enum Direction {
  HIGHER,
  LOWER,
  /** More transistors, a wider bus, another clock: neither better nor worse by itself. */
  NONE;

  private static final Set<Attribute> MORE =
      Set.of(
          Plain.MEMORY_BANDWIDTH,
          Plain.MEMORY_CAPACITY,
          Plain.CACHE_CAPACITY,
          Plain.INTERCONNECT_BANDWIDTH,
          Plain.NETWORK_BANDWIDTH);

  private static final Set<Named.Family> MORE_OF =
      Set.of(Named.Family.EFFICIENCY, Named.Family.SCORE);

  private static final Set<Named.Family> LESS_OF =
      Set.of(
          Named.Family.PRICE, Named.Family.RENT, Named.Family.LATENCY, Named.Family.TRAINING_TIME);

  static Direction of(Attribute attribute) {
    return switch (attribute) {
      case Throughput _ -> HIGHER;
      case Plain p -> MORE.contains(p) ? HIGHER : p == Plain.POWER ? LOWER : NONE;
      case Named n ->
          MORE_OF.contains(n.family()) ? HIGHER : LESS_OF.contains(n.family()) ? LOWER : NONE;
      case Link _ -> NONE;
    };
  }

  /** Whether the one cannot be worse than the other, by any credible claim. */
  boolean isSurelyAsGood(Resolved one, Resolved other) {
    return switch (this) {
      case HIGHER -> one.low().compareTo(other.high()) >= 0;
      case LOWER -> one.high().compareTo(other.low()) <= 0;
      case NONE -> false;
    };
  }
}
