package org.suanwang.market.goalseek;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.goalseek.GoalSeekResult.Jump;
import org.suanwang.market.goalseek.GoalSeekResult.Place;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.program.Program;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.ValueOverride;

/**
 * Looks at 512 evenly spaced places of the interval, as far as the parameter may lie there, and
 * solves between each two that have the target between them (Brent's method of 1973, with inverse
 * interpolation of a higher order). Each solution is computed again by the ordinary evaluation.
 */
public final class GoalSeek {
  private static final int PLACES = Program.BLOCK;
  private static final int STEPS_MAX = 200;
  private static final double ARGUMENT_ERROR = 1e-15;

  /** A solution's output is that near to its target, relative to how far outputs lie apart. */
  private static final double TARGET_ERROR = 1e-9;

  private final GoalSeekRequest request;
  private final Unit unit;
  private final Unit outputUnit;
  private final Range known;
  private final double low;
  private final double high;
  private final Program.Frame frame;

  private GoalSeek(GoalSeekRequest request) {
    Model model = request.published().model();
    this.request = request;
    this.unit = model.requireUnit("parameter", request.parameter());
    this.outputUnit = model.requireUnit("output", request.output());
    Range allowed = model.allowed(request.parameter());
    this.known = known().and(allowed);
    double from = end("from", request.from(), known.low());
    double to = end("to", request.to(), known.high());
    requireNumbers(from, to);
    this.low = allowed.low() == null ? from : Math.max(from, allowed.low().doubleValue());
    this.high = allowed.high() == null ? to : Math.min(to, allowed.high().doubleValue());
    requireAllowed(from, to);
    Program program =
        Program.compile(
            model, request.assumptions(), List.of(request.parameter()), List.of(request.output()));
    if (program.inputs().isEmpty()) {
      throw new InvalidInputException(
          "parameter",
          request.parameter(),
          request.output() + " does not depend on it under these assumptions",
          "name a parameter that its formula leads back to; an explanation shows them");
    }
    this.frame = program.frame();
  }

  /**
   * All solutions in the interval, or that there is none.
   *
   * @throws InvalidInputException for unknown names, an output that does not depend on the
   *     parameter, no interval, or an output without a result anywhere in it
   */
  public static GoalSeekResult run(GoalSeekRequest request) {
    return new GoalSeek(request).run();
  }

  private Range known() {
    Uncertainty uncertainty =
        request
            .assumptions()
            .find(request.parameter())
            .map(o -> o.in(unit).uncertainty())
            .or(
                () ->
                    request
                        .published()
                        .model()
                        .findGiven(request.parameter())
                        .map(g -> g.value().uncertainty()))
            .orElse(new Uncertainty.Unstated());
    Range reach = uncertainty.reach();
    return reach == null ? Range.ALL : reach;
  }

  private static double end(String field, @Nullable Double given, @Nullable BigFraction known) {
    if (given != null) {
      return given;
    }
    if (known == null) {
      throw new InvalidInputException(
          field,
          "",
          "must be given, because nothing is known about how far the parameter may lie",
          "say from where to where to search, in the parameter's unit");
    }
    return known.doubleValue();
  }

