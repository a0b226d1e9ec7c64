package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.suanwang.catalog.load.EpochRows.A800;
import static org.suanwang.catalog.load.EpochRows.EMPTY;
import static org.suanwang.catalog.load.EpochRows.SIYUAN;
import static org.suanwang.catalog.load.EpochRows.after;
import static org.suanwang.catalog.load.EpochRows.knownAs;
import static org.suanwang.catalog.load.EpochRows.read;
import static org.suanwang.catalog.load.EpochRows.row;
import static org.suanwang.catalog.load.EpochRows.table;
import static org.suanwang.catalog.load.EpochRows.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/** Rows of the table of Epoch that are left out or refused, each with its reason. */
class EpochRefusalTest {
  private static List<Violation> refusal(String table) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(table, EMPTY)).violations();
  }

  @Test
  void derivedAndUnknownColumns_areLeftOutAndTold() {
    String table = table(A800).replaceFirst("Max performance", "Colour");
    assertThat(read(table(A800), EMPTY).report().columns())
        .extracting(ImportReport.Column::name)
        .containsExactly("Type", "Max performance");
    assertThat(read(table, EMPTY).report().columns())
        .filteredOn(c -> c.name().equals("Colour"))
        .extracting(ImportReport.Column::why)
        .containsExactly("it is not known to this importer; tell its maintainers");
  }

  @Test
  void sameDayWithAnotherValue_isLeftOutAndTold() {
    Catalog once = after(table(A800), EMPTY);
    Reading reading = read(table(with(A800, "TDP (W)", "240.0")), once);
    assertThat(reading.data().content().claims()).isEmpty();
    assertThat(reading.report().rows().getFirst().leftOut())
        .filteredOn(c -> c.column().equals("TDP (W)"))
        .extracting(ImportReport.Cell::why)
        .containsExactly(
            "the catalogue has read it otherwise, and not earlier:"
                + " nvidia-a800-pcie-40-gb.epoch.power");
  }

  @Test
  void rowOfAnUnknownMaker_isLeftOutWithWhatToDo() {
    Reading reading = read(table(with(A800, "Manufacturer", "Acme"), SIYUAN), EMPTY);
    ImportReport.Row row = reading.report().rows().getFirst();
    assertThat(row.subject()).isNull();
    assertThat(row.notes().getFirst()).contains("the maker \"Acme\" is not known", "its country");
    assertThat(reading.data().content().subjects())
        .extracting("id")
        .containsExactly("cambricon", "cambricon-siyuan-690");
  }

  @Test
  void rowThatMayBeAnyOfTwo_isLeftOutWithBoth() {
    Catalog known = knownAs("A800 PCIe 40 GB");
    Accelerator twin =
        new Accelerator("nvidia-a800-twin", "A800 PCIe 40GB", List.of(), "nvidia", Scope.BOARD);
    Catalog both = known.with(new CatalogContent(List.of(), List.of(twin), List.of(), List.of()));
    assertThat(read(table(A800), both).report().rows().getFirst().notes().getFirst())
        .contains("nvidia-a800 or nvidia-a800-twin");
  }

  @Test
  void secondRowOfAName_isLeftOut() {
    Reading reading = read(table(A800, A800), EMPTY);
    assertThat(reading.report().rows().getLast().notes())
        .containsExactly("left out: line 2 has the same name");
    assertThat(reading.data().content().claims()).hasSize(10);
  }

  @Test
  void unreadableCells_areAllToldWithLineAndColumn() {
    String table =
        table(
            with(A800, "TDP (W)", "-250"),
            with(SIYUAN, "Release date", "soon"),
            with(with(SIYUAN, "Hardware name", "X"), "Last modified", "2030-01-01"));
    assertThat(refusal(table)).extracting(Violation::field).contains("body:5 Last modified");
    assertThat(refusal(table(with(A800, "TDP (W)", "-250"), with(SIYUAN, "Release date", "soon"))))
        .extracting(Violation::field)
        .containsExactly("body:2 TDP (W)", "body:4 Release date");
  }

  @Test
  void sourceThatIsNotThere_isRefused() {
    var upload =
        new Upload(
            ExchangeFormat.EPOCH,
            "example-analyst",
            LocalDate.of(2026, 11, 25),
            Optional.of("no-such-source"));
    byte[] body = table(A800).getBytes(StandardCharsets.UTF_8);
    var reader = new UploadFile(PackageFiles.onClasspath());
    assertThat(
            catchThrowableOfType(
                    InvalidInputException.class, () -> reader.read(upload, body, EMPTY))
                .violations())
        .extracting(Violation::field)
        .containsExactly("source");
  }
}
