package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.kubernetes.manifest.Selectors;

class SelectorsTest {

  @ParameterizedTest
  @CsvSource({
    "In, a, true",
    "In, b, false",
    "In, , false",
    "NotIn, a, false",
    "NotIn, b, true",
    "NotIn, , true",
    "Exists, a, true",
    "Exists, , false",
    "DoesNotExist, a, false",
    "DoesNotExist, , true"
  })
  void expression_holdsAsTheApiDefinesIt(String operator, String value, boolean expected) {
    Map<String, String> labels = value == null ? Map.of() : Map.of("key", value);

    assertThat(Selectors.matches(expression(operator), labels)).isEqualTo(expected);
  }

  @Test
  void emptySelector_matchesEverything() {
    assertThat(Selectors.matches(new V1LabelSelector(), Map.of("any", "label"))).isTrue();
  }

  @Test
  void unknownOperator_isRefused() {
    assertThatThrownBy(() -> Selectors.matches(expression("Near"), Map.of()))
        .hasMessageContaining("Near");
  }

  private static V1LabelSelector expression(String operator) {
    return new V1LabelSelector()
        .addMatchExpressionsItem(
            new V1LabelSelectorRequirement().key("key").operator(operator).values(List.of("a")));
  }
}
