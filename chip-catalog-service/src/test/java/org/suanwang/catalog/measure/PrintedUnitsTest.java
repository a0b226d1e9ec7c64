package org.suanwang.catalog.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.measure.Quantity.Relation;

/** Every unit in the spellings of the catalogue's sources, signs, exponents, bounds and ranges. */
class PrintedUnitsTest {
  private static final String SPELLINGS =
      """
      814 mm2            | 814          | mm2
      814mm²             | 814          | mm2
      1.41 GHz           | 1.41         | GHz
      1410MHz            | 1.41         | GHz
      5120 bit           | 5120         | bit
      3.186 GT/s         | 3.186        | GT/s
      3186 MT/s          | 3.186        | GT/s
      6912 cores         | 6912         | 1
      2 dies             | 2            | 1
      64 CUs             | 64           | 1
      200000 tokens      | 200000       | 1
      83.1 points        | 83.1         | 1
      8 devices          | 8            | device
      8 GPUs             | 8            | device
      16 cards           | 16           | device
      80 billion         | 80           | 1e9
      200 million        | 0.2          | 1e9
      1.8 trillion       | 1800         | 1e9
      38 %               | 38           | %
      38.5%              | 38.5         | %
      90 days            | 90           | d
      90天               | 90           | d
      20 ms              | 20           | ms
      2.15e25 FLOP       | 21500        | ZFLOP
      2.15E+25 FLOP      | 21500        | ZFLOP
      1e15 FLOP          | 0.000001     | ZFLOP
      30 ZFLOP           | 30           | ZFLOP
      1 mW               | 0.001        | W
      15 MW              | 15000000     | W
      10.2 kW            | 10200        | W
      40 KB              | 0.00004      | GB
      2 PB/s             | 2000000      | GB/s
      800 Gb/s           | 100          | GB/s
      800Gbps            | 100          | GB/s
      400 Gbit/s         | 50           | GB/s
      1.6 Tb/s           | 200          | GB/s
      100 Mb/s           | 0.0125       | GB/s
      100 MB/s           | 0.1          | GB/s
      16.2 EFLOPS        | 16200000     | TFLOP/s
      312 TFLOP/s        | 312          | TFLOP/s
      624 TOP/s          | 624          | TOP/s
      30000 USD          | 30000        | USD
      60.9 billion USD   | 60900000000  | USD
      5 million USD      | 5000000      | USD
      609亿美元          | 60900000000  | USD
      609 10亿美元       | 609000000000 | USD
      10亿美元           | 1000000000   | USD
      80000 CNY          | 80000        | CNY
      80000元            | 80000        | CNY
      1.2万元            | 12000        | CNY
      65.71亿元          | 6571000000   | CNY
      3 billion CNY      | 3000000000   | CNY
      2.49 USD/h         | 2.49         | USD/h
      15 元/小时         | 15           | CNY/h
      15 CNY/h           | 15           | CNY/h
      """;

  private static Quantity value(String number, String unit) {
    return new Quantity.Value(new BigDecimal(number), Unit.find(unit).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = SPELLINGS)
  void printedUnit_isReadInTheUnitOfItsDimension(String printed, String number, String unit) {
    assertThat(QuantityReader.find(printed)).contains(value(number, unit));
  }

  @Test
  void everyUnit_hasASpelling() {
    EnumSet<Unit> missing = EnumSet.allOf(Unit.class);
    SPELLINGS
        .lines()
        .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
        .forEach(symbol -> Unit.find(symbol).ifPresent(missing::remove));
    assertThat(missing).isEmpty();
  }

  @Test
  void loss_keepsItsSign() {
    assertThat(QuantityReader.find("-10.13亿元")).contains(value("-1013000000", "CNY"));
    assertThat(QuantityReader.find("- 10.13亿元")).isEmpty();
    assertThat(QuantityReader.find("<-5 %"))
        .contains(new Quantity.Bound(Relation.LESS_THAN, new BigDecimal("-5"), Unit.PERCENT));
    assertThat(QuantityReader.find("-5-15 %"))
        .contains(new Quantity.Range(new BigDecimal("-5"), new BigDecimal("15"), Unit.PERCENT));
  }

  @ParameterizedTest
  @CsvSource({
    "<30 W, LESS_THAN",
    "<=30W, AT_MOST",
    "≤ 30 W, AT_MOST",
    ">30W, MORE_THAN",
    ">=30 W, AT_LEAST",
    "≥30W, AT_LEAST"
  })
  void everyBound_isReadWithItsSign(String printed, Relation relation) {
    assertThat(QuantityReader.find(printed))
        .contains(new Quantity.Bound(relation, new BigDecimal("30"), Unit.WATT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5-15 W", "5 - 15W", "5–15 W", "5~15W", "0.005-0.015 kW", "5e0-1.5e1 W"})
  void everyRange_keepsBothEnds(String printed) {
    assertThat(QuantityReader.find(printed))
        .contains(new Quantity.Range(new BigDecimal("5"), new BigDecimal("15"), Unit.WATT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,555 GB/s",
        "1.555.000 W",
        ".5 W",
        "5. W",
        "+5 W",
        "5e W",
        "5e+ W",
        "1e100 W",
        "0x10 W",
        "五 W",
        "5 horses",
        "38 % of the peak",
        "5 TFLOP",
        "5 W/h",
        "30000 $",
        "30000 EUR",
        "亿元",
        "-",
        "--5 W",
        "5 -- 15 W",
        "5-10-15 W",
        "15-5 %",
        "-5--15 %",
        ">5-15 W",
        "<<5 W",
        "5 W 6 W",
        "5\nW 6"
      })
  void whatIsNoQuantity_isEmpty(String printed) {
    assertThat(QuantityReader.find(printed)).as(printed).isEmpty();
  }
}
