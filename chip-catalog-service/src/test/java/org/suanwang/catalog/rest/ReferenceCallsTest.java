package org.suanwang.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.link;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.NotFoundException;

/** What the calls for systems, stacks, vendors, families and dates answer, on a small catalogue. */
class ReferenceCallsTest {
  private final CurrentCatalog current = new CurrentCatalog(_ -> {});
  private final CurrentRelations relations = new CurrentRelations();
  private final ItemReading items = new ItemReading(current, relations);

  ReferenceCallsTest() {
    Catalog catalog =
        catalog(
            says("server", contains("chip"), "8 devices"),
            says("server", Plain.POWER, "6 kW"),
            says("server", Plain.COOLING, "water"),
            says("server", link(Relation.RUNS, "stack"), "named on the product page"),
            says("stack", link(Relation.TARGETS, "chip"), "made for it"),
            says("maker", Plain.ROLE, "server OEM"),
            says("maker", new Named(Named.Family.REVENUE, "2022"), "22.37亿元"),
            says("abroad", link(Relation.OWNS, "maker"), "70 %"),
            says("chip", link(Relation.SUCCEEDS, "other"), "next generation"),
            says("chip", Plain.RELEASE_DATE, "2023-10"),
            fp16("chip", "100 TFLOPS"));
    CatalogVersion version = CatalogVersion.of(catalog, Instant.EPOCH);
    current.publish(
        PublishedCatalog.checked(catalog, version, Findings.of(Map.of(), java.util.List.of()), 1));
  }

  @Test
  void system_tellsNumbersTextsAndRelationsWithTheirClaims() {
    SubjectView server = new SystemResource(items).read("server").subject();
    assertThat(server.kind()).isEqualTo("SYSTEM");
    assertThat(server.vendor()).extracting(Views.VendorRef::id).isEqualTo("maker");
    assertThat(server.numbers())
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.attribute()).isEqualTo("power");
              assertThat(n.resolved().value()).isEqualByComparingTo("6000");
            });
    assertThat(server.texts())
        .singleElement()
        .satisfies(
            t -> assertThat(t.claimIds()).containsExactly("server.cooling.VENDOR_DATASHEET"));
    assertThat(server.relations())
        .extracting(r -> r.relation() + " " + r.other().id() + " " + r.other().kind())
        .containsExactly("contains chip ACCELERATOR", "runs stack SOFTWARE_STACK");
  }

  @Test
  void relations_areSeenFromTheOtherSideToo() {
    SubjectView stack =
        new SoftwareStackResource(items, current, relations).read("stack").subject();
    assertThat(stack.relatedFrom())
        .extracting(r -> r.relation() + " " + r.other().id())
        .containsExactly("runs server");
  }

  @Test
  void compatibility_tellsWhatRunsTheStack() {
    var answer = new SoftwareStackResource(items, current, relations).compatibility("stack");
    assertThat(answer.runsOn())
        .extracting(r -> r.relation() + " " + r.other().id())
        .containsExactly("runs server", "targets chip");
  }

  @Test
  void lists_pageByCursor() {
    var systems = new SystemResource(items);
    var first = systems.list(null, null, null, "1");
    assertThat(first.total()).isEqualTo(2);
    assertThat(first.items()).extracting(ItemReading.Summary::id).containsExactly("rack");
    var second = systems.list(null, null, first.nextCursor(), "1");
    assertThat(second.items()).extracting(ItemReading.Summary::id).containsExactly("server");
    assertThat(second.nextCursor()).isNull();
    assertThatThrownBy(() -> new AiModelResource(items).list(null, null, first.nextCursor(), "1"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void anotherKind_isNotFoundWithTheNearest() {
    assertThatThrownBy(() -> new SystemResource(items).read("stack"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("GET /v1/systems lists all");
    assertThatThrownBy(() -> new PolicyResource(items).claims("servr", null, null))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> new SystemResource(items).claims("servr", null, null))
        .hasMessageContaining("did you mean server?");
  }

  @Test
  void claims_areAllOfTheSubject() {
    assertThat(new SystemResource(items).claims("server", null, null).items())
        .extracting(ClaimView::subject)
        .hasSize(4)
        .containsOnly("server");
  }

  @Test
  void vendor_tellsRevenueHoldingsAndProducts() {
    var vendors = new VendorResource(current, relations);
    var maker = vendors.read("maker");
    assertThat(maker.country()).isEqualTo("CN");
    assertThat(maker.vendor().numbers())
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.attribute()).isEqualTo("revenue 2022");
              assertThat(n.resolved().value()).isEqualByComparingTo("2237000000");
            });
    assertThat(maker.products())
        .extracting(SubjectView.Ref::id)
        .containsExactly("chip", "core", "mixture", "other", "server", "stack");
    assertThat(vendors.read("abroad").vendor().relations())
        .singleElement()
        .satisfies(r -> assertThat(r.resolved()).isNotNull());
    assertThat(vendors.list("server oem", null, null, null, null, null).items())
        .extracting(VendorResource.VendorItem::id, VendorResource.VendorItem::role)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("maker", "server OEM"));
  }

  @Test
  void lineage_tellsTheClaimAndTheDate() {
    var answer = new LineageResource(current, relations).read("other");
    assertThat(answer.successors())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.accelerator().id()).isEqualTo("chip");
              assertThat(s.date()).isEqualTo("2023-10");
              assertThat(s.claimIds()).containsExactly("chip.succeeds other.VENDOR_DATASHEET");
            });
    assertThatThrownBy(() -> new LineageResource(current, relations).read("server"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void timeline_listsTheUndatedOnTheFirstPageOnly() {
    var timeline = new TimelineResource(current);
    var answer = timeline.read(null, "CN", "ACCELERATOR", null, null, null, null);
    assertThat(answer.items())
        .singleElement()
        .satisfies(e -> assertThat(e.date()).isEqualTo("2023-10"));
    assertThat(answer.undated()).extracting(SubjectView.Ref::id).containsExactly("core", "other");
    assertThatThrownBy(() -> timeline.read(null, null, "CHIP", null, null, null, null))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void relations_areKeptForTheSameCatalogue() {
    Catalog catalog = current.require().catalog();
    assertThat(relations.of(catalog)).isSameAs(relations.of(catalog));
    assertThat(relations.of(catalog())).isNotSameAs(relations.of(catalog));
  }
}
