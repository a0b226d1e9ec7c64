package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(a*1000000000000000000)/2 | (a*1E+018)/2",
        "a*1E+25 | a*1E+025",
        "a*1e25 | a * 10000000000000000000000000",
        "a/0.01 | a/1E-2",
        "a/0.01 | a/.01",
        "a*0.30000000000000004 | a*0.3",
        "IF($F$2=\"printed\",$E$2,$D$2) | IF( $F$2 = \"printed\" , $E$2 , $D$2 )",
        "Scenarios!$C$20 | Scenarios!$C$20",
      })
  void sameFormulaWrittenOtherwise_isTheSame(String wanted, String found) {
    assertThat(FormulaText.isSame(wanted, found)).isTrue();
    assertThat(FormulaText.isSame(found, wanted)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a*1E+18 | a*1E+17",
        "a*1E+18 | a*1.0000000000001E+18",
        "a*1E+18 | -a*1E+18",
        "share_2025 | share_2026",
        "h100 | h1E2",
        "a1000 | a1E3",
        "$D$10 | $D$1E1",
        "$D$2 | $D$3",
        "IF($F$2=\"1000\",1,2) | IF($F$2=\"1E3\",1,2)",
        "IF(x=\"printed\",1,2) | IF(x=\"print ed\",1,2)",
        "a*1E+400 | a*1E+500",
        "a+b | a+b+0",
        "(a+b)*c | a+b*c",
        "ab | a b",
      })
  void otherFormula_isAnother(String wanted, String found) {
    assertThat(FormulaText.isSame(wanted, found)).isFalse();
    assertThat(FormulaText.isSame(found, wanted)).isFalse();
  }
}
