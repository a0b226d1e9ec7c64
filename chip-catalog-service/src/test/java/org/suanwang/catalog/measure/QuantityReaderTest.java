package org.suanwang.catalog.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.measure.Unit.GIGABYTE;
import static org.suanwang.catalog.measure.Unit.GIGABYTE_PER_SECOND;
import static org.suanwang.catalog.measure.Unit.TFLOP_PER_SECOND;
import static org.suanwang.catalog.measure.Unit.TOP_PER_SECOND;
import static org.suanwang.catalog.measure.Unit.WATT;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.measure.Quantity.Relation;

/** Every way in which figure 5 of the report prints a quantity, and what is none. */
class QuantityReaderTest {
  private static void assertReads(String printed, Quantity expected) {
    assertThat(QuantityReader.find(printed)).as(printed).contains(expected);
  }

  private static Quantity value(String number, Unit unit) {
    return new Quantity.Value(new BigDecimal(number), unit);
  }

  @Test
  void throughput_isReadWithItsPrefix() {
    assertReads("16 TOPS", value("16", TOP_PER_SECOND));
    assertReads("362.1 TOPs", value("362.1", TOP_PER_SECOND));
    assertReads("320 TFLOPS", value("320", TFLOP_PER_SECOND));
    assertReads("362.1 TFLOPs", value("362.1", TFLOP_PER_SECOND));
    assertReads("67 teraFLOPS", value("67", TFLOP_PER_SECOND));
    assertReads("512G FLOPS", value("0.512", TFLOP_PER_SECOND));
    assertReads("1.5T Flops", value("1.5", TFLOP_PER_SECOND));
    assertReads("4 petaFLOPS", value("4000", TFLOP_PER_SECOND));
  }

  @Test
  void bandwidthCapacityAndPower_areReadInOneUnitEach() {
    assertReads("3.35TB/s", value("3350", GIGABYTE_PER_SECOND));
    assertReads("25.6GB/s", value("25.6", GIGABYTE_PER_SECOND));
    assertReads("32GB", value("32", GIGABYTE));
    assertReads("70w", value("70", WATT));
    assertReads("1.2 kW", value("1200", WATT));
    assertReads("400W*", value("400", WATT));
  }

  @Test
  void bounds_stayBounds() {
    assertReads("<30W", new Quantity.Bound(Relation.LESS_THAN, new BigDecimal("30"), WATT));
    assertReads("≥2 TB/s", bound(Relation.AT_LEAST, "2000"));
    assertReads(">=2 TB/s", bound(Relation.AT_LEAST, "2000"));
  }

  private static Quantity bound(Relation relation, String number) {
    return new Quantity.Bound(relation, new BigDecimal(number), GIGABYTE_PER_SECOND);
  }

  @Test
  void ranges_stayRanges() {
    var range = new Quantity.Range(new BigDecimal("300"), new BigDecimal("350"), WATT);
    assertReads("300-350W", range);
    assertReads("300–350 W", range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TOPS (INT16)",
        "OPS (CINT32)",
        "350-300W",
        "<300-350W",
        "16",
        "16 XOPS",
        "NaN TOPS",
        "1e100 TOPS",
        "--5 W",
        "16 TOPS and more",
        "12345678901234567890 W",
        "7nm"
      })
  void whatIsNoQuantity_isEmpty(String printed) {
    assertThat(QuantityReader.find(printed)).isEmpty();
  }

  @Test
  void overlongText_isEmptyAtOnce() {
    assertThat(QuantityReader.find("9".repeat(100_000) + " W")).isEmpty();
  }
}
