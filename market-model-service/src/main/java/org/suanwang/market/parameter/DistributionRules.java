package org.suanwang.market.parameter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.Distribution.Beta;
import org.suanwang.market.parameter.Distribution.LogNormal;
import org.suanwang.market.parameter.Distribution.Normal;
import org.suanwang.market.parameter.Distribution.Pert;
import org.suanwang.market.parameter.Distribution.Point;
import org.suanwang.market.parameter.Distribution.Quantiles;
import org.suanwang.market.parameter.Distribution.Sample;
import org.suanwang.market.parameter.Distribution.Triangular;
import org.suanwang.market.parameter.Distribution.Uniform;
import org.suanwang.market.quantity.Numeral;

/** What must hold of an uncertainty's numbers; all that is wrong is told, with its field. */
public final class DistributionRules {
  /** A beta distribution beyond these is a point or two in all but name. */
  private static final BigFraction SHAPE_MIN = BigFraction.of(1, 20);

  private static final BigFraction SHAPE_MAX = BigFraction.of(10_000);
  private static final BigFraction FACTOR_MAX = BigFraction.of(1000);
  private static final int VALUES_MAX = 10_000;
  private static final int DIGITS_SHOWN = 12;

  private final String field;
  private final List<Violation> violations = new ArrayList<>();

  private DistributionRules(String field) {
    this.field = field;
  }

  /**
   * Every number that cannot be; {@code value} is the stated value beside the uncertainty.
   *
   * @param field the path of the uncertainty, before the names of its own fields
   * @param value the stated value, which must be one that the uncertainty allows
   */
  public static List<Violation> check(String field, Uncertainty uncertainty, BigFraction value) {
    var rules = new DistributionRules(field);
    switch (uncertainty) {
      case Uncertainty.Unstated _ -> {}
      case Uncertainty.Interval interval -> rules.interval(interval, value);
      case Uncertainty.Distributed distributed -> rules.distributed(distributed, value);
    }
    return rules.violations;
  }

  private void interval(Uncertainty.Interval interval, BigFraction value) {
    explained(interval.rationale());
    notAbove("low", interval.low(), "high", interval.high());
    inside(new Range(interval.low(), interval.high()), value);
  }

  private void distributed(Uncertainty.Distributed distributed, BigFraction value) {
    explained(distributed.rationale());
    shape(distributed.distribution());
    if (distributed.truncation().isEmpty()) {
      add("truncation", distributed.truncation().text(), "must leave something", "raise its high");
    }
    if (!violations.isEmpty()) {
      return;
    }
    if (distributed.support().isEmpty()) {
      add(
          "truncation",
          distributed.truncation().text(),
          "must leave some of " + distributed.distribution().support().text(),
          "truncate inside the distribution, or leave truncation out");
    } else {
      inside(distributed.support(), value);
    }
  }

  private void shape(Distribution distribution) {
    switch (distribution) {
      case Uniform d -> below("low", d.low(), "high", d.high());
      case Triangular d -> modal(d.low(), d.mode(), d.high());
      case Normal d -> positive("sd", d.sd());
      case LogNormal d -> {
        positive("median", d.median());
        between("geometricSd", d.geometricSd(), BigFraction.ONE, FACTOR_MAX);
      }
      case Pert d -> modal(d.low(), d.mode(), d.high());
      case Beta d -> {
        below("low", d.low(), "high", d.high());
        between("alpha", d.alpha(), SHAPE_MIN, SHAPE_MAX);
        between("beta", d.beta(), SHAPE_MIN, SHAPE_MAX);
      }
      case Sample d -> {
        sized("values", d.values().size());
        if (d.values().stream().distinct().count() == 1) {
          add("values", shown(d.values().getFirst()), "must not all be the same", "add others");
        }
      }
      case Quantiles d -> quantiles(d.points());
    }
  }

  private void quantiles(List<Point> points) {
    sized("points", points.size());
    if (points.size() < 2) {
      return;
    }
    BigFraction first = points.getFirst().probability();
    BigFraction last = points.getLast().probability();
    if (first.signum() != 0 || !last.equals(BigFraction.ONE)) {
      add(
          "points",
          shown(first) + " … " + shown(last),
          "must begin at probability 0 and end at 1",
          "state the lowest and the highest value that can be");
    }
    for (int i = 1; i < points.size(); i++) {
      String at = "points[" + i + "].";
      String before = "points[" + (i - 1) + "].";
      Point a = points.get(i - 1);
      Point b = points.get(i);
      below(before + "probability", a.probability(), at + "probability", b.probability());
      below(before + "value", a.value(), at + "value", b.value());
    }
  }

  private void modal(BigFraction low, BigFraction mode, BigFraction high) {
    below("low", low, "high", high);
    notAbove("low", low, "mode", mode);
    notAbove("mode", mode, "high", high);
  }

  private void sized(String name, int size) {
    if (size < 2 || size > VALUES_MAX) {
      add(name, String.valueOf(size), "must be 2 to 10,000", "give more, or fewer");
    }
  }

  private void explained(String rationale) {
    if (rationale.isBlank()) {
      add("rationale", "", "must say why values lie so and not otherwise", "add a rationale");
    }
  }

  private void inside(Range range, BigFraction value) {
    if (violations.isEmpty() && !range.contains(value)) {
      violations.add(
          new Violation(
              "value",
              shown(value),
              "its value lies outside " + range.text() + ", where its uncertainty says values lie",
              "mend one of them"));
    }
  }

  private void positive(String name, BigFraction number) {
    if (number.signum() <= 0) {
      add(name, shown(number), "must be above 0", "give a number above 0");
    }
  }

  private void between(String name, BigFraction number, BigFraction low, BigFraction high) {
    if (number.compareTo(low) <= 0 || number.compareTo(high) > 0) {
      String rule = "must be above " + shown(low) + " and at most " + shown(high);
      add(name, shown(number), rule, "give a number in that range");
    }
  }

  private void below(String lowName, BigFraction low, String highName, BigFraction high) {
    if (low.compareTo(high) >= 0) {
      String rule = "must be below " + highName + ", which is " + shown(high);
      add(lowName, shown(low), rule, "change one of the two");
    }
  }

  private void notAbove(String lowName, BigFraction low, String highName, BigFraction high) {
    if (low.compareTo(high) > 0) {
      String rule = "must not be above " + highName + ", which is " + shown(high);
      add(lowName, shown(low), rule, "change one of the two");
    }
  }

  private void add(String name, String value, String rule, String remedy) {
    violations.add(new Violation(field + "." + name, value, rule, remedy));
  }

  private static String shown(BigFraction number) {
    return Numeral.writeShort(number, DIGITS_SHOWN);
  }
}
