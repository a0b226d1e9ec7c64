package org.suanwang.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> IDS =
      List.of("nvidia-h100-sxm", "nvidia-h100-pcie", "nvidia-a100-80gb-sxm", "huawei-ascend-910");

  @Test
  void misspeltName_isNearItsTrueOne() {
    assertThat(Suggestion.nearest("limt", List.of("cursor", "limit"))).containsExactly("limit");
    assertThat(Suggestion.nearest("hauwei-ascend-910", IDS)).containsExactly("huawei-ascend-910");
  }

  @Test
  void shortenedName_isNearAllThatHoldIt() {
    assertThat(Suggestion.nearest("H100", IDS))
        .containsExactly("nvidia-h100-sxm", "nvidia-h100-pcie");
  }

  @Test
  void namesThatHoldIt_comeBeforeOthersNearby() {
    assertThat(Suggestion.nearest("nvidia-h100", List.of("nvidia-h20", "nvidia-h100-sxm")))
        .containsExactly("nvidia-h100-sxm", "nvidia-h20");
  }

  @Test
  void nameThatIsNothingAlike_isNearNone() {
    assertThat(Suggestion.nearest("tomato", IDS)).isEmpty();
    assertThat(Suggestion.nearest(" ", IDS)).isEmpty();
    assertThat(Suggestion.nearest("nvidia-h100-sxm".repeat(50), IDS)).isEmpty();
  }
}
