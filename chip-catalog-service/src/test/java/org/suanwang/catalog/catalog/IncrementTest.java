package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.catalog.Claims.added;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.content;
import static org.suanwang.catalog.catalog.Claims.correcting;
import static org.suanwang.catalog.catalog.Claims.dated;
import static org.suanwang.catalog.catalog.Claims.identified;
import static org.suanwang.catalog.catalog.Claims.recorded;
import static org.suanwang.catalog.catalog.Claims.source;
import static org.suanwang.catalog.catalog.Claims.verdict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** What is new in an offer, and what contradicts what is there. */
class IncrementTest {
  private static final Claim<Fact> POWER = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
  private static final Verdict OK = verdict("chip.a", CellStatus.OK, "one 1", "2024-01-01");
  private static final Verdict BAD = verdict("chip.a", CellStatus.SUSPECT, "two 1", "2024-02-01");

  private static CatalogContent subjects(Subject... subjects) {
    return new CatalogContent(List.of(), List.of(subjects), List.of(), List.of());
  }

  private static CatalogContent sources(Source... sources) {
    return new CatalogContent(List.of(sources), List.of(), List.of(), List.of());
  }

  private static CatalogContent verdicts(Verdict... verdicts) {
    return new CatalogContent(List.of(), List.of(), List.of(), List.of(verdicts));
  }

  private static Catalog with(Verdict... verdicts) {
    return catalog(POWER).with(verdicts(verdicts));
  }

  @Test
  void sameOfferAgain_isEmpty() {
    assertThat(Increment.isEmpty(Increment.of(catalog(POWER), content(POWER)))).isTrue();
    assertThat(Increment.of(catalog(), content(POWER)).claims()).containsExactly(POWER);
    assertThat(Increment.of(Catalog.of(CatalogContent.empty()), content(POWER)))
        .isEqualTo(content(POWER));
  }

  @Test
  void sameStatementEnteredByAnother_isNotNew() {
    Claim<Fact> again = recorded(POWER, "another", "2025-01-01");
    assertThat(Increment.of(catalog(POWER), added(again)).claims()).isEmpty();
  }

  @Test
  void claimThatSaysSomethingElse_isAConflict() {
    for (Claim<Fact> other :
        List.of(
            claim("chip.a", Plain.POWER, "301", Tier.PRESS),
            claim("chip.a", Plain.MEMORY_CAPACITY, "300", Tier.PRESS),
            claim("chip.a", Plain.POWER, "300", Tier.FILING),
            dated(POWER, "2024-01-02"),
            correcting(POWER, "chip.b"))) {
      assertThatThrownBy(() -> Increment.of(catalog(POWER), added(other)))
          .as(other.toString())
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("\"chip.a\"")
          .hasMessageContaining("claims are never changed");
    }
  }

