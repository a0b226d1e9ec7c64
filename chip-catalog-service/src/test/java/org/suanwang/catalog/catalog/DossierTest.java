package org.suanwang.catalog.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.correcting;
import static org.suanwang.catalog.catalog.Claims.dated;
import static org.suanwang.catalog.catalog.Claims.recorded;
import static org.suanwang.catalog.catalog.Claims.verdict;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Which claims about a subject have a say, today and as seen from another day. */
class DossierTest {
  private static final Claim<Fact> OLD =
      recorded(power("chip.old", "300", "2020"), "first 1", "2024-01-01");
  private static final Claim<Fact> LATE =
      recorded(dated(power("chip.late", "400", "2020"), "2023-05-01"), "second 1", "2025-01-01");

  private static Claim<Fact> power(String id, String watts, String asOf) {
    return dated(claim(id, Plain.POWER, watts, Tier.PRESS), asOf);
  }

  private static Dossier dossier(Catalog catalog) {
    return catalog.findDossier("chip").orElseThrow();
  }

  @SafeVarargs
  private static Dossier dossier(List<Verdict> verdicts, Claim<Fact>... claims) {
    CatalogContent content = catalog(claims).content();
    return dossier(
        Catalog.of(
            new CatalogContent(content.sources(), content.subjects(), content.claims(), verdicts)));
  }

  private static List<String> believed(Dossier dossier, String said, String known) {
    return dossier.asOf(LocalDate.parse(said), LocalDate.parse(known)).credibleClaims().stream()
        .map(Claim::id)
        .toList();
  }

  @Test
  void chainOfCorrections_leavesEverySecondClaimStanding() {
    Dossier dossier =
        dossier(
            List.of(),
            power("chip.a", "1", "2020"),
            correcting(power("chip.b", "2", "2021"), "chip.a"),
            correcting(power("chip.c", "3", "2022"), "chip.b"),
            correcting(power("chip.d", "4", "2023"), "chip.c"));
    assertThat(dossier.isCorrectedAway("chip.a")).isTrue();
    assertThat(dossier.isCorrectedAway("chip.b")).isFalse();
    assertThat(dossier.isCorrectedAway("chip.c")).isTrue();
    assertThat(dossier.isCorrectedAway("chip.d")).isFalse();
    assertThat(dossier.correctionsOf("chip.a")).extracting(Claim::id).containsExactly("chip.b");
    assertThat(dossier.claims()).hasSize(4);
  }

  @Test
  void severalCorrections_areToldInOrderAndOneIsEnough() {
    Dossier dossier =
        dossier(
            List.of(),
            power("chip.a", "1", "2020"),
            correcting(power("chip.c", "3", "2022"), "chip.a"),
            correcting(power("chip.b", "2", "2021"), "chip.a"),
            correcting(power("chip.d", "4", "2023"), "chip.b"));
    assertThat(dossier.correctionsOf("chip.a"))
        .extracting(Claim::id)
        .containsExactly("chip.b", "chip.c");
    assertThat(dossier.isCorrectedAway("chip.a")).isTrue();
    assertThat(dossier.correctionsOf("chip.d")).isEmpty();
  }

  @Test
  void implausibleClaim_isKeptAndHasNoSay() {
    var verdict = verdict("chip.late", CellStatus.IMPLAUSIBLE, "us 1", "2025-02-01");
    Dossier dossier = dossier(List.of(verdict), OLD, LATE);
    assertThat(dossier.claims()).containsExactly(LATE, OLD);
    assertThat(dossier.findVerdict("chip.late")).contains(verdict);
    assertThat(dossier.credibleClaims()).containsExactly(OLD);
    Resolved power = requireNonNull(dossier.specification().power());
    assertThat(power.claimIds()).containsExactly("chip.old");
    assertThat(power.high()).isEqualByComparingTo("300");
  }

  @Test
  void everyOtherVerdict_leavesTheClaimItsSay() {
    for (CellStatus status : CellStatus.values()) {
      Dossier dossier = dossier(List.of(verdict("chip.old", status, "us 1", "2025-02-01")), OLD);
      assertThat(dossier.isCredible(OLD))
          .as(status.name())
          .isEqualTo(status != CellStatus.IMPLAUSIBLE);
    }
  }

