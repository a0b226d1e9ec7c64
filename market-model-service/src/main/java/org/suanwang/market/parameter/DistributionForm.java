package org.suanwang.market.parameter;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The forms of distributions, by the words of data files and requests. */
public enum DistributionForm {
  UNIFORM("low", "high"),
  TRIANGULAR("low", "mode", "high"),
  NORMAL("mean", "sd"),
  LOGNORMAL("median", "geometricSd"),
  PERT("low", "mode", "high"),
  BETA("low", "high", "alpha", "beta"),
  SAMPLE("values"),
  QUANTILES("points");

  @SuppressWarnings("ImmutableEnumChecker") // It cannot be changed.
  private final List<String> fields;

  DistributionForm(String... fields) {
    this.fields = List.of(fields);
  }

  /** What a distribution is read from: a file or a request, which tell what is wrong with it. */
  public interface Source {
    /** The number of a name. */
    BigFraction number(String name);

    /** The observed values of a sample. */
    List<BigFraction> values();

    /** The stated quantiles. */
    List<Distribution.Point> points();
  }

  /** The names of all that it has. */
  public List<String> fields() {
    return fields;
  }

  /** The distribution, whose numbers may be impossible: see {@link DistributionRules}. */
  public Distribution read(Source from) {
    return switch (this) {
      case UNIFORM -> new Distribution.Uniform(from.number("low"), from.number("high"));
      case TRIANGULAR ->
          new Distribution.Triangular(from.number("low"), from.number("mode"), from.number("high"));
      case NORMAL -> new Distribution.Normal(from.number("mean"), from.number("sd"));
      case LOGNORMAL ->
          new Distribution.LogNormal(from.number("median"), from.number("geometricSd"));
      case PERT ->
          new Distribution.Pert(from.number("low"), from.number("mode"), from.number("high"));
      case BETA ->
          new Distribution.Beta(
              from.number("low"), from.number("high"), from.number("alpha"), from.number("beta"));
      case SAMPLE -> new Distribution.Sample(from.values());
      case QUANTILES -> new Distribution.Quantiles(from.points());
    };
  }
}
