package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.kubernetes.rule.Finding;
import org.suanwang.kubernetes.rule.HouseRules;

/** Each rule can fail: a spoilt rendering is found out, by the rule that is there for it. */
class MutationTest {

  private static final List<HouseRules.Rule> RULES = HouseRules.ofAWholeOverlay();

  static List<Mutation> mutations() {
    return Stream.concat(PodMutations.all().stream(), ObjectMutations.all().stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void spoiltManifest_isFound(Mutation mutation) {
    List<Finding> findings =
        rule(mutation.rule()).check().apply(mutation.spoil().apply(Rendered.overlay()));

    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .extracting(Finding::toString)
        .anyMatch(f -> f.contains(mutation.finding()));
  }

  @Test
  void everyRule_hasAManifestItRefuses() {
    assertThat(mutations())
        .extracting(Mutation::rule)
        .containsAll(RULES.stream().map(HouseRules.Rule::sentence).toList());
  }

  private static HouseRules.Rule rule(String sentence) {
    return RULES.stream().filter(r -> r.sentence().equals(sentence)).findFirst().orElseThrow();
  }
}