  private void requireNumbers(double from, double to) {
    if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new InvalidInputException(
          "from", from + " … " + to, "must be finite and below \"to\"", "exchange or change them");
    }
    if (!Double.isFinite(request.target())) {
      throw new InvalidInputException(
          "target", String.valueOf(request.target()), "must be a number", "give one");
    }
  }

  /** What no override may be is no solution either, so it is not looked at. */
  private void requireAllowed(double from, double to) {
    if (!(low < high)) {
      throw new InvalidInputException(
          from >= high ? "from" : "to",
          from + " … " + to,
          request.parameter() + " is a share of a whole, from 0 to 100 %",
          "search there");
    }
  }

  private GoalSeekResult run() {
    List<Place> places = new ArrayList<>();
    double[] values = frame.input(0);
    for (int i = 0; i < PLACES; i++) {
      values[i] = i == PLACES - 1 ? high : low + (high - low) * i / (PLACES - 1);
    }
    frame.run(PLACES);
    for (int i = 0; i < PLACES; i++) {
      places.add(new Place(values[i], frame.output(0)[i]));
    }
    List<Place> results = places.stream().filter(p -> Double.isFinite(p.output())).toList();
    if (results.isEmpty()) {
      throw new InvalidInputException(List.of(explain(low)));
    }
    List<Place> solutions = new ArrayList<>();
    List<Jump> jumps = new ArrayList<>();
    solve(places, solutions, jumps);
    return new GoalSeekResult(
        low,
        high,
        known,
        unit,
        outputUnit,
        solutions,
        jumps,
        isMonotone(results),
        extreme(results, 1),
        extreme(results, -1),
        solutions.isEmpty() ? nearest(results) : null,
        PLACES - results.size(),
        places.stream()
            .filter(p -> !Double.isFinite(p.output()))
            .findFirst()
            .map(p -> explain(p.value()))
            .orElse(null));
  }

  private void solve(List<Place> places, List<Place> solutions, List<Jump> jumps) {
    for (int i = 0; i < PLACES; i++) {
      Place at = places.get(i);
      if (at.output() == request.target()) {
        solutions.add(at);
      } else if (i + 1 < PLACES && isBetween(at, places.get(i + 1))) {
        solve(at, places.get(i + 1), solutions, jumps);
      }
    }
  }

  private boolean isBetween(Place a, Place b) {
    return (a.output() < request.target() && request.target() < b.output())
        || (b.output() < request.target() && request.target() < a.output());
  }

  private void solve(Place a, Place b, List<Place> solutions, List<Jump> jumps) {
    double found;
    try {
      double error = Math.max(Math.abs(a.value()), Math.abs(b.value())) * ARGUMENT_ERROR;
      found =
          new BracketingNthOrderBrentSolver(ARGUMENT_ERROR, error, 5)
              .solve(STEPS_MAX, x -> output(x) - request.target(), a.value(), b.value());
    } catch (MathRuntimeException e) {
      jump(a, b, jumps);
      return;
    }
    Place place = new Place(found, output(found));
    double apart = Math.abs(b.output() - a.output());
    double scale = Math.max(Math.abs(request.target()), Double.isFinite(apart) ? apart : 0);
    if (Math.abs(place.output() - request.target()) <= TARGET_ERROR * scale) {
      solutions.add(place);
    } else {
      jump(a, b, jumps);
    }
  }

  /** A place without a result is told as one, not as the end of a jump. */
  private static void jump(Place a, Place b, List<Jump> jumps) {
    if (Double.isFinite(a.output()) && Double.isFinite(b.output())) {
      jumps.add(new Jump(a, b));
    }
  }

  private double output(double value) {
    frame.input(0)[0] = value;
    frame.run(1);
    return frame.output(0)[0];
  }

  private static boolean isMonotone(List<Place> places) {
    boolean rises = true;
    boolean falls = true;
    for (int i = 1; i < places.size(); i++) {
      rises &= places.get(i - 1).output() <= places.get(i).output();
      falls &= places.get(i - 1).output() >= places.get(i).output();
    }
    return rises || falls;
  }

  private static Place extreme(List<Place> places, int direction) {
    Place extreme = places.getFirst();
    for (Place place : places) {
      boolean further = direction * (place.output() - extreme.output()) < 0;
      extreme = further ? place : extreme;
    }
    return extreme;
  }

  private Place nearest(List<Place> places) {
    return Collections.min(
        places, Comparator.comparingDouble(p -> Math.abs(p.output() - request.target())));
  }

  /** Why there is no result where the parameter has this value. */
  private Violation explain(double value) {
    var override =
        new ValueOverride(
            request.parameter(), new Quantity(BigFraction.from(value), unit), "sought", "request");
    try {
      Evaluation.evaluate(
          request.published(),
          request.assumptions().with(List.of(override), List.of()),
          Mode.DOUBLE,
          List.of(request.output()));
    } catch (InvalidInputException e) {
      return e.violations().getFirst();
    }
    throw new IllegalStateException(request.output() + " has a result that its program lacks");
  }
}
