package org.suanwang.market.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Effort;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/** Evaluates the names that play roles exactly, noting every fault before it complains. */
final class RoleReader {
  private static final String REMEDY = "change the override or scenario";

  private final PublishedModel model;
  private final Assumptions assumptions;
  private final Effort effort = new Effort();
  private final List<Violation> violations = new ArrayList<>();

  RoleReader(PublishedModel model, Assumptions assumptions) {
    this.model = model;
    this.assumptions = assumptions;
  }

  /** A whole number from 1 to the most; where it is none, a stand-in. */
  long whole(String name, String unit, long max) {
    BigFraction value = number(name, unit);
    boolean whole = value.getDenominator().equals(BigInteger.ONE);
    String rule = "must be a whole number of " + unit + " from 1 to " + max;
    return require(name, whole && isUpTo(value, max), rule) ? value.longValue() : 1;
  }

  /** Any number above 0 and up to the most; where it is none, a stand-in. */
  BigFraction positive(String name, String unit, long max) {
    BigFraction value = number(name, unit);
    String rule = "must be above 0 and up to " + max + " " + unit;
    return require(name, isUpTo(value, max), rule) ? value : BigFraction.ONE;
  }

  private static boolean isUpTo(BigFraction value, long max) {
    return value.signum() > 0 && value.compareTo(BigFraction.of(max)) <= 0;
  }

  private boolean require(String name, boolean holds, String rule) {
    if (!holds && violations.stream().noneMatch(v -> v.field().equals(name))) {
      violations.add(new Violation(name, figure(name).printed(), rule, REMEDY));
    }
    return holds;
  }

  private BigFraction number(String name, String unit) {
    Figure figure = figure(name);
    Unit wanted = Unit.parse(unit);
    if (figure.reading() instanceof Reading.Exact exact && figure.unit().isComparableTo(wanted)) {
      return wanted.fromCoherent(figure.unit().toCoherent(exact.value()));
    }
    violations.add(
        new Violation(name, figure.unit().text(), "must be in " + unit, "mend the model's roles"));
    return BigFraction.ZERO;
  }

  private Figure figure(String name) {
    return Evaluation.evaluate(model, assumptions, Mode.EXACT, List.of(name), effort).require(name);
  }

  void refuse() {
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }
}
