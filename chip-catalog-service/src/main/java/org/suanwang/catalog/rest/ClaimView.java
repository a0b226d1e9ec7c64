package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/** A claim, as it is served. */
@Schema(name = "Claim", description = "One source saying one thing at one time; never changed")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimView(
    String id,
    @Schema(description = "The id of what it is about: an accelerator, a vendor, a system …")
        String subject,
    AttributeView attribute,
    QuantityView quantity,
    @Schema(description = "The exact text of the source") @Nullable String printed,
    @Nullable String qualifier,
    SourceRef source,
    LocatorView locator,
    @Schema(
            description = "When the source said so: a day, or a month or a year",
            examples = "2024-03-26")
        String asOf,
    String tier,
    BasisView basis,
    @Schema(description = "The claims that correct this one") List<String> correctedBy,
    String recordedBy,
    LocalDate recordedOn) {

  /** A claim as it stands today. */
  static ClaimView of(Catalog catalog, Claim<Fact> c) {
    return of(catalog, catalog.findDossier(c.subject()).orElseThrow(), c);
  }

  /**
   * A claim as it stood.
   *
   * @param then the dossier of that day; what corrected it later is left out
   */
  static ClaimView of(Catalog catalog, Dossier then, Claim<Fact> c) {
    String title = catalog.findSource(c.sourceId()).orElseThrow().title();
    return new ClaimView(
        c.id(),
        c.subject(),
        AttributeView.of(c.content().attribute()),
        QuantityView.of(c.content().quantity()),
        c.printed(),
        c.qualifier(),
        new SourceRef(c.sourceId(), title),
        new LocatorView(
            c.locator().place(), c.locator().row(), c.locator().column(), c.locator().text()),
        c.asOf().toString(),
        c.tier().name(),
        BasisView.of(c.basis()),
        then.correctionsOf(c.id()).stream().map(Claim::id).toList(),
        c.recorded().by(),
        c.recorded().on());
  }

  static List<ClaimView> of(Catalog catalog, List<Claim<Fact>> claims) {
    return claims.stream().map(c -> of(catalog, c)).toList();
  }

  @Schema(name = "SourceRef")
  record SourceRef(String id, String title) {}

  @Schema(name = "Locator")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LocatorView(String place, @Nullable String row, @Nullable String column, String text) {}

  @Schema(name = "Attribute")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttributeView(
      @Schema(examples = "throughput") String kind,
      @Nullable String precision,
      @Nullable String sparsity,
      @Nullable String circuit,
      @Nullable String scope,
      @Schema(description = "Which of several: boost, 2022, MMLU", examples = "boost")
          @Nullable String name,
      @Schema(description = "The subject that a relation leads to") @Nullable String target) {
    static AttributeView of(Attribute attribute) {
      return switch (attribute) {
        case Attribute.Throughput t ->
            new AttributeView(
                t.kind(),
                t.precision().name(),
                t.sparsity().name(),
                t.circuit().name(),
                t.scope().name(),
                null,
                null);
        case Attribute.Plain plain ->
            new AttributeView(plain.kind(), null, null, null, null, null, null);
        case Named named ->
            new AttributeView(named.kind(), null, null, null, null, named.name(), null);
        case Link link ->
            new AttributeView(link.kind(), null, null, null, null, null, link.target());
      };
    }
  }

  @Schema(name = "Quantity", description = "A value, a bound, a range, a text, or unknown")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QuantityView(
      @Schema(enumeration = {"VALUE", "BOUND", "RANGE", "TEXT", "UNKNOWN"}) String kind,
      @Nullable BigDecimal value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String unit,
      @Nullable String relation,
      @Nullable String text,
      @Nullable String reason) {
    static QuantityView of(Quantity quantity) {
      String unit = quantity.unit().map(Unit::symbol).orElse(null);
      return switch (quantity) {
        case Quantity.Value v ->
            new QuantityView("VALUE", v.number(), null, null, unit, null, null, null);
        case Quantity.Bound b ->
            new QuantityView(
                "BOUND", b.number(), null, null, unit, b.relation().name(), null, null);
        case Quantity.Range r ->
            new QuantityView("RANGE", null, r.low(), r.high(), unit, null, null, null);
        case Quantity.Text t ->
            new QuantityView("TEXT", null, null, null, null, null, t.text(), null);
        case Quantity.Unknown u ->
            new QuantityView("UNKNOWN", null, null, null, null, null, null, u.reason().name());
      };
    }
  }

  @Schema(name = "Basis")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BasisView(
      @Schema(examples = "CORRECTED") String kind,
      @Nullable String corrects,
      @Nullable String why,
      @Nullable String method,
      @Nullable String rule,
      @Nullable List<String> inputs,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {
    static BasisView of(Basis basis) {
      String kind = basis.kind();
      return switch (basis) {
        case Basis.Reported _ -> new BasisView(kind, null, null, null, null, null, null, null);
        case Basis.Corrected c ->
            new BasisView(kind, c.corrects(), c.why(), null, null, null, null, null);
        case Basis.Measured m ->
            new BasisView(kind, null, null, m.method(), null, null, null, null);
        case Basis.Derived d ->
            new BasisView(kind, null, null, null, d.rule(), d.inputs(), null, null);
        case Basis.Estimated e ->
            new BasisView(kind, null, null, e.method(), null, null, e.low(), e.high());
        case Basis.Unknown u -> new BasisView(kind, null, u.why(), null, null, null, null, null);
      };
    }
  }
}
