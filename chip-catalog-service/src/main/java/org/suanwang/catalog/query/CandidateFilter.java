package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.query.Shortfall.Code;

/** Which accelerators come into question, whatever the work asks for. */
final class CandidateFilter {
  private final Catalog catalog;
  private final Relations relations;
  private final Requirement.Filters filters;

  CandidateFilter(Catalog catalog, Relations relations, Requirement.Filters filters) {
    this.catalog = catalog;
    this.relations = relations;
    this.filters = filters;
  }

  /** Every reason against an accelerator, not the first only. */
  List<Shortfall> check(Accelerator accelerator) {
    Specification specification = catalog.findSpecification(accelerator.id()).orElseThrow();
    List<Shortfall> shortfalls = new ArrayList<>();
    checkVendor(accelerator, shortfalls);
    checkStack(accelerator, shortfalls);
    checkSegment(accelerator, specification, shortfalls);
    checkScenario(specification, shortfalls);
    checkRelease(specification, shortfalls);
    if (filters.exportRules() != null) {
      new ExportCheck(catalog, filters.exportRules()).check(accelerator).ifPresent(shortfalls::add);
    }
    if ("CANCELLED".equals(specification.text(Plain.STATUS))) {
      shortfalls.add(Shortfall.of(Code.CANCELLED, "it is claimed to be cancelled"));
    }
    checkLeast(
        accelerator,
        Plain.MEMORY_CAPACITY,
        specification.memoryCapacity(),
        filters.memoryGigabytes(),
        Code.MEMORY_TOO_SMALL,
        Code.MEMORY_UNKNOWN,
        shortfalls);
    checkLeast(
        accelerator,
        Plain.INTERCONNECT_BANDWIDTH,
        specification.number(Plain.INTERCONNECT_BANDWIDTH),
        filters.interconnectGigabytesPerSecond(),
        Code.INTERCONNECT_TOO_SLOW,
        Code.INTERCONNECT_UNKNOWN,
        shortfalls);
    return shortfalls;
  }

  private void checkVendor(Accelerator accelerator, List<Shortfall> shortfalls) {
    Optional<Vendor> vendor = catalog.findVendor(accelerator.vendorId());
    String country = vendor.map(Vendor::country).orElse("");
    if (!filters.countries().isEmpty()
        && filters.countries().stream().noneMatch(country::equalsIgnoreCase)) {
      shortfalls.add(
          Shortfall.of(Code.OTHER_COUNTRY, accelerator.vendorId() + " is of " + country));
    }
    if (!filters.vendors().isEmpty() && !filters.vendors().contains(accelerator.vendorId())) {
      shortfalls.add(Shortfall.of(Code.OTHER_VENDOR, "it is of " + accelerator.vendorId()));
    }
  }

  /**
   * It runs a stack, or the stack is said to be for it or for all that its vendor makes; silence is
   * no proof of the contrary.
   */
  private void checkStack(Accelerator accelerator, List<Shortfall> shortfalls) {
    boolean runs =
        relations.from(accelerator.id(), Link.Relation.RUNS).stream()
                .anyMatch(r -> filters.stacks().contains(r.target()))
            || Stream.of(accelerator.id(), accelerator.vendorId())
                .flatMap(id -> relations.to(id, Link.Relation.TARGETS).stream())
                .anyMatch(r -> filters.stacks().contains(r.subject()));
    if (!filters.stacks().isEmpty() && !runs) {
      shortfalls.add(
          Shortfall.missing(
              Code.STACK_UNKNOWN,
              "none of the stacks is claimed to run on it",
              filters.stacks().stream()
                  .sorted()
                  .map(s -> accelerator.id() + ".runs " + s)
                  .toArray(String[]::new)));
    }
  }

  private void checkSegment(
      Accelerator accelerator, Specification specification, List<Shortfall> shortfalls) {
    if (filters.segments().isEmpty()) {
      return;
    }
    String text = specification.text(Plain.MARKET_SEGMENT);
    if (text == null) {
      shortfalls.add(
          Shortfall.missing(
              Code.SEGMENT_UNKNOWN,
              "no market segment is claimed",
              accelerator.id() + "." + Plain.MARKET_SEGMENT.kind()));
    } else if (Arrays.stream(text.toUpperCase(Locale.ROOT).split("[^A-Z]+", -1))
        .noneMatch(filters.segments()::contains)) {
      shortfalls.add(Shortfall.of(Code.OTHER_SEGMENT, "it is sold to " + text));
    }
  }

  private void checkScenario(Specification specification, List<Shortfall> shortfalls) {
    List<Scenario> sold = specification.scenarios();
    if (!filters.scenarios().isEmpty()
        && !sold.isEmpty()
        && sold.stream().noneMatch(filters.scenarios()::contains)) {
      String names = sold.stream().map(Scenario::name).collect(Collectors.joining(", "));
      shortfalls.add(Shortfall.of(Code.OTHER_SCENARIO, "it is sold for " + names));
    }
  }

  private void checkRelease(Specification specification, List<Shortfall> shortfalls) {
    String released = specification.text(Plain.RELEASE_DATE);
    if (filters.releasedBy() != null
        && released != null
        && PartialDate.parse(released).first().isAfter(filters.releasedBy())) {
      shortfalls.add(
          Shortfall.of(
              Code.NOT_RELEASED,
              "its release is claimed for " + released + ", after " + filters.releasedBy()));
    }
  }

  private static void checkLeast(
      Accelerator accelerator,
      Plain attribute,
      @Nullable Resolved has,
      @Nullable BigDecimal least,
      Code below,
      Code unknown,
      List<Shortfall> shortfalls) {
    if (least == null) {
      return;
    }
    if (has == null || !has.isComparable()) {
      shortfalls.add(
          Shortfall.missing(
              unknown,
              attribute.kind() + " is not claimed as a number",
              accelerator.id() + "." + attribute.kind()));
    } else if (has.value().compareTo(least) < 0) {
      shortfalls.add(
          Shortfall.of(
              below,
              attribute.kind()
                  + " is "
                  + has.value().toPlainString()
                  + " "
                  + has.unit().symbol()
                  + ", asked for are "
                  + least.toPlainString()));
    }
  }
}
