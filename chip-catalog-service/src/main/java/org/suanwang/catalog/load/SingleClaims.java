package org.suanwang.catalog.load;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Source;

/** Claims that stand by themselves, each with an id of its own. */
final class SingleClaims {
  private static final String[] FIELDS =
      Stream.concat(
              Stream.of(
                  "id",
                  "attribute",
                  "sparsity",
                  "circuit",
                  "scope",
                  "says",
                  "printed",
                  "text",
                  "qualifier",
                  "source",
                  "place",
                  "row",
                  "column",
                  "asOf"),
              ClaimFields.BASIS.stream())
          .toArray(String[]::new);

  private final SubjectContext context;
  private final List<Claim<Fact>> claims;

  SingleClaims(SubjectContext context, List<Claim<Fact>> claims) {
    this.context = context;
    this.claims = claims;
  }

  void read(YamlMap claim) {
    claim.allow(FIELDS);
    Source source = context.source(claim);
    Attribute attribute = attribute(claim);
    Quantity quantity =
        claim.has("text")
            ? new Quantity.Text(claim.text("text"))
            : Printed.read(claim, "says", claim.text("says"), attribute);
    var locator =
        new Locator(
            claim.text("place"),
            claim.findText("row").orElse(null),
            claim.findText("column").orElse(null));
    claims.add(
        ClaimFields.claim(
            context,
            context.claimId(claim.text("id")),
            attribute,
            quantity,
            source,
            locator,
            claim.has("asOf") ? claim.partialDate("asOf") : source.date(),
            claim.findText("printed").orElse(null),
            claim));
  }

  private Attribute attribute(YamlMap claim) {
    if (!claim.has("sparsity")) {
      return context.attribute(claim, "attribute", claim.text("attribute"));
    }
    return new Throughput(
        claim.constant("attribute", Precision.class),
        claim.constant("sparsity", Sparsity.class),
        claim.constant("circuit", Circuit.class),
        claim.has("scope") ? claim.constant("scope", Scope.class) : context.scope());
  }
}
