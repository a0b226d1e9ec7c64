package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;

/** Memory bandwidth is bus width times data rate: bit × GT/s ÷ 8 = GB/s. */
final class BandwidthIsBusTimesRate implements SubjectRule {
  private static final double BITS_IN_BYTE = 8;

  /** Data rates are printed with two or three digits. */
  private static final double TOLERANCE = 0.05;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Resolved bus = spec.number(Plain.MEMORY_BUS_WIDTH);
    Resolved rate = spec.number(Plain.MEMORY_DATA_RATE);
    Resolved bandwidth = spec.memoryBandwidth();
    if (bus == null || rate == null || bandwidth == null) {
      return List.of();
    }
    double low = bus.low().doubleValue() * rate.low().doubleValue() / BITS_IN_BYTE;
    double high = bus.high().doubleValue() * rate.high().doubleValue() / BITS_IN_BYTE;
    boolean agrees =
        bandwidth.high().doubleValue() >= low * (1 - TOLERANCE)
            && bandwidth.low().doubleValue() <= high * (1 + TOLERANCE);
    return agrees ? List.of() : List.of(finding(bandwidth, bus, rate));
  }

  private Finding finding(Resolved bandwidth, Resolved bus, Resolved rate) {
    return new Finding(
        Severity.WARNING,
        name(),
        bandwidth.claimIds().getFirst(),
        Spelling.of(bandwidth)
            + " is not "
            + Spelling.of(bus)
            + " × "
            + Spelling.of(rate)
            + " ÷ 8; look up which of the three is wrong");
  }
}
