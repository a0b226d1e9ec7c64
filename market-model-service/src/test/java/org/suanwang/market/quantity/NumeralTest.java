package org.suanwang.market.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {
  @ParameterizedTest
  @CsvSource({
    "0.35, 0.35",
    "1.20e2, 120",
    "300/220, 15/11",
    "-.5, -0.5",
    "1/8, 0.125",
    "0, 0",
    "-0, 0",
    "1e-3, 0.001",
    "1e10, 10000000000"
  })
  void number_isReadAndWrittenExactly(String text, String written) {
    assertThat(Numeral.write(Numeral.parse(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"1, -3, -1/3", "-2, -3, 2/3", "1, -8, -0.125", "5255, -100, -52.55"})
  void quotientByANegative_isWrittenOverAPositive(int numerator, int denominator, String written) {
    BigFraction quotient = BigFraction.of(numerator).divide(BigFraction.of(denominator));

    assertThat(Numeral.write(quotient)).isEqualTo(written);
    assertThat(Numeral.writeShort(quotient, 3))
        .doesNotContain("/")
        .startsWith(written.charAt(0) == '-' ? "-" : "0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "1e999",
        "1e999999999",
        "1/0",
        "1/2/3",
        "0x10",
        "1,000",
        "１",
        "--1",
        "1e",
        "."
      })
  void whatIsNoNumber_isRefused(String text) {
    assertThatThrownBy(() -> Numeral.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1/3, 0.3333…",
    "12345.678, 12350…",
    "2.5, 2.5",
    "62114/7, 8873…",
    "1e300, 1E+300",
    "1e-300, 1E-300",
    "1/3e100, 3.333E-101…",
    "2e20, 200000000000000000000"
  })
  void shortForm_saysWhenItIsCut(String text, String written) {
    assertThat(Numeral.writeShort(Numeral.parse(text), 4)).isEqualTo(written);
  }
}
