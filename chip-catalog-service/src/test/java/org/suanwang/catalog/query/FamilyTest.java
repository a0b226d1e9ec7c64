package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.link;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.provenance.Tier;

/** Generations, variants, dates, compatibility: what relations and dates come to. */
class FamilyTest {
  private static Timeline.Question when(String from, String to) {
    return new Timeline.Question(
        Optional.empty(),
        Optional.empty(),
        Optional.of("ACCELERATOR"),
        Optional.of(LocalDate.parse(from)),
        Optional.of(LocalDate.parse(to)));
  }

  @Test
  void generations_areFollowedBothWays() {
    Catalog catalog =
        catalog(
            says("chip", link(Relation.SUCCEEDS, "other"), "next generation"),
            says("foreign", link(Relation.SUCCEEDS, "chip"), "next generation"));
    Lineage lineage = Lineage.of(Relations.of(catalog), "other");
    assertThat(lineage.successors())
        .extracting(Lineage.Step::id, Lineage.Step::steps)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("chip", 1),
            org.assertj.core.groups.Tuple.tuple("foreign", 2));
    assertThat(lineage.predecessors()).isEmpty();
    assertThat(lineage.successors().getFirst().through().claimIds())
        .containsExactly("chip.succeeds other.VENDOR_DATASHEET");
    assertThat(Lineage.of(Relations.of(catalog), "foreign").predecessors())
        .extracting(Lineage.Step::id)
        .containsExactly("chip", "other");
  }

  @Test
  void variants_areThoseOfTheSameProductWhoeverSaysSo() {
    Catalog catalog =
        catalog(
            says("chip", link(Relation.VARIANT_OF, "core"), "slower"),
            says("other", link(Relation.VARIANT_OF, "core"), "faster"));
    assertThat(Lineage.of(Relations.of(catalog), "chip").variants())
        .extracting(Lineage.Step::id)
        .containsExactly("core", "other");
  }

  @Test
  void circleOfGenerations_isWalkedOnce() {
    Catalog catalog =
        catalog(
            says("chip", link(Relation.SUCCEEDS, "other"), "x"),
            says("other", link(Relation.SUCCEEDS, "chip"), "x"));
    assertThat(Lineage.of(Relations.of(catalog), "chip").predecessors())
        .extracting(Lineage.Step::id)
        .containsExactly("other");
  }

  @Test
  void events_areInOrderAndTheUndatedApart() {
    Catalog catalog =
        catalog(
            says("chip", Plain.RELEASE_DATE, "2023"),
            says("chip", Plain.ANNOUNCEMENT_DATE, "2022-11-08"),
            says("other", Plain.RELEASE_DATE, "2023-01-01"));
    Timeline timeline = Timeline.of(catalog, when("2000-01-01", "2030-01-01"));
    assertThat(timeline.events())
        .extracting(e -> e.subject().id() + " " + e.kind() + " " + e.date())
        .containsExactly(
            "chip ANNOUNCEMENT 2022-11-08", "other RELEASE 2023-01-01", "chip RELEASE 2023");
    assertThat(timeline.undated()).extracting(Subject::id).containsExactly("core", "foreign");
    assertThat(timeline.events().getFirst().claimIds())
        .containsExactly("chip.announcementDate.VENDOR_DATASHEET");
  }

  @Test
  void yearThatMayBeWithinTheSpan_isWithin() {
    Catalog catalog = catalog(says("chip", Plain.RELEASE_DATE, "2023"));
    assertThat(Timeline.of(catalog, when("2023-06-01", "2023-06-30")).events()).hasSize(1);
    assertThat(Timeline.of(catalog, when("2024-01-01", "2024-06-30")).events()).isEmpty();
    // What is dated outside of the span is not undated.
    assertThat(Timeline.of(catalog, when("2024-01-01", "2024-06-30")).undated())
        .extracting(Subject::id)
        .doesNotContain("chip");
  }

  @Test
  void timeline_isOfOneCountryOrVendor() {
    Catalog catalog =
        catalog(
            says("chip", Plain.RELEASE_DATE, "2023"), says("foreign", Plain.RELEASE_DATE, "2023"));
    var domestic =
        new Timeline.Question(
            Optional.empty(),
            Optional.of("cn"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Timeline.of(catalog, domestic).events())
        .extracting(e -> e.subject().id())
        .containsExactly("chip");
  }

  @Test
  void compatibility_isReadFromBothSides() {
    Catalog catalog =
        catalog(
            says("chip", link(Relation.RUNS, "stack"), "named on the product page"),
            says("stack", link(Relation.TARGETS, "other"), "made for it"),
            says("model", link(Relation.COMPATIBLE_WITH, "stack"), "tested"));
    Compatibility found = Compatibility.of(Relations.of(catalog), "stack");
    assertThat(found.hosts())
        .extracting(Relations.Relation::text)
        .containsExactly("named on the product page", "made for it");
    assertThat(found.compatible()).extracting(Relations.Relation::subject).containsExactly("model");
    assertThat(found.parts()).isEmpty();
  }

  @Test
  void correctedRelation_isNone() {
    Catalog catalog =
        catalog(says("chip", link(Relation.RUNS, "stack"), "so they say", Tier.MACHINE_WRITTEN));
    assertThat(Relations.of(catalog).to("stack")).isEmpty();
  }

  @Test
  void searches_lookIntoNamesRolesAndSegments() {
    Catalog catalog =
        catalog(
            says("maker", Plain.ROLE, "server OEM (昇腾整机合作伙伴)"),
            says("maker", new Named(Named.Family.SEGMENT, "domestic compute"), "国产算力"));
    var search = new SubjectSearch(catalog);
    Optional<String> any = Optional.empty();
    assertThat(search.items(Item.Kind.SYSTEM, any, Optional.of("服务器")))
        .extracting(Item::id)
        .containsExactly("server");
    assertThat(search.items(Item.Kind.SYSTEM, Optional.of("abroad"), any))
        .extracting(Item::id)
        .containsExactly("rack");
    assertThat(search.vendors(Optional.of("Server-OEM"), any, any, any)).hasSize(1);
    assertThat(search.vendors(any, Optional.of("国产"), any, any)).hasSize(1);
    assertThat(search.vendors(any, Optional.of("cooling"), any, any)).isEmpty();
    assertThat(search.vendors(any, any, Optional.of("US"), any)).hasSize(1);
  }

  @Test
  void metricWithoutAnInput_namesWhatIsMissing() {
    Catalog catalog = catalog(fp16("chip", "100 TFLOPS"));
    var specification = catalog.findSpecification("chip").orElseThrow();
    assertThat(DerivedMetric.PEAK_PER_WATT.missing(specification, Scope.BOARD, Precision.FP16))
        .containsExactly("power");
    assertThat(DerivedMetric.PEAK_PER_WATT.missing(specification, Scope.BOARD, Precision.BF16))
        .containsExactly("dense BF16 peak", "power");
    assertThat(DerivedMetric.WATTS_PER_AREA.missing(specification, Scope.BOARD, null))
        .isEqualTo(List.of("power", "area of the logic dies"));
  }
}
