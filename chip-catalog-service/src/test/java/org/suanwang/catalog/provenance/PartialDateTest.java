package org.suanwang.catalog.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2024-03-26, 2024-03-26, 2024-03-26",
    "2024-02, 2024-02-01, 2024-02-29",
    "2023, 2023-01-01, 2023-12-31"
  })
  void text_isReadAndWrittenBackAsItWas(String text, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.parse(text);
    assertThat(date).isEqualTo(new PartialDate(first, last)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2023-02-29", "2023-13", "23", "soon", "2023/01", "+2023"})
  void dateThatDoesNotExist_isRefused(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
