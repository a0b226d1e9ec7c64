package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.content;
import static org.suanwang.catalog.catalog.Claims.dated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
    var a = claim("a", Plain.POWER, "300", Tier.PRESS);
    var b = claim("b", Plain.POWER, "310", Tier.PRESS);
    CatalogVersion one = CatalogVersion.of(content(a, b), NOW);
    CatalogVersion other = CatalogVersion.of(content(b, a), LATER);
    assertThat(other.id()).isEqualTo(one.id()).startsWith("2024-01-01-");
    assertThat(one.contentHash()).startsWith(one.id().substring("2024-01-01-".length()));
  }

  private static String hash(Claim<Fact> claim) {
    return CanonicalForm.hash(content(claim));
  }

  @Test
  void numbersOfEqualValue_hashAlike() {
    var short_ = claim("a", Plain.POWER, "300", Tier.PRESS);
    var long_ = claim("a", Plain.POWER, "300.000", Tier.PRESS);
    assertThat(hash(long_)).isEqualTo(hash(short_));
  }

  @Test
  void anyDifference_changesTheHash() {
    var a = claim("a", Plain.POWER, "300", Tier.PRESS);
    String hash = hash(a);
    assertThat(hash(claim("a", Plain.POWER, "301", Tier.PRESS))).isNotEqualTo(hash);
    assertThat(hash(claim("b", Plain.POWER, "300", Tier.PRESS))).isNotEqualTo(hash);
    assertThat(hash(dated(a, "2024-01-02"))).isNotEqualTo(hash);
  }

  @Test
  void asOf_leavesOutWhatWasSaidLater() {
    var early = claim("a", Plain.POWER, "300", Tier.PRESS);
    var late = dated(claim("b", Plain.POWER, "310", Tier.PRESS), "2025-06-01");
    Catalog catalog = Catalog.of(content(early, late));
    assertThat(catalog.asOf(LocalDate.of(2025, 5, 31)).claims()).containsExactly(early);
    assertThat(catalog.asOf(LocalDate.of(2025, 6, 1)).claims()).containsExactly(early, late);
  }

  @Test
  void asOf_ofAVagueDate_waitsForItsLastDay() {
    var some = dated(claim("a", Plain.POWER, "300", Tier.PRESS), "2019");
    Catalog catalog = Catalog.of(content(some));
    assertThat(catalog.asOf(LocalDate.of(2019, 12, 30)).claims()).isEmpty();
    assertThat(catalog.asOf(LocalDate.of(2019, 12, 31)).claims()).containsExactly(some);
  }

  @Test
  void with_leavesTheOldCatalogueAsItWas() {
    Catalog before = Catalog.of(content());
    Catalog after = before.with(claim("a", Plain.POWER, "300", Tier.PRESS), Optional.empty());
    assertThat(before.claims()).isEmpty();
    assertThat(after.claims()).hasSize(1);
  }
}