  @Test
  void sourceWithOtherParticulars_isAConflict() {
    Source known = catalog().sources().iterator().next();
    assertThat(Increment.of(catalog(), sources(known)).sources()).isEmpty();
    Source other = source(known.id(), "another title", known.publisher(), known.tier(), null);
    assertThatThrownBy(() -> Increment.of(catalog(), sources(other)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining(known.id())
        .hasMessageContaining("sources are never changed");
  }

  @Test
  void subjectDescribedAnew_isNewAndOfAnotherKindAConflict() {
    Subject renamed = new Accelerator("chip", "Chip 2", List.of(), "maker", Scope.BOARD);
    assertThat(Increment.of(catalog(), subjects(renamed)).subjects()).containsExactly(renamed);
    Catalog withBox =
        catalog().with(subjects(new Item("box", Item.Kind.SYSTEM, "Box", List.of(), null)));
    for (Subject other :
        List.of(
            new Vendor("chip", "Chip", List.of(), "CN"),
            new Item("chip", Item.Kind.SYSTEM, "Chip", List.of(), "maker"),
            new Item("box", Item.Kind.AI_MODEL, "Box", List.of(), null))) {
      assertThatThrownBy(() -> Increment.of(withBox, subjects(other)))
          .as(other.toString())
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("another kind");
    }
  }

  @Test
  void verdictOfAnother_isNewAndOnesOwnAgainIsNot() {
    assertThat(Increment.of(with(), verdicts(OK)).verdicts()).containsExactly(OK);
    assertThat(Increment.of(with(OK), verdicts(OK)).verdicts()).isEmpty();
    assertThat(Increment.of(with(OK), verdicts(BAD)).verdicts()).containsExactly(BAD);
    Verdict restated = verdict("chip.a", CellStatus.OK, "one 2", "2024-03-01");
    assertThat(Increment.of(with(OK), verdicts(restated)).verdicts()).isEmpty();
    Verdict changed = verdict("chip.a", CellStatus.WRONG, "one 2", "2024-03-01");
    assertThat(Increment.of(with(OK), verdicts(changed)).verdicts()).containsExactly(changed);
  }

  /** Every start offers every package again; two that judge a claim must not overrule in turn. */
  @Test
  void verdictsOfTwoPackagesOfferedAgain_areNotNew() {
    Catalog both = with(OK).with(verdicts(BAD));
    assertThat(Increment.of(both, verdicts(OK)).verdicts()).isEmpty();
    assertThat(Increment.of(both, verdicts(BAD)).verdicts()).isEmpty();
    assertThat(Increment.of(both, verdicts(OK, BAD)).verdicts()).isEmpty();
  }

  @Test
  void changeOfMindAndBack_isNewTwice() {
    Verdict worse = verdict("chip.a", CellStatus.WRONG, "one 2", "2024-03-01");
    Verdict back = verdict("chip.a", CellStatus.OK, "one 3", "2024-04-01");
    assertThat(Increment.of(with(OK, worse), verdicts(back)).verdicts()).containsExactly(back);
  }

  /** A catalogue that takes its own export in again must stay what it is. */
  @Test
  void changesOfMindOfferedAgain_areNotNew() {
    Verdict worse = verdict("chip.a", CellStatus.WRONG, "one 2", "2024-03-01");
    Verdict back = verdict("chip.a", CellStatus.OK, "one 3", "2024-04-01");
    Catalog catalog = with(OK, worse, back);
    assertThat(Increment.of(catalog, catalog.content())).isEqualTo(CatalogContent.empty());
  }

  @Test
  void everyConflict_isNamed() {
    Claim<Fact> other = identified(POWER, "chip.b");
    Catalog catalog = catalog(POWER, other);
    CatalogContent changed = added(dated(POWER, "2023"), dated(other, "2023"));
    assertThatThrownBy(() -> Increment.of(catalog, changed))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("\"chip.a\"")
        .hasMessageContaining("\"chip.b\"");
  }

  @Test
  void incrementsTogether_areWhatTheyAreOneByOne() {
    CatalogContent first = content(POWER);
    Catalog one = Catalog.of(first);
    var renamed = new Accelerator("chip", "Chip 2", List.of(), "maker", Scope.BOARD);
    CatalogContent second =
        new CatalogContent(
            List.of(source("new", "A title", "A publisher", Tier.PRESS, null)),
            List.of(renamed),
            List.of(identified(dated(POWER, "2023"), "chip.b")),
            List.of(OK));
    CatalogContent third = verdicts(BAD);
    Catalog stepwise = one.with(second).with(third);
    Catalog atOnce =
        Catalog.of(CatalogContent.empty()).with(Increment.together(List.of(first, second, third)));
    assertThat(atOnce.content()).isEqualTo(stepwise.content());
    assertThat(atOnce.findAccelerator("chip")).contains(renamed);
  }

  @Test
  void subjectsOfAnIncrement_areAllThatItTouches() {
    assertThat(Increment.subjects(content(POWER))).containsExactly("chip", "maker", "other");
    assertThat(Increment.subjects(added(POWER))).containsExactly("chip");
    assertThat(Increment.subjects(verdicts(OK))).containsExactly("chip");
  }
}
