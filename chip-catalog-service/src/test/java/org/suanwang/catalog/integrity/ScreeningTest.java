package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Of a foreign table only cells far off all others are left out; what is wrong else refuses it. */
class ScreeningTest {
  private static final Catalog KNOWN =
      catalog(
          claim("chip.memory", Plain.MEMORY_CAPACITY, "96", Tier.PRESS),
          claim("chip.power", Plain.POWER, "300", Tier.PRESS));
  private static final Findings BEFORE = IntegrityRules.check(KNOWN);
  private static final Claim<Fact> NEAR =
      claim("chip.table-near", Plain.MEMORY_CAPACITY, "94", Tier.PRESS);
  private static final Claim<Fact> FAR =
      claim("chip.table-far", Plain.MEMORY_CAPACITY, "96000", Tier.PRESS);

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  private static Reading screened(Claim<Fact>... cells) {
    CatalogContent content = Claims.added(cells);
    var data = new DataPackage("t", "1", "T", "L", content, CanonicalForm.hash(content), "");
    List<String> ids = Arrays.stream(cells).map(Claim::id).toList();
    var row = new ImportReport.Row(2, "Chip", "chip", false, ids, List.of(), List.of());
    return Screening.screen(
        new Reading(data, new ImportReport(List.of(), List.of(row))), KNOWN, BEFORE);
  }

  private static List<String> claims(Reading reading) {
    return reading.data().content().claims().stream().map(Claim::id).toList();
  }

  private static Stream<String> errors(Reading reading) {
    Catalog after = KNOWN.with(reading.data().content());
    Findings found = IntegrityRules.recheck(BEFORE, after, List.of("chip"));
    return IntegrityRules.news(BEFORE, found, after, Set.copyOf(claims(reading))).stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(Finding::rule);
  }

  private static Claim<Fact> printed(Claim<Fact> c, String printed) {
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        printed,
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  @Test
  void cellFarFromAllOthers_isLeftOut() {
    Reading reading = screened(NEAR, FAR);
    assertThat(claims(reading)).containsExactly("chip.table-near");
    ImportReport.Row row = reading.report().rows().getFirst();
    assertThat(row.claims()).containsExactly("chip.table-near");
    assertThat(row.leftOut()).hasSize(1);
    assertThat(row.leftOut().getFirst().why()).startsWith("left out: FarFromOthers: ");
    assertThat(reading.data().contentHash())
        .isEqualTo(CanonicalForm.hash(reading.data().content()));
    assertThat(errors(reading)).isEmpty();
  }

  @Test
  void cellThatIsFarOffOnceAnotherIsGone_isLeftOutToo() {
    var correction =
        Claims.correcting(
            claim("chip.table-further", Plain.MEMORY_CAPACITY, "3000", Tier.PRESS), FAR.id());
    Reading reading = screened(NEAR, FAR, correction);
    assertThat(claims(reading)).containsExactly("chip.table-near");
    assertThat(reading.report().rows().getFirst().leftOut()).hasSize(2);
    assertThat(errors(reading)).isEmpty();
  }

  @Test
  void cellInAUnitOfAnotherDimension_staysAndRefuses() {
    var unit = new Quantity.Value(new BigDecimal("96"), Unit.WATT);
    Reading reading =
        screened(NEAR, FAR, claim("chip.table-unit", Plain.MEMORY_CAPACITY, unit, Tier.PRESS));
    assertThat(claims(reading)).containsExactly("chip.table-near", "chip.table-unit");
    assertThat(errors(reading)).containsExactly("UnitMatchesAttribute");
  }

  @Test
  void cellThatItsPrintedTextContradicts_staysAndRefuses() {
    Reading reading = screened(printed(NEAR, "64 GB"));
    assertThat(claims(reading)).containsExactly("chip.table-near");
    assertThat(errors(reading)).containsExactly("PrintedTextSaysSo");
  }

  @Test
  void cellWhoseInputsAreMissing_staysAndRefuses() {
    var derived = new Basis.Derived("twice as much", List.of("chip.nothing"));
    Reading reading = screened(Claims.based(NEAR, derived));
    assertThat(claims(reading)).containsExactly("chip.table-near");
    assertThat(errors(reading)).containsExactly("DerivedInputsExist");
  }

  @Test
  void cellThatIsFarOffAndWrongElse_staysAndRefuses() {
    Reading reading = screened(printed(FAR, "96 GB"));
    assertThat(claims(reading)).containsExactly("chip.table-far");
    assertThat(errors(reading)).contains("FarFromOthers", "PrintedTextSaysSo");
  }
}
