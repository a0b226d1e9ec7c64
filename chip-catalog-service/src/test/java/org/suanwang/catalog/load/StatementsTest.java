package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.SmallPackages.HEAD;
import static org.suanwang.catalog.load.SmallPackages.RECORDED;
import static org.suanwang.catalog.load.SmallPackages.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Reason;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Tier;

/** What a source says about a subject, in few words or in many. */
class StatementsTest {
  private final SmallPackages packages = new SmallPackages();

  @Test
  void shortStatement_becomesAReportedClaimOfItsSource() {
    assertThat(packages.only())
        .isEqualTo(
            new Claim<>(
                "chip.sheet.power",
                "chip",
                new Fact(Plain.POWER, value("300", Unit.WATT)),
                "300 W",
                null,
                "sheet",
                new Locator("page 1", null, null),
                PartialDate.parse("2025-06"),
                Tier.PRESS,
                new Basis.Reported(),
                RECORDED));
    assertThat(packages.first().verdicts()).isEmpty();
  }

  @Test
  void blockSays_whereWhenAndUnderWhichName() {
    packages.put(
        "first/accelerators/chip.yaml",
        HEAD,
        "scope: BOARD\nstatements:\n",
        "  - {source: sheet, key: table, place: page 2, row: Chip, column: W, asOf: 2025,\n",
        "     says: {power: 300 W, \"cores tensor\": 432 cores}}\n");
    assertThat(packages.first().claims())
        .extracting(Claim::id)
        .containsExactly("chip.table.cores-tensor", "chip.table.power");
    assertThat(packages.first().claims())
        .allSatisfy(c -> assertThat(c.locator()).isEqualTo(new Locator("page 2", "Chip", "W")))
        .allSatisfy(c -> assertThat(c.asOf()).isEqualTo(PartialDate.parse("2025")));
  }

  @Test
  void everyKindOfAttribute_isRead() {
    packages.chip(
        """

              "FP16 DENSE MATRIX": "100 TFLOPS"
              "INT8 SPARSE_2_4 UNSTATED DIE": ">=400 TOPS"
              "clock boost": "1410 MHz"
              "price 零售": "1.2万元"
              "contains other-chip": "8 devices"
              "owns maker": "wholly"
              releaseDate: "2023-12"
              process: "7nm"
        """);
    Map<String, Fact> facts = new HashMap<>();
    packages
        .first()
        .claims()
        .forEach(c -> facts.put(c.id().replace("chip.sheet.", ""), c.content()));
    assertThat(facts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "fp16-dense-matrix",
                new Fact(
                    new Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.BOARD),
                    value("100", Unit.TFLOP_PER_SECOND)),
                "int8-sparse-2-4-unstated-die",
                new Fact(
                    new Throughput(
                        Precision.INT8, Sparsity.SPARSE_2_4, Circuit.UNSTATED, Scope.DIE),
                    new Quantity.Bound(
                        Relation.AT_LEAST, new BigDecimal("400"), Unit.TOP_PER_SECOND)),
                "clock-boost",
                new Fact(new Named(Named.Family.CLOCK, "boost"), value("1.41", Unit.GIGAHERTZ)),
                "price-零售",
                new Fact(new Named(Named.Family.PRICE, "零售"), value("12000", Unit.YUAN)),
                "contains-other-chip",
                new Fact(new Link(Link.Relation.CONTAINS, "other-chip"), value("8", Unit.DEVICE)),
                "owns-maker",
                new Fact(new Link(Link.Relation.OWNS, "maker"), new Quantity.Text("wholly")),
                "releasedate",
                new Fact(Plain.RELEASE_DATE, new Quantity.Text("2023-12")),
                "process",
                new Fact(Plain.PROCESS, new Quantity.Text("7nm"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {derived: bus times rate, inputs: [a, b]} | Derived[rule=bus times rate, inputs=[a, b]]
          {measured: with a meter}                  | Measured[method=with a meter]
          {estimated: by its size}                  | Estimated[method=by its size, low=300, high=350]
          {corrects: sheet.name, why: it is wrong}  | Corrected[corrects=chip.sheet.name, why=it is wrong]
          {}                                        | Reported[]
          """)
  void longStatement_saysOnWhatGround(String ground, String basis) {
    String more = ground.equals("{}") ? "}" : ", " + ground.substring(1);
    packages.chip("{power: {printed: 300-350 W" + more + "}");
    assertThat(packages.only().basis()).hasToString(basis);
    assertThat(packages.only().printed()).isEqualTo("300-350 W");
  }

  @Test
  void longStatement_hasItsOwnColumnQualifierAndVerdict() {
    packages.chip(
        "{power: {printed: 300 W, column: TDP, qualifier: peak, status: IMPLAUSIBLE, note: no}}");
    assertThat(packages.only().locator().column()).isEqualTo("TDP");
    assertThat(packages.only().qualifier()).isEqualTo("peak");
    assertThat(packages.first().verdicts())
        .containsExactly(new Verdict("chip.sheet.power", CellStatus.IMPLAUSIBLE, "no", RECORDED));
  }

  @Test
  void noteWithoutAVerdict_isKept() {
    packages.chip("{power: {printed: 300 W, note: of one of the two GPUs of the board}}");
    assertThat(packages.first().verdicts())
        .containsExactly(
            new Verdict(
                "chip.sheet.power",
                CellStatus.NOT_CHECKED,
                "of one of the two GPUs of the board",
                RECORDED));
  }

  @Test
  void blanksAndWords_areKeptAsSuch() {
    packages.chip("{power: {blank: NOT_DISCLOSED}}");
    assertThat(packages.only().content().quantity())
        .isEqualTo(new Quantity.Unknown(Reason.NOT_DISCLOSED));
    assertThat(packages.only().printed()).isNull();
    packages.chip("{process: {text: N7, printed: 7nm}}");
    assertThat(packages.only().content().quantity()).isEqualTo(new Quantity.Text("N7"));
    assertThat(packages.only().printed()).isEqualTo("7nm");
  }
}
