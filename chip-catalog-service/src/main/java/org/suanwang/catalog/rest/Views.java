package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.Ratio;

/** The parts that several answers are made of. */
final class Views {
  private Views() {}

  @Schema(name = "CatalogVersion", description = "The catalogue that an answer was read from")
  record VersionView(@Schema(examples = "2026-11-23-0123456789ab") String id, Instant publishedAt) {
    static VersionView of(CatalogVersion version) {
      return new VersionView(version.id(), version.publishedAt());
    }
  }

  @Schema(
      name = "Resolved",
      description =
          "What several claims come to: the value of the winner by the named rule, and the span of"
              + " all credible claims")
  record ResolvedView(
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      @Schema(examples = "TFLOP/s") String unit,
      @Schema(examples = "REPORTED") String basis,
      @Schema(examples = "best-tier-then-latest") String rule,
      List<String> claimIds,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Given when the winner claims a bound only")
          @Nullable String bound) {
    static @Nullable ResolvedView of(@Nullable Resolved r) {
      return r == null ? null : required(r);
    }

    static ResolvedView required(Resolved r) {
      return new ResolvedView(
          r.value(),
          r.low(),
          r.high(),
          r.unit().symbol(),
          r.basis(),
          r.rule(),
          r.claimIds(),
          r.bound() == null ? null : r.bound().name());
    }
  }

  @Schema(name = "Throughput")
  record ThroughputView(
      String precision, String sparsity, String circuit, String scope, ResolvedView peak) {
    static ThroughputView of(Specification.PeakThroughput t) {
      return new ThroughputView(
          t.of().precision().name(),
          t.of().sparsity().name(),
          t.of().circuit().name(),
          t.of().scope().name(),
          ResolvedView.required(t.peak()));
    }
  }

  @Schema(
      name = "Specification",
      description = "What the claims about an accelerator come to; null is unknown, never zero")
  record SpecificationView(
      List<ThroughputView> throughputs,
      @Nullable ResolvedView memoryBandwidth,
      @Nullable ResolvedView memoryCapacity,
      @Nullable ResolvedView power,
      @Nullable String process,
      List<Scenario> scenarios) {
    static SpecificationView of(Specification s) {
      return new SpecificationView(
          s.throughputs().stream().map(ThroughputView::of).toList(),
          ResolvedView.of(s.memoryBandwidth()),
          ResolvedView.of(s.memoryCapacity()),
          ResolvedView.of(s.power()),
          s.process(),
          s.scenarios());
    }
  }

  @Schema(name = "VendorRef")
  record VendorRef(String id, String name, @Schema(examples = "CN") String country) {
    static VendorRef of(Vendor v) {
      return new VendorRef(v.id(), v.name(), v.country());
    }
  }

  @Schema(name = "AcceleratorItem")
  record AcceleratorItem(
      String id,
      String name,
      List<String> aliases,
      VendorRef vendor,
      SpecificationView specification) {
    static AcceleratorItem of(Catalog catalog, Accelerator a) {
      return new AcceleratorItem(
          a.id(),
          a.name(),
          a.aliases(),
          VendorRef.of(catalog.findVendor(a.vendorId()).orElseThrow()),
          SpecificationView.of(catalog.findSpecification(a.id()).orElseThrow()));
    }
  }

  @Schema(name = "Source")
  record SourceView(
      String id,
      String title,
      String publisher,
      String tier,
      @Schema(description = "A day, or a month or a year", examples = "2024-03-26") String date,
      @Schema(
              description = "Whether that is when it was published, or, undated, when it was read",
              enumeration = {"PUBLISHED", "ACCESSED"})
          String dateKind,
      @Nullable String url,
      @Nullable String licence,
      @Nullable String readThrough) {}

  @Schema(name = "Ratio")
  record RatioView(BigDecimal value, BigDecimal low, BigDecimal high) {
    static @Nullable RatioView of(@Nullable Ratio r) {
      return r == null ? null : new RatioView(r.value(), r.low(), r.high());
    }
  }

  @Schema(name = "Count")
  record CountView(long value, @Schema(examples = "device") String unit) {}
}
