package org.suanwang.catalog.query;

import java.util.List;

/**
 * One reason why an accelerator does not meet a requirement.
 *
 * @param message what is found, with the numbers
 * @param missing what would have to be claimed to know
 */
public record Shortfall(Code code, String message, List<String> missing) {
  public Shortfall {
    missing = List.copyOf(missing);
  }

  /** The kinds of reasons. */
  public enum Code {
    OTHER_COUNTRY(true),
    OTHER_VENDOR(true),
    OTHER_SEGMENT(true),
    OTHER_SCENARIO(true),
    NOT_RELEASED(true),
    CANCELLED(true),
    /** An export rule in force holds it back from the asked destination. */
    EXPORT_CONTROLLED(true),
    MEMORY_TOO_SMALL(true),
    INTERCONNECT_TOO_SLOW(true),
    TOO_MANY_DEVICES(true),
    TOO_MUCH_POWER(true),
    OVER_BUDGET(true),
    SEGMENT_UNKNOWN(false),
    /** What is claimed does not decide whether an export rule holds it back. */
    EXPORT_CONTROL_UNKNOWN(false),
    STACK_UNKNOWN(false),
    /** No dense peak at the precision is claimed. */
    PEAK_UNKNOWN(false),
    /** Only a peak that skips zeros is claimed. */
    ONLY_SPARSE_PEAK(false),
    /** A dense peak is claimed, but of a die or a package only, or by a bound. */
    NO_PEAK_OF_DEVICE(false),
    EFFICIENCY_UNKNOWN(false),
    MEMORY_UNKNOWN(false),
    MEMORY_BANDWIDTH_UNKNOWN(false),
    INTERCONNECT_UNKNOWN(false),
    POWER_UNKNOWN(false),
    PRICE_UNKNOWN(false);

    private final boolean certain;

    Code(boolean certain) {
      this.certain = certain;
    }

    /** Whether it fails by what is known; else something is missing that would tell. */
    public boolean isCertain() {
      return certain;
    }
  }

  static Shortfall of(Code code, String message) {
    return new Shortfall(code, message, List.of());
  }

  static Shortfall missing(Code code, String message, String... missing) {
    return new Shortfall(code, message, List.of(missing));
  }
}
