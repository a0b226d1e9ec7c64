package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.catalog.Claims.added;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.verdict;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** A catalogue never changes; another one with more in it shares what has not changed. */
class CatalogTest {
  private static final Claim<Fact> CHIP = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
  private static final Claim<Fact> OTHER = claim("other.a", Plain.POWER, "400", Tier.PRESS);
  private static final Verdict OK = verdict("chip.a", CellStatus.OK, "us 1", "2024-01-01");
  private static final Verdict BAD =
      verdict("chip.a", CellStatus.IMPLAUSIBLE, "us 2", "2024-02-01");

  private static Dossier dossier(Catalog catalog, String id) {
    return catalog.findDossier(id).orElseThrow();
  }

  private static CatalogContent only(Subject subject) {
    return new CatalogContent(List.of(), List.of(subject), List.of(), List.of());
  }

  private static CatalogContent verdicts(Verdict... verdicts) {
    return new CatalogContent(List.of(), List.of(), List.of(), List.of(verdicts));
  }

  @Test
  void dossiersOfOtherSubjects_areShared() {
    Catalog before = catalog(CHIP, OTHER);
    Catalog after = before.with(added(claim("chip.b", Plain.POWER, "310", Tier.PRESS)));
    assertThat(dossier(after, "other")).isSameAs(dossier(before, "other"));
    assertThat(dossier(after, "maker")).isSameAs(dossier(before, "maker"));
    assertThat(dossier(after, "chip").claims()).hasSize(2);
    assertThat(dossier(before, "chip").claims()).containsExactly(CHIP);
    assertThat(after.claimCount()).isEqualTo(3);
    assertThat(before.claimCount()).isEqualTo(2);
  }

  @Test
  void partsInAnyOrder_areTheSameCatalogue() {
    var late = claim("chip.0", Plain.MEMORY_CAPACITY, "80", Tier.PRESS);
    var onLate = verdict("chip.0", CellStatus.OK, "us 1", "2024-01-01");
    Catalog atOnce =
        Catalog.of(
            new CatalogContent(
                catalog().content().sources(),
                catalog().content().subjects(),
                List.of(CHIP, late, OTHER),
                List.of(OK, BAD, onLate)));
    Catalog stepwise =
        catalog()
            .with(added(OTHER))
            .with(added(CHIP))
            .with(verdicts(OK, BAD))
            .with(added(late))
            .with(verdicts(onLate));
    assertThat(stepwise.content()).isEqualTo(atOnce.content());
    assertThat(CanonicalForm.hash(stepwise)).isEqualTo(CanonicalForm.hash(atOnce));
    assertThat(Catalog.of(stepwise.content()).content()).isEqualTo(stepwise.content());
  }

  @Test
  void verdictOnAClaimOfBefore_takesItsPlaceInANewCatalogueOnly() {
    Catalog before = catalog(CHIP).with(verdicts(OK));
    Catalog after = before.with(verdicts(BAD));
    assertThat(dossier(after, "chip").findVerdict("chip.a")).contains(BAD);
    assertThat(dossier(before, "chip").findVerdict("chip.a")).contains(OK);
    assertThat(dossier(after, "chip").specification().power()).isNull();
    assertThat(dossier(before, "chip").specification().power()).isNotNull();
    assertThat(after.content().verdicts()).containsExactly(OK, BAD);
  }

  @Test
  void subjectDescribedAnew_keepsItsClaims() {
    Catalog before = catalog(CHIP);
    var renamed = new Accelerator("chip", "Chip 2", List.of("新"), "maker", Scope.PACKAGE);
    Catalog after = before.with(only(renamed));
    assertThat(after.findAccelerator("chip")).contains(renamed);
    assertThat(after.accelerators()).contains(renamed).hasSize(2);
    assertThat(dossier(after, "chip").claims()).containsExactly(CHIP);
    assertThat(before.findAccelerator("chip").orElseThrow().name()).isEqualTo("Chip");
  }

  @Test
  void idsThatAreTaken_areRefused() {
    Catalog catalog = catalog(CHIP);
    assertThatThrownBy(() -> catalog.with(added(CHIP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chip.a");
    assertThatThrownBy(() -> catalog.with(added(OTHER, OTHER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.a");
    var sources = catalog.content().sources();
    assertThatThrownBy(
            () -> catalog.with(new CatalogContent(sources, List.of(), List.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sources.getFirst().id());
    var item = new Item("new", Item.Kind.SYSTEM, "New", List.of(), null);
    var twice = new CatalogContent(List.of(), List.of(item, item), List.of(), List.of());
    assertThatThrownBy(() -> catalog.with(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("new");
  }

  @Test
  void claimsAreFound_byTheSubjectInTheirIds() {
    Catalog catalog = catalog(CHIP, OTHER);
    assertThat(catalog.findClaim("chip.a")).contains(CHIP);
    assertThat(catalog.findClaim("other.a")).contains(OTHER);
    for (String id : List.of("chip", "chip.", "chip.b", "chip.a.b", "a", "", ".", "nothing.a")) {
      assertThat(catalog.findClaim(id)).as(id).isEmpty();
    }
  }

  @Test
  void claimAboutNothing_isAnOrphanAndNotLost() {
    var orphan = claim("nothing.a", Plain.POWER, "1", Tier.PRESS);
    Catalog catalog = catalog(CHIP, orphan);
    assertThat(catalog.orphans()).containsExactly(orphan);
    assertThat(catalog.claimCount()).isEqualTo(1);
    assertThat(catalog.content().claims()).containsExactly(CHIP, orphan);
  }

  @Test
  void items_areListedByKind() {
    var system = new Item("box", Item.Kind.SYSTEM, "Box", List.of(), "maker");
    var model = new Item("brain", Item.Kind.AI_MODEL, "Brain", List.of(), null);
    Catalog catalog = catalog().with(only(system)).with(only(model));
    assertThat(catalog.items(Item.Kind.SYSTEM)).containsExactly(system);
    assertThat(catalog.items(Item.Kind.AI_MODEL)).containsExactly(model);
    assertThat(catalog.items(Item.Kind.POLICY)).isEmpty();
    assertThat(catalog.findAccelerator("box")).isEmpty();
    assertThat(catalog.findVendor("maker")).isPresent();
  }

  @Test
  void wholeCatalogue_canBeSeenFromAnotherDay() {
    Catalog catalog = catalog(CHIP, OTHER).with(verdicts(BAD));
    Catalog then = catalog.asOf(LocalDate.MAX, LocalDate.of(2024, 1, 31));
    assertThat(then.claims()).containsExactly(CHIP, OTHER);
    assertThat(dossier(then, "chip").verdicts()).isEmpty();
    assertThat(dossier(then, "other")).isSameAs(dossier(catalog, "other"));
    assertThat(then.sources()).hasSameSizeAs(catalog.sources());
  }
}
