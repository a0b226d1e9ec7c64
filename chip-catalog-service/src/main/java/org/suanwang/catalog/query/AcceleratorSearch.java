package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.AcceleratorQuery.SortKey;

/** Finds accelerators in a catalogue. */
public final class AcceleratorSearch {
  private final Catalog catalog;

  public AcceleratorSearch(Catalog catalog) {
    this.catalog = catalog;
  }

  /** All accelerators that the query asks for, in its order; equal ones by id. */
  public List<Accelerator> run(AcceleratorQuery query) {
    return catalog.accelerators().stream()
        .filter(a -> query.vendor().map(a.vendorId()::equals).orElse(true))
        .filter(a -> query.country().map(vendor(a).country()::equalsIgnoreCase).orElse(true))
        .filter(a -> query.precision().map(p -> hasPeak(a, p)).orElse(true))
        .filter(a -> query.text().map(t -> isNamed(a, plain(t))).orElse(true))
        .sorted(order(query))
        .toList();
  }

  private Vendor vendor(Accelerator accelerator) {
    return catalog.findVendor(accelerator.vendorId()).orElseThrow();
  }

  private Specification specification(Accelerator accelerator) {
    return catalog.findSpecification(accelerator.id()).orElseThrow();
  }

  private boolean hasPeak(Accelerator accelerator, Precision precision) {
    return specification(accelerator).headlinePeak(precision).isPresent();
  }

  private boolean isNamed(Accelerator accelerator, String plainText) {
    Vendor vendor = vendor(accelerator);
    Stream<String> own =
        Stream.concat(
            Stream.of(accelerator.id(), accelerator.name()), accelerator.aliases().stream());
    Stream<String> vendors =
        Stream.concat(Stream.of(vendor.id(), vendor.name()), vendor.aliases().stream());
    return Stream.concat(own, vendors).anyMatch(name -> plain(name).contains(plainText));
  }

  /** Spaces, hyphens, case and full-width letters do not matter to people who look for a name. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_-]+", "");
  }

  private Comparator<Accelerator> order(AcceleratorQuery query) {
    Comparator<Accelerator> byId = Comparator.comparing(Accelerator::id);
    return switch (query.sort()) {
      case ID -> turned(byId, query);
      case NAME -> turned(Comparator.comparing(Accelerator::name), query).thenComparing(byId);
      case VENDOR -> turned(Comparator.comparing(Accelerator::vendorId), query).thenComparing(byId);
      case FP16, INT8, MEMORY_BANDWIDTH, MEMORY_CAPACITY, POWER ->
          Comparator.<Accelerator, @Nullable BigDecimal>comparing(
                  a -> value(a, query.sort()), Comparator.nullsLast(numbers(query)))
              .thenComparing(byId);
    };
  }

  private static Comparator<BigDecimal> numbers(AcceleratorQuery query) {
    return query.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
  }

  private static Comparator<Accelerator> turned(
      Comparator<Accelerator> order, AcceleratorQuery query) {
    return query.descending() ? order.reversed() : order;
  }

  private @Nullable BigDecimal value(Accelerator accelerator, SortKey key) {
    Specification s = specification(accelerator);
    Optional<Resolved> resolved =
        switch (key) {
          case FP16 -> s.headlinePeak(Precision.FP16).map(Specification.PeakThroughput::peak);
          case INT8 -> s.headlinePeak(Precision.INT8).map(Specification.PeakThroughput::peak);
          case MEMORY_BANDWIDTH -> Optional.ofNullable(s.memoryBandwidth());
          case MEMORY_CAPACITY -> Optional.ofNullable(s.memoryCapacity());
          case POWER -> Optional.ofNullable(s.power());
          case ID, NAME, VENDOR -> Optional.empty();
        };
    return resolved.map(Resolved::value).orElse(null);
  }
}
