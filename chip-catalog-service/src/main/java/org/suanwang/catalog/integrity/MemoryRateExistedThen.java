package org.suanwang.catalog.integrity;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.provenance.PartialDate;

/**
 * Memory bandwidth ÷ bus width is the rate of a pin, and no memory was faster than the fastest of
 * its time.
 */
final class MemoryRateExistedThen implements SubjectRule {
  /**
   * What products of a time had at most, in GT/s a pin.
   *
   * @param from the first year
   * @param stacked memory in stacks: HBM2, HBM2E, HBM3, HBM3E, HBM4
   * @param single memory in single chips: GDDR5, GDDR5X, GDDR6, GDDR6X, GDDR7
   */
  private record Era(int from, double stacked, double single) {}

  private static final List<Era> ERAS =
      List.of(
          new Era(0, 2.4, 8),
          new Era(2016, 2.4, 12),
          new Era(2018, 2.4, 16),
          new Era(2020, 3.7, 24),
          new Era(2022, 6.5, 24),
          new Era(2024, 9.8, 24),
          new Era(2025, 9.8, 36),
          new Era(2026, 13, 36));

  /** One stack has so many lines; single chips come to half as many at most. */
  private static final double STACKED_BUS_MIN = 1024;

  private static final double BITS_IN_BYTE = 8;
  private static final double TOLERANCE = 0.05;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Resolved bus = spec.number(Plain.MEMORY_BUS_WIDTH);
    Resolved bandwidth = spec.memoryBandwidth();
    if (bus == null || bandwidth == null) {
      return List.of();
    }
    Era era = era(spec);
    double rate = bandwidth.low().doubleValue() * BITS_IN_BYTE / bus.high().doubleValue();
    double most = bus.value().doubleValue() >= STACKED_BUS_MIN ? era.stacked() : era.single();
    return rate <= most * (1 + TOLERANCE)
        ? List.of()
        : List.of(finding(bandwidth, bus, rate, most));
  }

  private static Era era(Specification spec) {
    int year =
        Stream.of(Plain.RELEASE_DATE, Plain.ANNOUNCEMENT_DATE)
            .flatMap(date -> Stream.ofNullable(spec.text(date)))
            .flatMap(date -> year(date).stream())
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return ERAS.reversed().stream().filter(e -> e.from() <= year).findFirst().orElseThrow();
  }

  private static Optional<Integer> year(String date) {
    try {
      return Optional.of(PartialDate.parse(date).last().getYear());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Finding finding(Resolved bandwidth, Resolved bus, double rate, double most) {
    return new Finding(
        Severity.WARNING,
        name(),
        bandwidth.claimIds().getFirst(),
        String.format(
            Locale.ROOT,
            "%s over %s are %.3g GT/s a pin, and memory of its time had %.3g at most; look up"
                + " bandwidth and bus",
            Spelling.of(bandwidth),
            Spelling.of(bus),
            rate,
            most));
  }
}
