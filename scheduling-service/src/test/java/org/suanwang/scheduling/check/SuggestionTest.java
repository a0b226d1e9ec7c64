package org.suanwang.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void misspeltName_getsTheNearest() {
    assertThat(Suggestion.remedy("h10", List.of("a100", "h100")))
        .isEqualTo("did you mean h100? Known: a100, h100");
    assertThat(Suggestion.remedy("x", List.of())).isEqualTo("none are known");
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
  }
}
