package org.suanwang.market.parameter;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A probability distribution as data. All numbers are in the parameter's unit, except those that
 * say otherwise. A record may hold impossible numbers, which {@link DistributionRules} tells.
 */
public sealed interface Distribution {
  /** Every value between the ends is equally likely. */
  record Uniform(BigFraction low, BigFraction high) implements Distribution {}

  /** Rises in a line from the low end to the mode and falls in a line to the high end. */
  record Triangular(BigFraction low, BigFraction mode, BigFraction high) implements Distribution {}

  /**
   * The normal distribution.
   *
   * @param sd standard deviation
   */
  record Normal(BigFraction mean, BigFraction sd) implements Distribution {}

  /**
   * Its logarithm is normal: what is uncertain is a factor.
   *
   * @param geometricSd the pure number by which one standard deviation multiplies or divides the
   *     median
   */
  record LogNormal(BigFraction median, BigFraction geometricSd) implements Distribution {}

  /**
   * The beta distribution of project planning (Malcolm and others 1959): mean (low + 4 mode + high)
   * / 6, smoother and lighter at its ends than the triangular one.
   */
  record Pert(BigFraction low, BigFraction mode, BigFraction high) implements Distribution {}

  /**
   * The beta distribution, stretched from 0 … 1 to low … high.
   *
   * @param alpha a pure number
   * @param beta a pure number
   */
  record Beta(BigFraction low, BigFraction high, BigFraction alpha, BigFraction beta)
      implements Distribution {}

  /** Observed values, each as likely as the other; no value is drawn that was not observed. */
  record Sample(List<BigFraction> values) implements Distribution {
    public Sample {
      values = List.copyOf(values);
    }
  }

  /** Stated quantiles from probability 0 to 1, and straight lines between them. */
  record Quantiles(List<Point> points) implements Distribution {
    public Quantiles {
      points = List.copyOf(points);
    }
  }

  /** That so much of the probability, from 0 to 1, lies at or below a value. */
  record Point(BigFraction probability, BigFraction value) {}

  /** The field's name for it. */
  default String form() {
    return switch (this) {
      case Uniform _ -> "uniform";
      case Triangular _ -> "triangular";
      case Normal _ -> "normal";
      case LogNormal _ -> "lognormal";
      case Pert _ -> "PERT";
      case Beta _ -> "beta";
      case Sample _ -> "sample";
      case Quantiles _ -> "quantiles";
    };
  }

  /** Where values can lie before anything is cut off. */
  default Range support() {
    return switch (this) {
      case Uniform d -> new Range(d.low(), d.high());
      case Triangular d -> new Range(d.low(), d.high());
      case Normal _ -> Range.ALL;
      case LogNormal _ -> new Range(BigFraction.ZERO, null);
      case Pert d -> new Range(d.low(), d.high());
      case Beta d -> new Range(d.low(), d.high());
      case Sample d ->
          new Range(
              d.values().stream().min(BigFraction::compareTo).orElse(null),
              d.values().stream().max(BigFraction::compareTo).orElse(null));
      case Quantiles d ->
          d.points().isEmpty()
              ? Range.ALL
              : new Range(d.points().getFirst().value(), d.points().getLast().value());
    };
  }

  /** So many standard deviations around the middle of a distribution that lacks an end. */
  default Range within(int deviations) {
    return switch (this) {
      case Normal d -> {
        BigFraction off = d.sd().multiply(deviations);
        yield new Range(d.mean().subtract(off), d.mean().add(off));
      }
      case LogNormal d -> {
        BigFraction factor = d.geometricSd().pow(deviations);
        yield new Range(d.median().divide(factor), d.median().multiply(factor));
      }
      default -> support();
    };
  }

  /** The same in a unit that is so many times smaller. */
  default Distribution times(BigFraction k) {
    return switch (this) {
      case Uniform d -> new Uniform(d.low().multiply(k), d.high().multiply(k));
      case Triangular d ->
          new Triangular(d.low().multiply(k), d.mode().multiply(k), d.high().multiply(k));
      case Normal d -> new Normal(d.mean().multiply(k), d.sd().multiply(k));
      case LogNormal d -> new LogNormal(d.median().multiply(k), d.geometricSd());
      case Pert d -> new Pert(d.low().multiply(k), d.mode().multiply(k), d.high().multiply(k));
      case Beta d -> new Beta(d.low().multiply(k), d.high().multiply(k), d.alpha(), d.beta());
      case Sample d -> new Sample(d.values().stream().map(v -> v.multiply(k)).toList());
      case Quantiles d ->
          new Quantiles(
              d.points().stream()
                  .map(p -> new Point(p.probability(), p.value().multiply(k)))
                  .toList());
    };
  }
}
