package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.added;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.dated;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Same content, same name; anything else, another name. */
class CatalogVersionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-01T10:00:00Z");

  @Test
  void sameContentInAnyOrderAtAnyTime_hasTheSameId() {
    var a = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var b = claim("chip.b", Plain.POWER, "310", Tier.PRESS);
    CatalogVersion one = CatalogVersion.of(catalog(a, b), NOW);
    CatalogVersion other = CatalogVersion.of(catalog(b, a), LATER);
    assertThat(other.id()).isEqualTo(one.id()).startsWith("2024-01-01-");
    assertThat(one.contentHash()).startsWith(one.id().substring("2024-01-01-".length()));
  }

  private static String hash(Claim<Fact> claim) {
    return CanonicalForm.hash(catalog(claim));
  }

  @Test
  void numbersOfEqualValue_hashAlike() {
    var short_ = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var long_ = claim("chip.a", Plain.POWER, "300.000", Tier.PRESS);
    assertThat(hash(long_)).isEqualTo(hash(short_));
  }

  @Test
  void anyDifference_changesTheHash() {
    var a = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    String hash = hash(a);
    assertThat(hash(claim("chip.a", Plain.POWER, "301", Tier.PRESS))).isNotEqualTo(hash);
    assertThat(hash(claim("chip.b", Plain.POWER, "300", Tier.PRESS))).isNotEqualTo(hash);
    assertThat(hash(dated(a, "2024-01-02"))).isNotEqualTo(hash);
  }

  @Test
  void asOf_leavesOutWhatWasSaidLater() {
    var early = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var late = dated(claim("chip.b", Plain.POWER, "310", Tier.PRESS), "2025-06-01");
    Catalog catalog = catalog(early, late);
    assertThat(catalog.asOf(LocalDate.of(2025, 5, 31), LocalDate.MAX).claims())
        .containsExactly(early);
    assertThat(catalog.asOf(LocalDate.of(2025, 6, 1), LocalDate.MAX).claims())
        .containsExactly(early, late);
  }

  @Test
  void asOf_ofAVagueDate_waitsForItsLastDay() {
    var some = dated(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "2019");
    Catalog catalog = catalog(some);
    assertThat(catalog.asOf(LocalDate.of(2019, 12, 30), LocalDate.MAX).claims()).isEmpty();
    assertThat(catalog.asOf(LocalDate.of(2019, 12, 31), LocalDate.MAX).claims())
        .containsExactly(some);
  }

  @Test
  void with_leavesTheOldCatalogueAsItWas() {
    Catalog before = catalog();
    Catalog after = before.with(added(claim("chip.a", Plain.POWER, "300", Tier.PRESS)));
    assertThat(before.claims()).isEmpty();
    assertThat(after.claims()).hasSize(1);
  }
}
