package org.suanwang.market.distribution;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;

/** From an uncertainty as data to its law; what {@code DistributionRules} refuses has none. */
public final class Laws {
  /** Less than this of the probability cannot be drawn from with all digits. */
  public static final double WITHIN_MIN = 1e-6;

  private Laws() {}

  /**
   * The law that values are drawn by; empty when nothing is stated. An interval says nothing of
   * what lies within, and is drawn from evenly.
   */
  public static Optional<Law> find(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.Unstated _ -> Optional.empty();
      case Uncertainty.Interval i when i.low().equals(i.high()) -> Optional.empty();
      case Uncertainty.Interval i ->
          Optional.of(new UniformLaw(i.low().doubleValue(), i.high().doubleValue()));
      case Uncertainty.Distributed d -> Optional.of(truncated(d));
    };
  }

  /** How much of a distribution's probability, from 0 to 1, its truncation leaves. */
  public static double within(Uncertainty.Distributed distributed) {
    return truncated(distributed) instanceof TruncatedLaw law ? law.within() : 1;
  }

  private static Law truncated(Uncertainty.Distributed distributed) {
    Law whole = of(distributed.distribution());
    Range kept = distributed.truncation();
    if (kept.equals(Range.ALL)) {
      return whole;
    }
    double low = end(kept.low(), Double.NEGATIVE_INFINITY);
    double high = end(kept.high(), Double.POSITIVE_INFINITY);
    double below = low == Double.NEGATIVE_INFINITY ? 0 : whole.cdf(Math.nextDown(low));
    double upTo = high == Double.POSITIVE_INFINITY ? 1 : whole.cdf(high);
    return new TruncatedLaw(whole, low, high, below, upTo - below);
  }

  private static double end(@Nullable BigFraction end, double otherwise) {
    return end == null ? otherwise : end.doubleValue();
  }

  private static Law of(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Uniform d -> new UniformLaw(d.low().doubleValue(), d.high().doubleValue());
      case Distribution.Triangular d ->
          new TriangularLaw(d.low().doubleValue(), d.mode().doubleValue(), d.high().doubleValue());
      case Distribution.Normal d -> new NormalLaw(d.mean().doubleValue(), d.sd().doubleValue());
      case Distribution.LogNormal d ->
          new LogNormalLaw(d.median().doubleValue(), StrictMath.log(d.geometricSd().doubleValue()));
      case Distribution.Pert d -> pert(d);
      case Distribution.Beta d ->
          new BetaLaw(
              d.low().doubleValue(),
              d.high().doubleValue(),
              d.alpha().doubleValue(),
              d.beta().doubleValue());
      case Distribution.Sample d -> new SampleLaw(doubles(d.values()));
      case Distribution.Quantiles d ->
          new QuantileLaw(
              doubles(d.points().stream().map(Distribution.Point::probability).toList()),
              doubles(d.points().stream().map(Distribution.Point::value).toList()));
    };
  }

  private static Law pert(Distribution.Pert d) {
    BigFraction width = d.high().subtract(d.low());
    double alpha = 1 + d.mode().subtract(d.low()).multiply(4).divide(width).doubleValue();
    double beta = 1 + d.high().subtract(d.mode()).multiply(4).divide(width).doubleValue();
    return new BetaLaw(d.low().doubleValue(), d.high().doubleValue(), alpha, beta);
  }

  private static double[] doubles(List<BigFraction> numbers) {
    return numbers.stream().mapToDouble(BigFraction::doubleValue).toArray();
  }
}
