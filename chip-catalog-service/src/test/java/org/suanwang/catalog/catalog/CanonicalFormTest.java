package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;
import static org.suanwang.catalog.catalog.Claims.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Reason;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** The hash of a catalogue tells every difference in what is said, and none in its order. */
class CanonicalFormTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;

  private static Quantity watts(String number) {
    return new Quantity.Value(new BigDecimal(number), Unit.WATT);
  }

  private static String hash(CatalogContent content) {
    return CanonicalForm.hash(Catalog.of(content));
  }

  private static void assertAllDiffer(List<CatalogContent> variants) {
    Map<String, CatalogContent> byHash = new LinkedHashMap<>();
    Map<String, CatalogContent> byPackageHash = new LinkedHashMap<>();
    for (CatalogContent variant : variants) {
      assertThat(byHash.put(hash(variant), variant)).as(variant.toString()).isNull();
      assertThat(byPackageHash.put(CanonicalForm.hash(variant), variant))
          .as(variant.toString())
          .isNull();
    }
  }

  private static CatalogContent of(Claim<Fact> claim) {
    return Claims.content(claim);
  }

  private static CatalogContent of(Source source) {
    return new CatalogContent(List.of(source), List.of(), List.of(), List.of());
  }

  private static CatalogContent of(Subject subject) {
    return new CatalogContent(List.of(), List.of(subject), List.of(), List.of());
  }

  private static CatalogContent of(Verdict... verdicts) {
    CatalogContent c = of(says(Plain.POWER, watts("1")));
    return new CatalogContent(c.sources(), c.subjects(), c.claims(), List.of(verdicts));
  }

  private static Claim<Fact> says(Attribute attribute, Quantity quantity) {
    return claim("chip.a", attribute, quantity, Tier.PRESS);
  }

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
    assertAllDiffer(attributes.stream().map(a -> of(says(a, watts("1")))).toList());
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
    assertAllDiffer(quantities.map(q -> of(says(Plain.POWER, q))).toList());
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
            .map(CanonicalFormTest::of)
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
            .map(b -> of(based(b)))
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
            .map(CanonicalFormTest::of)
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
    assertThat(hash(of(lessTrusted))).isNotEqualTo(hash(of(c)));
  }

  @Test
  void everyFieldOfASource_changesTheHash() {
    PartialDate day = PartialDate.parse("2024-01-01");
    PartialDate month = PartialDate.parse("2024-01");
    DateKind read = DateKind.ACCESSED;
    DateKind out = DateKind.PUBLISHED;
    assertAllDiffer(
        Stream.of(
                new Source("s", "t", "p", Tier.PRESS, day, out, null, null, null),
                new Source("r", "t", "p", Tier.PRESS, day, out, null, null, null),
                new Source("s", "u", "p", Tier.PRESS, day, out, null, null, null),
                new Source("s", "t", "q", Tier.PRESS, day, out, null, null, null),
                new Source("s", "t", "p", Tier.FILING, day, out, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, month, out, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, day, read, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, day, out, "x", null, null),
                new Source("s", "t", "p", Tier.PRESS, day, out, null, "x", null),
                new Source("s", "t", "p", Tier.PRESS, day, out, null, null, "x"))
            .map(CanonicalFormTest::of)
            .toList());
  }

  @Test
  void everyFieldOfASubject_changesTheHash() {
    List<Subject> subjects = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      subjects.add(new Vendor(id, "A", List.of(), "CN"));
    }
    subjects.add(new Vendor("a", "B", List.of(), "CN"));
    subjects.add(new Vendor("a", "A", List.of(), "US"));
    for (List<String> aliases :
        List.of(List.of("x", "y"), List.of("y", "x"), List.of("x,y"), List.of("x\",\"y"))) {
      subjects.add(new Vendor("a", "A", aliases, "CN"));
    }
    for (Scope scope : Scope.values()) {
      subjects.add(new Accelerator("a", "A", List.of(), "v", scope));
    }
    subjects.add(new Accelerator("a", "A", List.of(), "w", Scope.DIE));
    for (Item.Kind kind : Item.Kind.values()) {
      subjects.add(new Item("a", kind, "A", List.of(), null));
      subjects.add(new Item("a", kind, "A", List.of(), "v"));
    }
    assertAllDiffer(subjects.stream().map(CanonicalFormTest::of).toList());
  }

  @Test
  void everyFieldAndTheOrderOfVerdicts_changeTheHash() {
    Verdict ok = verdict("chip.a", CellStatus.OK, "us", "2024-01-01");
    Verdict bad = verdict("chip.a", CellStatus.SUSPECT, "us", "2024-01-01");
    var noted = new Verdict("chip.a", CellStatus.OK, "null", ok.recorded());
    var known = new Verdict("chip.a", CellStatus.OK, null, new Recorded("us", LocalDate.EPOCH));
    var theirs = new Verdict("chip.a", CellStatus.OK, null, new Recorded("me", ok.recorded().on()));
    assertAllDiffer(
        List.of(of(), of(ok), of(bad), of(noted), of(known), of(theirs), of(ok, bad), of(bad, ok)));
  }

  @Test
  void orderOfWhatIsGiven_doesNotMatter() {
    List<Claim<Fact>> claims = new ArrayList<>();
    for (String subject : List.of("chip", "other", "maker")) {
      for (String name : List.of("z", "a", "10", "9", "a.b", "芯片")) {
        claims.add(claim(subject + "." + name, Plain.POWER, "300", Tier.PRESS));
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    claims.forEach(c -> verdicts.add(verdict(c.id(), CellStatus.OK, "us 1", "2024-01-01")));
    CatalogContent base = Claims.content();
    List<Source> sources = new ArrayList<>(base.sources());
    List<Subject> subjects = new ArrayList<>(base.subjects());
    String hash = hash(new CatalogContent(sources, subjects, claims, verdicts));
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      List.of(claims, verdicts, sources, subjects).forEach(l -> Collections.shuffle(l, random));
      assertThat(hash(new CatalogContent(sources, subjects, claims, verdicts))).isEqualTo(hash);
    }
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
