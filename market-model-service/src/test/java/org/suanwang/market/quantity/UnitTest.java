package org.suanwang.market.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "1e8 CNY, CNY, 100000000",
    "1e4 server, server, 10000",
    "device.h, device.s, 3600",
    "CNY/(device.h), CNY/(device.s), 1/3600",
    "CNY/device/h, CNY/(device.s), 1/3600",
    "EFLOP/s, FLOP/s, 1000000000000000000",
    "TFLOP@FP16/(s.device), FLOP@FP16/(device.s), 1000000000000",
    "GB/s, bit/s, 8000000000",
    "kWh, J, 3600000",
    "MW.day, J, 86400000000",
    "%, 1, 1/100",
    "1/3, 1, 1/3",
    "CNY^2/CNY, CNY, 1",
    "Hz, 1/s, 1"
  })
  void unit_isReadWithDimensionAndScale(String text, String dimension, String scale) {
    Unit unit = Unit.parse(text);
    assertThat(unit.dimension().text()).isEqualTo(dimension);
    assertThat(unit.scale()).isEqualTo(Numeral.parse(scale));
    assertThat(unit.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "CNZ",
        "CNY/",
        "CNY//h",
        "(CNY",
        "CNY)",
        "CNY^",
        "CNY^99",
        "0 CNY",
        "-1 CNY",
        "1e999 CNY",
        "CNY,USD",
        "kCNY",
        "device..h",
        "((((((CNY))))))",
        "1e8CNY",
        "㎏"
      })
  void textThatIsNoUnit_isRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> Unit.parse(text))
        .isInstanceOf(UnitSyntaxException.class)
        .hasMessageContaining("at character");
  }

  @Test
  void twoCurrencies_areNotComparable() {
    assertThat(Unit.parse("CNY").isComparableTo(Unit.parse("USD"))).isFalse();
  }

  @Test
  void twoPrecisions_areNotComparable() {
    assertThat(Unit.parse("EFLOP@FP16/s").isComparableTo(Unit.parse("EFLOP@FP8/s"))).isFalse();
    assertThat(Unit.parse("EFLOP@FP16/s").isComparableTo(Unit.parse("EFLOP/s"))).isFalse();
  }

  @Test
  void conversion_isExact() {
    var third = new Quantity(BigFraction.of(1, 3), Unit.parse("day"));
    assertThat(third.in(Unit.parse("h")).value()).isEqualTo(BigFraction.of(8));
  }
}
