package org.suanwang.catalog.load;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Source;

/** What one place of one source says about a subject: a block of attributes and values. */
final class Statements {
  private static final String[] FIELDS =
      Stream.concat(
              Stream.of("printed", "text", "blank", "column", "qualifier", "status", "note"),
              ClaimFields.BASIS.stream())
          .toArray(String[]::new);

  private final SubjectContext context;
  private final List<Claim<Fact>> claims;
  private final List<Verdict> verdicts;

  Statements(SubjectContext context, List<Claim<Fact>> claims, List<Verdict> verdicts) {
    this.context = context;
    this.claims = claims;
    this.verdicts = verdicts;
  }

  void read(YamlMap block) {
    block.allow("source", "key", "place", "row", "column", "asOf", "says");
    Source source = context.source(block);
    PartialDate asOf = block.has("asOf") ? block.partialDate("asOf") : source.date();
    String key = block.findText("key").orElse(source.id());
    YamlMap says = block.map("says");
    for (String attributeKey : says.names()) {
      Attribute attribute = context.attribute(says, attributeKey, attributeKey);
      String id = context.claimId(key + "." + AttributeKey.slug(attributeKey));
      if (says.isText(attributeKey)) {
        String printed = says.text(attributeKey);
        Quantity quantity = Printed.read(says, attributeKey, printed, attribute);
        claims.add(claim(block, id, attribute, quantity, source, asOf, printed, says.none()));
      } else {
        readLong(block, says.map(attributeKey), id, attribute, source, asOf);
      }
    }
  }

  private void readLong(
      YamlMap block,
      YamlMap says,
      String id,
      Attribute attribute,
      Source source,
      PartialDate asOf) {
    says.allow(FIELDS);
    String printed = says.findText("printed").orElse(null);
    claims.add(claim(block, id, attribute, quantity(says, attribute), source, asOf, printed, says));
    if (says.has("status") || says.has("note")) {
      verdicts.add(
          new Verdict(
              id,
              says.has("status")
                  ? says.constant("status", CellStatus.class)
                  : CellStatus.NOT_CHECKED,
              says.findText("note").orElse(null),
              context.recorded()));
    }
  }

  private static Quantity quantity(YamlMap says, Attribute attribute) {
    if (says.has("blank")) {
      return new Quantity.Unknown(says.constant("blank", Quantity.Reason.class));
    }
    return says.has("text")
        ? new Quantity.Text(says.text("text"))
        : Printed.read(says, "printed", says.text("printed"), attribute);
  }

  private Claim<Fact> claim(
      YamlMap block,
      String id,
      Attribute attribute,
      Quantity quantity,
      Source source,
      PartialDate asOf,
      @Nullable String printed,
      YamlMap more) {
    String column = more.findText("column").or(() -> block.findText("column")).orElse(null);
    var locator = new Locator(block.text("place"), block.findText("row").orElse(null), column);
    return ClaimFields.claim(
        context, id, attribute, quantity, source, locator, asOf, printed, more);
  }
}