  @Test
  void laterVerdict_holdsAndTheEarlierOneStays() {
    var first = verdict("chip.old", CellStatus.IMPLAUSIBLE, "us 1", "2025-02-01");
    var second = verdict("chip.old", CellStatus.OK, "us 2", "2025-03-01");
    Dossier dossier = dossier(List.of(first, second), OLD);
    assertThat(dossier.findVerdict("chip.old")).contains(second);
    assertThat(dossier.verdicts()).containsExactly(first, second);
    assertThat(dossier.credibleClaims()).containsExactly(OLD);
  }

  @Test
  void verdictGivenLast_holdsThoughItsPackageIsOlder() {
    var newer = verdict("chip.old", CellStatus.OK, "newer 1", "2026-03-01");
    var older = verdict("chip.old", CellStatus.IMPLAUSIBLE, "older 1", "2025-03-01");
    assertThat(dossier(List.of(newer, older), OLD).findVerdict("chip.old")).contains(older);
  }

  /** A mistake of 2020 that was found in 2026 is no belief about 2020 any more. */
  @Test
  void correction_countsFromWhenItIsKnownAboutEveryDay() {
    Dossier dossier =
        dossier(
            List.of(),
            power("chip.a", "1", "2020"),
            correcting(power("chip.b", "2", "2026"), "chip.a"),
            power("chip.c", "3", "2026"));
    LocalDate end = LocalDate.of(2026, 12, 31);
    assertThat(dossier.believed(LocalDate.of(2021, 1, 1), end).credibleClaims())
        .extracting(Claim::id)
        .containsExactly("chip.b");
    assertThat(dossier.asOf(LocalDate.of(2021, 1, 1), end).credibleClaims())
        .extracting(Claim::id)
        .containsExactly("chip.a");
    assertThat(dossier.believed(LocalDate.of(2019, 1, 1), end).claims()).isEmpty();
  }

  /** The claim of 2023 came into the catalogue in 2025: in 2024 nobody here knew of it. */
  @Test
  void whatWasBelievedOnADayAboutAnother_needsBothDays() {
    Dossier dossier = dossier(List.of(), OLD, LATE);
    assertThat(believed(dossier, "2023-12-31", "2024-06-01")).containsExactly("chip.old");
    assertThat(believed(dossier, "2023-12-31", "2025-06-01"))
        .containsExactly("chip.late", "chip.old");
    assertThat(believed(dossier, "2022-12-31", "2025-06-01")).containsExactly("chip.old");
    assertThat(believed(dossier, "2023-12-31", "2023-12-31")).isEmpty();
    assertThat(believed(dossier, "2019-12-31", "2025-06-01")).isEmpty();
  }

  @Test
  void daysThemselves_count() {
    Dossier dossier = dossier(List.of(), OLD, LATE);
    assertThat(believed(dossier, "2023-05-01", "2025-01-01")).hasSize(2);
    assertThat(believed(dossier, "2023-04-30", "2025-01-01")).containsExactly("chip.old");
    assertThat(believed(dossier, "2023-05-01", "2024-12-31")).containsExactly("chip.old");
  }

  @Test
  void correctionThatWasNotKnownYet_hadNotCorrected() {
    var correction =
        recorded(
            correcting(power("chip.fix", "350", "2021"), "chip.old"),
            "example-analyst",
            "2025-06-01");
    Dossier dossier = dossier(List.of(), OLD, correction);
    assertThat(believed(dossier, "2024-01-01", "2025-05-31")).containsExactly("chip.old");
    assertThat(believed(dossier, "2024-01-01", "2025-06-01")).containsExactly("chip.fix");
    assertThat(believed(dossier, "2020-12-31", "2025-06-01")).containsExactly("chip.old");
  }

  @Test
  void verdictsOfThatDay_hold() {
    var first = verdict("chip.old", CellStatus.IMPLAUSIBLE, "us 1", "2025-02-01");
    var second = verdict("chip.old", CellStatus.OK, "us 2", "2025-03-01");
    Dossier dossier = dossier(List.of(first, second), OLD);
    assertThat(believed(dossier, "2024-01-01", "2025-01-31")).containsExactly("chip.old");
    assertThat(believed(dossier, "2024-01-01", "2025-02-28")).isEmpty();
    assertThat(believed(dossier, "2024-01-01", "2025-03-01")).containsExactly("chip.old");
    assertThat(dossier.asOf(LocalDate.MIN, LocalDate.MAX).verdicts()).isEmpty();
  }

  @Test
  void asOfTheEndOfTime_isTheDossierItself() {
    Dossier dossier = dossier(List.of(), OLD, LATE);
    assertThat(dossier.asOf(LocalDate.MAX, LocalDate.MAX)).isSameAs(dossier);
  }
}
