package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Range;
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
        for (int i = 0; i < p.values().size(); i++) {
          checkValue(p, i, findings);
        }
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

  private static void checkValue(Parameter parameter, int index, List<Finding> findings) {
    DatedValue value = parameter.values().get(index);
    Origin origin = parameter.origin().at("values[" + index + "]");
    String key = parameter.key(value.period());
    ends(value)
        .map(number -> new Quantity(number, parameter.unit()))
        .filter(quantity -> !quantity.isPartOfWhole())
        .forEach(
            quantity -> findings.add(outOfRange(key, origin, quantity.shortText() + " is not")));
    if (value.uncertainty() instanceof Uncertainty.Distributed distributed
        && !distributed.support().isBounded()) {
      String form = distributed.distribution().form();
      findings.add(outOfRange(key, origin, "a " + form + " distribution without ends is not"));
    }
  }

  private static Finding outOfRange(String key, Origin origin, String what) {
    return Finding.error(
        "share-out-of-range",
        key,
        origin,
        what + " from 0 to 100 %, as a share of a whole is",
        "mend the value, or truncate the distribution; or write \"share: false\" when it is no"
            + " part of a whole, such as a growth rate");
  }

  private static Stream<BigFraction> ends(DatedValue value) {
    Range range =
        switch (value.uncertainty()) {
          case Uncertainty.Unstated _ -> Range.ALL;
          case Uncertainty.Interval interval -> new Range(interval.low(), interval.high());
          case Uncertainty.Distributed distributed -> distributed.support();
        };
    return Stream.of(value.value(), range.low(), range.high()).filter(Objects::nonNull);
  }
}
