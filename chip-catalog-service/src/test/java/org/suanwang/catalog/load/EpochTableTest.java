package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.EpochRows.A800;
import static org.suanwang.catalog.load.EpochRows.COLUMNS;
import static org.suanwang.catalog.load.EpochRows.EMPTY;
import static org.suanwang.catalog.load.EpochRows.SIYUAN;
import static org.suanwang.catalog.load.EpochRows.after;
import static org.suanwang.catalog.load.EpochRows.knownAs;
import static org.suanwang.catalog.load.EpochRows.read;
import static org.suanwang.catalog.load.EpochRows.row;
import static org.suanwang.catalog.load.EpochRows.table;
import static org.suanwang.catalog.load.EpochRows.with;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Reason;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/** What the cells of the table of Epoch become. */
class EpochTableTest {
  private static Map<String, Claim<Fact>> byId(Reading reading) {
    return reading.data().content().claims().stream().collect(Collectors.toMap(Claim::id, c -> c));
  }

  private static Claim<Fact> claim(Reading reading, String id) {
    return reading.data().content().claims().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Quantity value(String number, Unit unit) {
    return new Quantity.Value(new BigDecimal(number), unit);
  }

  @Test
  void newRow_becomesAnAcceleratorWithAClaimForEachCell() {
    Reading reading = read(table(A800), EMPTY);
    String id = "nvidia-a800-pcie-40-gb";
    assertThat(reading.data().content().subjects()).extracting("id").containsExactly("nvidia", id);
    Map<String, Quantity> said =
        byId(reading).entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().substring(id.length()),
                    e -> e.getValue().content().quantity()));
    assertThat(said)
        .containsOnly(
            Map.entry(".epoch.statement-notes", new Quantity.Text("Two lines\nof notes")),
            Map.entry(".epoch.releasedate", new Quantity.Text("2022-11-08")),
            Map.entry(".epoch.fp16-dense-matrix", value("312", Unit.TFLOP_PER_SECOND)),
            Map.entry(".epoch.fp16-dense-vector", value("77.97", Unit.TFLOP_PER_SECOND)),
            Map.entry(".epoch.memorycapacity", value("40", Unit.GIGABYTE)),
            Map.entry(".epoch.networkbandwidth", value("25", Unit.GIGABYTE_PER_SECOND)),
            Map.entry(".epoch.power", value("250", Unit.WATT)),
            Map.entry(".epoch.clock-base", value("0.765", Unit.GIGAHERTZ)),
            Map.entry(".epoch.process", new Quantity.Text("7 nm")),
            Map.entry(".epoch.transistors", value("54.2", Unit.BILLION)));
  }

  @Test
  void claim_namesRowColumnAndDayOfTheTable() {
    Claim<Fact> power = claim(read(table(A800), EMPTY), "nvidia-a800-pcie-40-gb.epoch.power");
    assertThat(power.locator().text())
        .isEqualTo("ml_hardware.csv › NVIDIA A800 PCIe 40 GB › TDP (W)");
    assertThat(power.asOf()).hasToString("2026-03-18");
    assertThat(power.printed()).isEqualTo("250.0");
    assertThat(power.sourceId()).isEqualTo("epoch-ml-hardware");
    assertThat(power.recorded().by()).isEqualTo("example-analyst: epoch-table 2026-03-18");
    assertThat(power.recorded().on()).isEqualTo(RandomCatalogs.TODAY);
  }

  @Test
  void oneNumberInBothColumnsFor16Bits_doesNotSayWhichCircuits() {
    List<String> twice =
        with(A800, "FP16 (half precision) performance (FLOP/s)", "312000000000000.0");
    assertThat(byId(read(table(twice), EMPTY)))
        .containsKey("nvidia-a800-pcie-40-gb.epoch.fp16-dense-unstated")
        .doesNotContainKey("nvidia-a800-pcie-40-gb.epoch.fp16-dense-vector");
  }

  @Test
  void zero_isWhatNobodyTells() {
    Claim<Fact> power = claim(read(table(SIYUAN), EMPTY), "cambricon-siyuan-690.epoch.power");
    assertThat(power.content().quantity()).isEqualTo(new Quantity.Unknown(Reason.NOT_DISCLOSED));
    assertThat(power.printed()).isEqualTo("0.0");
  }

  @Test
  void otherOrderOfColumnsOtherLineEndsAndAMark_areTheSameTable() {
    List<String> columns = COLUMNS.reversed();
    String turned = row(columns) + row(A800.reversed()) + row(SIYUAN.reversed());
    CatalogContent expected = read(table(A800, SIYUAN), EMPTY).data().content();
    assertThat(read(turned, EMPTY).data().content()).isEqualTo(expected);
    assertThat(read("\uFEFF" + turned.replace("\n", "\r\n"), EMPTY).data().content())
        .isEqualTo(expected);
  }

  @Test
  void missingColumns_leaveTheRestOfTheTable() {
    String table = "Hardware name,Manufacturer,TDP (W)\nNVIDIA A800 PCIe 40 GB,NVIDIA,250\n";
    assertThat(byId(read(table, EMPTY))).containsOnlyKeys("nvidia-a800-pcie-40-gb.epoch.power");
  }

  @Test
  void acceleratorKnownByAlias_getsFurtherClaims() {
    Catalog known = knownAs("A800 (40 GB)", "A800-PCIe-40GB");
    Reading reading = read(table(A800), known);
    assertThat(reading.data().content().subjects()).isEmpty();
    assertThat(reading.data().content().claims())
        .hasSize(10)
        .allSatisfy(c -> assertThat(c.subject()).isEqualTo("nvidia-a800"));
    assertThat(reading.report().rows().getFirst().described()).isFalse();
  }

  @Test
  void sameTableAgain_holdsNothingNew() {
    Catalog once = after(table(A800, SIYUAN), EMPTY);
    Reading again = read(table(A800, SIYUAN), once);
    assertThat(again.data().content()).isEqualTo(CatalogContent.empty());
    assertThat(again.report().rows().getFirst().leftOut())
        .hasSize(10)
        .allSatisfy(c -> assertThat(c.why()).startsWith("it is claimed already: "));
  }

  @Test
  void cellClaimedByHandWithoutItsColumn_isNotClaimedAgain() {
    String byHand =
        """
        package: {id: h, version: "1", title: H, licence: l, released: 2026-11-20}
        accelerators:
          - id: nvidia-a800-pcie-40-gb
            name: "A800 PCIe 40 GB"
            vendor: nvidia
            scope: BOARD
            statements:
              - source: epoch-ml-hardware
                place: "ml_hardware.csv"
                row: "NVIDIA A800 PCIe 40 GB"
                asOf: 2026-03-18
                says: {"FP16 DENSE UNSTATED": "77.97 TFLOPS", power: "250 W", process: "N7"}
        """;
    Catalog source = after(table(SIYUAN), EMPTY);
    Catalog vendor = after(table(with(A800, "Hardware name", "NVIDIA A2")), source);
    CatalogContent hand =
        RoundTripTest.read(byHand.getBytes(StandardCharsets.UTF_8), ExchangeFormat.YAML, vendor)
            .data()
            .content();
    Catalog known = vendor.with(hand);
    ImportReport.Row row = read(table(A800), known).report().rows().getFirst();
    assertThat(row.leftOut())
        .extracting(ImportReport.Cell::column)
        .containsExactlyInAnyOrder(
            "FP16 (half precision) performance (FLOP/s)", "TDP (W)", "Process size (nm)");
    assertThat(row.claims()).hasSize(7);
  }

  @Test
  void laterSnapshotWithAnotherValue_becomesAFurtherClaim() {
    Catalog once = after(table(A800), EMPTY);
    List<String> later =
        with(with(A800, "TDP (W)", "240.0"), "Last modified", "2026-09-01 00:00:00+00:00");
    Reading reading = read(table(later), once);
    assertThat(byId(reading)).containsOnlyKeys("nvidia-a800-pcie-40-gb.epoch.power.2026-09-01");
    assertThat(once.findClaim("nvidia-a800-pcie-40-gb.epoch.power")).isPresent();
  }

  @Test
  void whatWasImported_goesRoundWithoutLoss() {
    Catalog catalog = after(table(A800, SIYUAN), EMPTY);
    byte[] file = RoundTripTest.export(catalog, ExchangeFormat.CSV);
    CatalogContent again = RoundTripTest.read(file, ExchangeFormat.CSV, EMPTY).data().content();
    assertThat(CanonicalForm.hash(Catalog.of(again))).isEqualTo(CanonicalForm.hash(catalog));
  }
}
