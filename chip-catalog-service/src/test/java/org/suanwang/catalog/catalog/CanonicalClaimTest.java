package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;
import static org.suanwang.catalog.catalog.HashedContent.assertAllDiffer;
import static org.suanwang.catalog.catalog.HashedContent.content;
import static org.suanwang.catalog.catalog.HashedContent.hash;
import static org.suanwang.catalog.catalog.HashedContent.says;
import static org.suanwang.catalog.catalog.HashedContent.watts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Reason;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Tier;

/** Every part of a claim is in the hash. */
class CanonicalClaimTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;

  private static Claim<Fact> standing(
      @Nullable String printed, @Nullable String qualifier, Locator locator, String source) {
    Claim<Fact> c = says(Plain.POWER, watts("1"));
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        printed,
        qualifier,
        source,
        locator,
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  private static Claim<Fact> based(Basis basis) {
    return Claims.based(says(Plain.POWER, watts("1")), basis);
  }

  @Test
  void everyAttribute_changesTheHash() {
    List<Attribute> attributes = new ArrayList<>(List.of(Plain.values()));
    for (Named.Family family : Named.Family.values()) {
      attributes.add(new Named(family, "one"));
      attributes.add(new Named(family, "two"));
    }
    for (Link.Relation relation : Link.Relation.values()) {
      attributes.add(new Link(relation, "one"));
      attributes.add(new Link(relation, "two"));
    }
    attributes.add(peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX));
    attributes.add(peak(Precision.BF16, Sparsity.DENSE, Circuit.MATRIX));
    attributes.add(peak(Precision.FP16, Sparsity.SPARSE_2_4, Circuit.MATRIX));
    attributes.add(peak(Precision.FP16, Sparsity.DENSE, Circuit.VECTOR));
    attributes.add(
        new Attribute.Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.DIE));
    assertAllDiffer(attributes.stream().map(a -> content(says(a, watts("1")))).toList());
  }

  @Test
  void everyPartOfAQuantity_changesTheHash() {
    Stream<Quantity> quantities =
        Stream.of(
            watts("1"),
            watts("2"),
            new Quantity.Value(ONE, Unit.GIGABYTE),
            new Quantity.Bound(Relation.AT_LEAST, ONE, Unit.WATT),
            new Quantity.Bound(Relation.AT_MOST, ONE, Unit.WATT),
            new Quantity.Bound(Relation.AT_MOST, TWO, Unit.WATT),
            new Quantity.Bound(Relation.AT_MOST, TWO, Unit.GIGABYTE),
            new Quantity.Range(ONE, ONE, Unit.WATT),
            new Quantity.Range(ONE, TWO, Unit.WATT),
            new Quantity.Range(ONE, TWO, Unit.GIGABYTE),
            new Quantity.Text("1"),
            new Quantity.Text("LOST"),
            new Quantity.Unknown(Reason.LOST),
            new Quantity.Unknown(Reason.NOT_PRINTED));
    assertAllDiffer(quantities.map(q -> content(says(Plain.POWER, q))).toList());
  }

  @Test
  void everyPlaceInASource_changesTheHash() {
    String press = Claims.sourceId(Tier.PRESS);
    Locator here = new Locator("p", null, null);
    assertAllDiffer(
        Stream.of(
                standing(null, null, here, press),
                standing("null", null, here, press),
                standing("x", null, here, press),
                standing(null, "x", here, press),
                standing("x", "x", here, press),
                standing("x\",\"x", null, here, press),
                standing(null, null, here, Claims.sourceId(Tier.FILING)),
                standing(null, null, new Locator("q", null, null), press),
                standing(null, null, new Locator("p", "r", null), press),
                standing(null, null, new Locator("p", null, "r"), press),
                standing(null, null, new Locator("p", "r", "r"), press),
                standing(null, null, new Locator("p › r", null, null), press))
            .map(HashedContent::content)
            .toList());
  }

  @Test
  void everyPartOfABasis_changesTheHash() {
    assertAllDiffer(
        Stream.of(
                new Basis.Reported(),
                new Basis.Corrected("chip.b", "x"),
                new Basis.Corrected("chip.c", "x"),
                new Basis.Corrected("chip.b", "y"),
                new Basis.Measured("x"),
                new Basis.Measured("y"),
                new Basis.Unknown("x"),
                new Basis.Unknown("y"),
                new Basis.Derived("x", List.of()),
                new Basis.Derived("y", List.of()),
                new Basis.Derived("x", List.of("a")),
                new Basis.Derived("x", List.of("a", "b")),
                new Basis.Derived("x", List.of("b", "a")),
                new Basis.Derived("x", List.of("a\",\"b")),
                new Basis.Estimated("x", ONE, TWO),
                new Basis.Estimated("y", ONE, TWO),
                new Basis.Estimated("x", TWO, TWO),
                new Basis.Estimated("x", ONE, ONE))
            .map(b -> content(based(b)))
            .toList());
  }

  @Test
  void idSubjectDateTierAndWhoEnteredIt_changeTheHash() {
    Claim<Fact> c = says(Plain.POWER, watts("1"));
    assertAllDiffer(
        Stream.of(
                c,
                Claims.identified(c, "chip.b"),
                Claims.about(c, "other"),
                Claims.dated(c, "2024-01-02"),
                Claims.dated(c, "2024-01"),
                Claims.dated(c, "2024"),
                claim("chip.a", Plain.POWER, watts("1"), Tier.FILING),
                Claims.recorded(c, "me", "2024-01-01"),
                Claims.recorded(c, "me", "2024-01-02"))
            .map(HashedContent::content)
            .toList());
    Claim<Fact> lessTrusted =
        new Claim<>(
            c.id(),
            c.subject(),
            c.content(),
            c.printed(),
            c.qualifier(),
            c.sourceId(),
            c.locator(),
            c.asOf(),
            Tier.BROKER_RESEARCH,
            c.basis(),
            c.recorded());
    assertThat(hash(content(lessTrusted))).isNotEqualTo(hash(content(c)));
  }

  @Test
  void statement_isTheSameWhoeverEntersItUnderWhateverId() {
    Claim<Fact> c = says(Plain.POWER, watts("1"));
    String statement = CanonicalForm.statementHash(c);
    assertThat(CanonicalForm.statementHash(Claims.recorded(c, "me", "2025-01-01")))
        .isEqualTo(statement);
    assertThat(CanonicalForm.statementHash(Claims.identified(c, "chip.b"))).isEqualTo(statement);
    assertThat(CanonicalForm.statementHash(Claims.about(c, "other"))).isNotEqualTo(statement);
    assertThat(CanonicalForm.statementHash(Claims.dated(c, "2023"))).isNotEqualTo(statement);
  }
}
