package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All the ways in which sources name a process. */
class ProcessNodeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 nm | 7 | 7",
        "28nm | 28 | 28",
        "TSMC's ultra-low-power 28-nm | 28 | 28",
        "5-nanometre | 5 | 5",
        "5nm-class | 5 | 5",
        "TSMC N4P | 4 | 4",
        "N7+ | 7 | 7",
        "TSMC N3P, N6 | 3 | 6",
        "TSMC 5nm, 6nm FinFET | 5 | 6",
        "Intel 7, TSMC N5 and TSMC N7 | 5 | 7",
        "TSMC N6 (6nm DUV) | 6 | 6",
        "16FF | 16 | 16",
        "TSMC 16FF | 16 | 16",
        "12FFN | 12 | 12",
        "TSMC 4N | 4 | 4",
        "8N | 8 | 8",
        "6 nm class N+3 | 6 | 6",
        "16 nm (TSMC) | 16 | 16",
        "1.8 nm | 1.8 | 1.8",
      })
  void names_giveTheNode(String text, double smallest, double largest) {
    assertThat(ProcessNode.read(text)).contains(new ProcessNode(smallest, largest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FinFET", "N+3", "CoWoS", "third generation"})
  void wordsWithoutNode_giveNone(String text) {
    assertThat(ProcessNode.read(text)).isEqualTo(Optional.empty());
  }
}
