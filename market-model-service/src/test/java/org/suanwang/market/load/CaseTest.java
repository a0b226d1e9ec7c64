package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.PublishedModel;

class CaseTest {
  static List<Cases.Case> cases() {
    return Cases.load();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCase_isComputedToTwelveDigitsAndPrintedAsDeclared(Cases.Case expected) {
    Figure figure = expected.evaluate();
    switch (figure.reading()) {
      case Reading.Exact exact -> assertClose(exact.value(), expected.exact());
      case Reading.Range range -> {
        assertClose(Objects.requireNonNull(range.low()), expected.exact());
        assertClose(Objects.requireNonNull(range.high()), String.valueOf(expected.high()));
      }
      case Reading.Approximate a ->
          assertClose(Numeral.of(BigDecimal.valueOf(a.value())), expected.exact());
    }
    if (expected.printed() != null) {
      assertThat(figure.printed()).isEqualTo(expected.printed());
    }
  }

  /** Fractions must be met exactly; decimals may have been cut after their last digit. */
  private static void assertClose(BigFraction actual, String expected) {
    BigFraction wanted = Numeral.parse(expected);
    double scale = Math.max(1e-300, Math.abs(wanted.doubleValue()));
    double off = Math.abs(actual.subtract(wanted).doubleValue());
    assertThat(off).as(Numeral.writeShort(actual, 20)).isLessThanOrEqualTo(scale * 1e-12);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCase_isTheSameInDoubles(Cases.Case expected) {
    if (expected.mode() != Mode.EXACT) {
      return;
    }
    Evaluation evaluation =
        Evaluation.evaluate(
            expected.model(), expected.assumptions(), Mode.DOUBLE, List.of(expected.variable()));
    Figure figure = evaluation.outputs().getFirst();
    double exact = expected.evaluate().reading().middle();
    assertThat(figure.reading().middle())
        .isCloseTo(exact, org.assertj.core.data.Offset.offset(Math.abs(exact) * 1e-12));
    assertThat(figure.printed()).isEqualTo(expected.evaluate().printed());
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#all")
  void everyVariable_hasACase(PublishedModel model) {
    Set<String> covered =
        cases().stream()
            .filter(c -> c.model() == model)
            .map(Cases.Case::variable)
            .collect(Collectors.toSet());
    assertThat(model.model().variables().stream().map(Variable::name))
        .isNotEmpty()
        .allMatch(covered::contains, "has a case under src/test/resources/cases");
  }
}
