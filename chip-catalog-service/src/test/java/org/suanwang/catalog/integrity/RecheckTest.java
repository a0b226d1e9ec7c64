package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.suanwang.catalog.catalog.Claims.based;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.RandomClaims;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Checking what has changed finds what checking everything finds. */
class RecheckTest {
  private static final int STEPS = 150;
  private static final Set<String> REFUSED_UNJUDGED =
      Set.of("PrintedTextSaysSo", "DerivedInputsExist", "MagnitudeIsFarOff", "FarFromOthers");

  private static void assertSame(Findings recheck, Catalog catalog, String step) {
    Findings full = IntegrityRules.check(catalog);
    assertThat(recheck.all()).as(step).isEqualTo(full.all());
    assertThat(recheck.bySubject()).as(step).isEqualTo(full.bySubject());
    assertThat(recheck.general()).as(step).isEqualTo(full.general());
  }

  private static boolean isSound(Findings found) {
    return found.all().stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }

  /** A claim that comes alone may not contradict itself or all others either. */
  private static boolean isAdmissible(Findings found, Claim<Fact> claim) {
    return isSound(found)
        && found.all().stream()
            .filter(f -> f.subject().equals(claim.id()))
            .noneMatch(f -> REFUSED_UNJUDGED.contains(f.rule()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomWrites_areFoundAsByAFullCheck(long seed) {
    var random = new RandomClaims(seed);
    Catalog catalog = Catalog.of(RandomClaims.ground());
    Findings found = IntegrityRules.check(catalog);
    Set<String> rules = new HashSet<>();
    for (int step = 0; step < STEPS; step++) {
      CatalogContent more = random.increment(catalog, 1 + step % 4);
      Catalog after = catalog.with(more);
      Findings then = IntegrityRules.recheck(found, after, Increment.subjects(more));
      assertSame(then, after, "seed " + seed + " step " + step);
      if (isSound(then)) {
        catalog = after;
        found = then;
      }
      then.all().stream().map(Finding::rule).forEach(rules::add);
    }
    assertThat(catalog.claimCount()).isGreaterThan(STEPS);
    assertThat(rules).contains("SourcesAgree", "SourceIsUsed");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomClaims_areAdmittedAsAFullCheckAdmitsThem(long seed) {
    var random = new RandomClaims(seed);
    Catalog catalog = Catalog.of(RandomClaims.ground());
    Findings found = IntegrityRules.check(catalog);
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      boolean unsound = step % 3 == 0;
      Claim<Fact> claim = unsound ? random.unsound(catalog) : random.claim(catalog);
      Catalog after = catalog.with(Claims.added(claim));
      Findings before = found;
      if (isAdmissible(IntegrityRules.check(after), claim)) {
        found = IntegrityRules.requireAdmissible(before, after, claim);
        assertSame(found, after, "seed " + seed + " step " + step);
        catalog = after;
      } else {
        refused++;
        assertThatThrownBy(() -> IntegrityRules.requireAdmissible(before, after, claim))
            .as("seed %d step %d: %s", seed, step, claim)
            .isInstanceOf(InvalidInputException.class);
      }
    }
    assertThat(refused).isBetween(STEPS / 3, STEPS * 2 / 3);
  }

  @Test
  void inputThatComesLater_isMissedNoLonger() {
    var derived =
        based(
            claim("chip.a", Plain.POWER, "300", Tier.PRESS),
            new Basis.Derived("from the other one", List.of("other.a", "its datasheet, p. 2")));
    Catalog half = Claims.catalog(derived);
    Findings missing = IntegrityRules.check(half);
    assertThat(missing.all())
        .filteredOn(f -> f.rule().equals("DerivedInputsExist"))
        .extracting(Finding::subject, Finding::severity)
        .containsExactly(tuple("chip.a", Severity.WARNING));
    CatalogContent more = Claims.added(claim("other.a", Plain.POWER, "300", Tier.PRESS));
    Catalog whole = half.with(more);
    Findings found = IntegrityRules.recheck(missing, whole, Increment.subjects(more));
    assertSame(found, whole, "after the input");
    assertThat(found.all()).extracting(Finding::rule).doesNotContain("DerivedInputsExist");
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void whatIsDrawn_isOfEveryKind(long seed) {
    var random = new RandomClaims(seed);
    Catalog catalog = Catalog.of(RandomClaims.ground());
    catalog = catalog.with(random.increment(catalog, 300));
    catalog = catalog.with(random.increment(catalog, 300));
    List<Claim<Fact>> claims = catalog.claims().toList();
    assertThat(claims).extracting(c -> c.basis().kind()).contains("CORRECTED", "ESTIMATED");
    assertThat(claims)
        .extracting(c -> c.content().quantity().getClass().getSimpleName())
        .containsAll(RandomClaims.kindsOfQuantity());
    assertThat(claims).extracting(c -> c.content().attribute().kind()).contains("netProfit");
  }
}
