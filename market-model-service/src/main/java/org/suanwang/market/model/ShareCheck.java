package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/** A part of a whole is a pure number, and what is given for it lies from 0 to 100 %. */
final class ShareCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<Finding>();
    for (Parameter p : draft.parameters()) {
      checkUnit(p.share(), p.name(), p.unit(), p.origin(), findings);
      if (p.share() && p.unit().dimension().isNone()) {
        p.values().forEach(value -> checkValue(p, value, findings));
      }
    }
    for (Variable v : draft.variables()) {
      checkUnit(v.share(), v.name(), v.unit(), v.origin(), findings);
    }
    return findings;
  }

  private static void checkUnit(
      boolean share, String name, Unit unit, Origin origin, List<Finding> findings) {
    if (share && !unit.dimension().isNone()) {
      findings.add(
          Finding.error(
              "share-unit",
              name,
              origin,
              "is called a share, and is in " + unit.text(),
              "declare the unit \"%\", or leave \"share\" out"));
    }
  }

  private static void checkValue(Parameter parameter, DatedValue value, List<Finding> findings) {
    numbers(value)
        .map(number -> new Quantity(number, parameter.unit()))
        .filter(quantity -> !quantity.isPartOfWhole())
        .forEach(
            quantity ->
                findings.add(
                    Finding.error(
                        "share-out-of-range",
                        parameter.key(value.period()),
                        parameter.origin(),
                        quantity.shortText() + " is not from 0 to 100 %, as a share of a whole is",
                        "mend the value; or write \"share: false\" when it is no part of a"
                            + " whole, such as a growth rate")));
  }

  private static Stream<BigFraction> numbers(DatedValue value) {
    return switch (value.uncertainty()) {
      case Uncertainty.Unstated _ -> Stream.of(value.value());
      case Uncertainty.Interval interval ->
          Stream.of(value.value(), interval.low(), interval.high());
    };
  }
}
