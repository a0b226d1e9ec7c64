package org.suanwang.catalog.accelerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Reason;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;

/** Which quantities an attribute takes. */
class FactTest {
  private static List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>(List.of(Plain.values()));
    for (Named.Family family : Named.Family.values()) {
      all.add(new Named(family, "x"));
    }
    for (Link.Relation relation : Link.Relation.values()) {
      all.add(new Link(relation, "x"));
    }
    for (Precision precision : Precision.values()) {
      all.add(new Throughput(precision, Sparsity.DENSE, Circuit.MATRIX, Scope.DIE));
    }
    return all;
  }

  private static boolean takes(Attribute attribute, Quantity quantity) {
    return new Fact(attribute, quantity).isWellFormed();
  }

  @Test
  void numbers_areTakenInTheUnitsOfTheAttributeOnly() {
    for (Attribute attribute : attributes()) {
      Set<Unit> units = attribute.form().units();
      for (Unit unit : Unit.values()) {
        assertThat(takes(attribute, new Quantity.Value(BigDecimal.ONE, unit)))
            .as("%s in %s", attribute.key(), unit)
            .isEqualTo(units.contains(unit));
        assertThat(takes(attribute, new Quantity.Bound(Relation.AT_MOST, BigDecimal.ONE, unit)))
            .isEqualTo(units.contains(unit));
        assertThat(takes(attribute, new Quantity.Range(BigDecimal.ONE, BigDecimal.TEN, unit)))
            .isEqualTo(units.contains(unit));
      }
    }
  }

  @Test
  void everyAttribute_takesNumbersOrWordsAndThatNothingIsKnown() {
    assertThat(attributes())
        .allSatisfy(
            a -> {
              assertThat(a.form().words() || !a.form().units().isEmpty()).isTrue();
              assertThat(takes(a, new Quantity.Unknown(Reason.NOT_DISCLOSED))).isTrue();
              assertThat(takes(a, new Quantity.Text("2024-03"))).isEqualTo(a.form().words());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-12-19", "2023-12", "2023", "2024-02-29"})
  void dates_areDaysMonthsOrYears(String date) {
    assertThat(takes(Plain.RELEASE_DATE, new Quantity.Text(date))).isTrue();
    assertThat(takes(Plain.TARGET_DATE, new Quantity.Text(date))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2023-02-29", "2023-13", "soon", "Q4 2023", "23", "2023-1-1", "2023 "})
  void otherTexts_areNoDates(String text) {
    assertThat(takes(Plain.RELEASE_DATE, new Quantity.Text(text))).isFalse();
    assertThat(takes(Plain.DESCRIPTION, new Quantity.Text(text))).isTrue();
  }

  @Test
  void peaks_areInOperationsOfTheirFormat() {
    assertThat(Precision.FP8.unit()).isEqualTo(Unit.TFLOP_PER_SECOND);
    assertThat(Precision.UNSTATED.unit()).isEqualTo(Unit.TFLOP_PER_SECOND);
    assertThat(Precision.INT8.unit()).isEqualTo(Unit.TOP_PER_SECOND);
    assertThat(Precision.CINT32.unit()).isEqualTo(Unit.TOP_PER_SECOND);
  }

  @Test
  void positiveNumber_isThatOfAValueOnly() {
    assertThat(number(new Quantity.Value(new BigDecimal("2.5"), Unit.WATT))).hasValue(2.5);
    assertThat(number(new Quantity.Value(BigDecimal.ZERO, Unit.WATT))).isEmpty();
    assertThat(number(new Quantity.Value(new BigDecimal("-1"), Unit.WATT))).isEmpty();
    assertThat(number(new Quantity.Bound(Relation.AT_MOST, BigDecimal.ONE, Unit.WATT))).isEmpty();
    var range = new Quantity.Range(BigDecimal.ONE, BigDecimal.TEN, Unit.WATT);
    assertThat(number(range)).isEmpty();
    assertThat(range.plainNumbers()).isEqualTo("1 to 10");
    assertThat(number(new Quantity.Text("2"))).isEmpty();
    assertThat(new Quantity.Text("2").plainNumbers()).isEmpty();
  }

  private static OptionalDouble number(Quantity quantity) {
    return new Fact(Plain.POWER, quantity).positiveNumber();
  }
}
