package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.EpochRows.EMPTY;
import static org.suanwang.catalog.load.EpochRows.after;
import static org.suanwang.catalog.load.EpochRows.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.provenance.Claim;

/**
 * Of what the column that FP16 and BF16 share becomes claims. The rows are Epoch AI's, CC BY 4.0.
 */
class EpochTensorTest {
  private static final String COLUMNS =
      "Hardware name,Manufacturer,Tensor-FP16/BF16 performance (FLOP/s),"
          + "TF32 (TensorFloat-32) performance (FLOP/s)\n";
  private static final String MI308X = "AMD Radeon Instinct MI308X,AMD,653700000000000.0,\n";

  private static List<String> claims(String rows, Catalog known) {
    return read(COLUMNS + rows, known).data().content().claims().stream().map(Claim::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H20, NVIDIA, 148000000000000.0, 74000000000000.0",
    "NVIDIA H800 SXM5, NVIDIA, 989000000000000.0, 454500000000000.0",
    "Amazon Trainium1, Amazon AWS, 190000000000000.0, 190000000000000.0"
  })
  void tf32AtHalfOfTheRateOrFaster_isBf16AtTheRate(
      String name, String maker, String tensor, String tf32) {
    var reading = read(COLUMNS + String.join(",", name, maker, tensor, tf32) + "\n", EMPTY);
    List<Claim<Fact>> claims = reading.data().content().claims();
    assertThat(claims)
        .extracting(Claim::id)
        .anySatisfy(id -> assertThat(id).endsWith(".epoch.fp16-dense-matrix"))
        .anySatisfy(id -> assertThat(id).endsWith(".epoch.bf16-dense-matrix"));
    assertThat(reading.report().rows().getFirst().notes()).doesNotContain(EpochTensor.FP16_ALONE);
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA Tesla V100 SXM2, 125000000000000.0, ''",
    "NVIDIA GeForce RTX 2080 Ti 11GB, 113800000000000.0, ''",
    "NVIDIA GeForce RTX 4090, 330000000000000.0, 82600000000000.0",
    "NVIDIA GeForce RTX 3090 Ti, 160000000000000.0, 40000000000000.0"
  })
  void slowOrUntoldTf32_leavesTheColumnToFp16AndSaysSo(String name, String tensor, String tf32) {
    var reading = read(COLUMNS + String.join(",", name, "NVIDIA", tensor, tf32) + "\n", EMPTY);
    assertThat(reading.data().content().claims())
        .extracting(Claim::id)
        .noneSatisfy(id -> assertThat(id).contains("bf16"));
    assertThat(reading.report().rows().getFirst().notes()).contains(EpochTensor.FP16_ALONE);
  }

  @Test
  void untoldTensorRate_needsNoNote() {
    ImportReport.Row row =
        read(COLUMNS + "NVIDIA P100,NVIDIA,,\n", EMPTY).report().rows().getFirst();
    assertThat(row.notes()).doesNotContain(EpochTensor.FP16_ALONE);
  }

  @ParameterizedTest
  @CsvSource({"653.7, true", "650, true", "326.8, false"})
  void rateThatTheCatalogueKnowsInBf16_isClaimedForIt(String known, boolean isBf16) {
    Catalog catalog = withBf16(after(COLUMNS + MI308X, EMPTY), known);
    var later = COLUMNS.replace("\n", ",Last modified\n") + MI308X.replace("\n", ",2026-05-07\n");
    assertThat(read(later, catalog).data().content().claims())
        .extracting(Claim::id)
        .hasSize(isBf16 ? 1 : 0);
  }

  @Test
  void sameTableAgain_claimsNeitherFormatTwice() {
    String rows = "NVIDIA H20,NVIDIA,148000000000000.0,74000000000000.0\n";
    Catalog once = after(COLUMNS + rows, EMPTY);
    assertThat(claims(rows, once)).isEmpty();
  }

  private static Catalog withBf16(Catalog catalog, String teraflops) {
    String byHand =
        """
        package: {id: h, version: "1", title: H, licence: l, released: 2026-11-20}
        sources:
          - {id: sheet, title: A data sheet, publisher: AMD, tier: VENDOR_DATASHEET, date: 2026-01}
        accelerators:
          - id: amd-radeon-instinct-mi308x
            statements:
              - source: sheet
                place: "page 2"
                says: {"BF16 DENSE MATRIX": "%s TFLOPS"}
        """
            .formatted(teraflops);
    CatalogContent hand =
        RoundTripTest.read(byHand.getBytes(StandardCharsets.UTF_8), ExchangeFormat.YAML, catalog)
            .data()
            .content();
    return catalog.with(Increment.of(catalog, hand));
  }
}
