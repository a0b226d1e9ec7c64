package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;

/**
 * Memory bandwidth is bus width times data rate: bit × GT/s ÷ 8 = GB/s. Where the rate is not told,
 * it is 2, 4, 8 or 16 times the memory clock, by the kind of memory.
 */
final class BandwidthIsBusTimesRate implements SubjectRule {
  private static final double BITS_IN_BYTE = 8;

  /** Data rates are printed with two or three digits. */
  private static final double TOLERANCE = 0.05;

  /** In powers of two: clocks and bandwidths are both rounded. */
  private static final double POWER_TOLERANCE = 0.12;

  private static final int POWER_MAX = 4;
  private static final Named MEMORY_CLOCK = new Named(Named.Family.CLOCK, "memory");

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Resolved bus = spec.number(Plain.MEMORY_BUS_WIDTH);
    Resolved rate = spec.number(Plain.MEMORY_DATA_RATE);
    Resolved bandwidth = spec.memoryBandwidth();
    if (bus == null || bandwidth == null) {
      return List.of();
    }
    if (rate == null) {
      Resolved clock = spec.number(MEMORY_CLOCK);
      return clock == null || isMultiple(bandwidth, bus, clock)
          ? List.of()
          : List.of(finding(bandwidth, bus, clock, " × 2, 4, 8 or 16"));
    }
    double low = bus.low().doubleValue() * rate.low().doubleValue() / BITS_IN_BYTE;
    double high = bus.high().doubleValue() * rate.high().doubleValue() / BITS_IN_BYTE;
    boolean agrees =
        bandwidth.high().doubleValue() >= low * (1 - TOLERANCE)
            && bandwidth.low().doubleValue() <= high * (1 + TOLERANCE);
    return agrees ? List.of() : List.of(finding(bandwidth, bus, rate, ""));
  }

  private static boolean isMultiple(Resolved bandwidth, Resolved bus, Resolved clock) {
    double transfers =
        bandwidth.value().doubleValue()
            * BITS_IN_BYTE
            / (bus.value().doubleValue() * clock.value().doubleValue());
    double power = Math.log(transfers) / Math.log(2);
    return power > 1 - TOLERANCE
        && power < POWER_MAX + TOLERANCE
        && Math.abs(power - Math.rint(power)) < POWER_TOLERANCE;
  }

  private Finding finding(Resolved bandwidth, Resolved bus, Resolved rate, String times) {
    return new Finding(
        Severity.WARNING,
        name(),
        bandwidth.claimIds().getFirst(),
        Spelling.of(bandwidth)
            + " is not "
            + Spelling.of(bus)
            + " × "
            + Spelling.of(rate)
            + times
            + " ÷ 8; look up which of the three is wrong");
  }
}
