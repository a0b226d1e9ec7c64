package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * Claims in the form of exports: nothing is read out of printed texts, nothing is taken from
 * elsewhere in the file, so that a claim comes back exactly as it was.
 */
final class ExactClaims {
  /** What a quantity is, in exports and in the API. */
  enum Kind {
    VALUE,
    BOUND,
    RANGE,
    TEXT,
    UNKNOWN
  }

  /** On what ground a claim stands, in exports and in the API. */
  enum Ground {
    REPORTED,
    CORRECTED,
    MEASURED,
    DERIVED,
    ESTIMATED,
    UNKNOWN
  }

  private static final int ID_LENGTH_MAX = 300;

  private static final String[] FIELDS = {
    "claimId",
    "attribute",
    "quantity",
    "value",
    "relation",
    "low",
    "high",
    "unit",
    "text",
    "reason",
    "printed",
    "qualifier",
    "source",
    "place",
    "row",
    "column",
    "asOf",
    "tier",
    "basis",
    "corrects",
    "why",
    "method",
    "rule",
    "inputs",
    "estimateLow",
    "estimateHigh",
    "recordedBy",
    "recordedOn"
  };

  private final SubjectContext context;
  private final List<Claim<Fact>> claims;

  ExactClaims(SubjectContext context, List<Claim<Fact>> claims) {
    this.context = context;
    this.claims = claims;
  }

  void read(YamlMap claim) {
    claim.allow(FIELDS);
    Source source = context.source(claim);
    Attribute attribute = context.attribute(claim, "attribute", claim.text("attribute"));
    claims.add(
        new Claim<>(
            id(claim),
            context.subjectId(),
            new Fact(attribute, quantity(claim)),
            claim.findExact("printed").orElse(null),
            claim.findExact("qualifier").orElse(null),
            source.id(),
            locator(claim),
            claim.has("asOf") ? claim.partialDate("asOf") : source.date(),
            claim.has("tier") ? claim.constant("tier", Tier.class) : source.tier(),
            basis(claim),
            recorded(claim, context.recorded())));
  }

  private String id(YamlMap claim) {
    String id = claim.text("claimId");
    String start = context.subjectId() + ".";
    if (!id.startsWith(start) || id.length() == start.length() || id.length() > ID_LENGTH_MAX) {
      claim.violate(
          "claimId",
          id,
          "must begin with the subject's id and a dot, and have at most 300 characters",
          "write " + start + "…");
    }
    return id;
  }

  private static Locator locator(YamlMap claim) {
    return new Locator(
        claim.text("place"),
        claim.findExact("row").orElse(null),
        claim.findExact("column").orElse(null));
  }

  /** Who entered it and when: as the file says, else who sends the file. */
  static Recorded recorded(YamlMap map, Recorded sender) {
    return map.has("recordedBy") || map.has("recordedOn")
        ? new Recorded(map.text("recordedBy"), map.date("recordedOn"))
        : sender;
  }

  private static Quantity quantity(YamlMap claim) {
    return switch (claim.constant("quantity", Kind.class)) {
      case VALUE -> new Quantity.Value(claim.number("value"), unit(claim));
      case BOUND ->
          new Quantity.Bound(
              claim.constant("relation", Quantity.Relation.class),
              claim.number("value"),
              unit(claim));
      case RANGE -> range(claim);
      case TEXT -> new Quantity.Text(claim.exact("text"));
      case UNKNOWN -> new Quantity.Unknown(claim.constant("reason", Quantity.Reason.class));
    };
  }

  private static Quantity range(YamlMap claim) {
    BigDecimal low = claim.number("low");
    BigDecimal high = claim.number("high");
    if (low.compareTo(high) > 0) {
      claim.violate("high", high.toString(), "must not be below low", "swap the two");
      return new Quantity.Range(high, low, unit(claim));
    }
    return new Quantity.Range(low, high, unit(claim));
  }

  private static Unit unit(YamlMap claim) {
    Optional<Unit> unit = Unit.find(claim.text("unit"));
    if (unit.isEmpty()) {
      claim.violate(
          "unit",
          claim.text("unit"),
          "must be a unit of the catalogue",
          "use one of " + String.join(", ", Unit.symbols()));
    }
    return unit.orElse(Unit.ONE);
  }

  private static Basis basis(YamlMap claim) {
    Ground ground = claim.has("basis") ? claim.constant("basis", Ground.class) : Ground.REPORTED;
    return switch (ground) {
      case REPORTED -> new Basis.Reported();
      case CORRECTED -> new Basis.Corrected(claim.text("corrects"), claim.exact("why"));
      case MEASURED -> new Basis.Measured(claim.exact("method"));
      case DERIVED -> new Basis.Derived(claim.exact("rule"), claim.texts("inputs"));
      case ESTIMATED ->
          new Basis.Estimated(
              claim.exact("method"), claim.number("estimateLow"), claim.number("estimateHigh"));
      case UNKNOWN -> new Basis.Unknown(claim.exact("why"));
    };
  }
}
