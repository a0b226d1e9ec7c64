package org.suanwang.catalog.query;

import java.util.Optional;
import org.suanwang.catalog.accelerator.Precision;

/**
 * Which accelerators are wanted, in which order.
 *
 * @param vendor a vendor's id
 * @param country ISO 3166-1 alpha-2, of the vendor
 * @param precision only those with a known dense peak at it
 * @param text part of an id, a name or an alias, of the accelerator or its vendor
 * @param sort the order
 * @param descending whether the order is turned round; unknown values stay last
 */
public record AcceleratorQuery(
    Optional<String> vendor,
    Optional<String> country,
    Optional<Precision> precision,
    Optional<String> text,
    SortKey sort,
    boolean descending) {

  /** What accelerators can be ordered by. Peaks are dense. */
  public enum SortKey {
    ID("id"),
    NAME("name"),
    VENDOR("vendor"),
    FP16("fp16"),
    INT8("int8"),
    MEMORY_BANDWIDTH("memoryBandwidth"),
    MEMORY_CAPACITY("memoryCapacity"),
    POWER("power");

    private final String parameter;

    SortKey(String parameter) {
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }
}
