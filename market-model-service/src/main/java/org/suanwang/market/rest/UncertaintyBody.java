package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.OutputDistribution;
import org.suanwang.market.uncertainty.OutputDistribution.Convergence;
import org.suanwang.market.uncertainty.OutputDistribution.FailedWorld;
import org.suanwang.market.uncertainty.OutputDistribution.Histogram;
import org.suanwang.market.uncertainty.OutputDistribution.Quantile;
import org.suanwang.market.uncertainty.UncertainInput;
import org.suanwang.market.uncertainty.UncertaintyResult;

/**
 * What outputs are over all drawn worlds.
 *
 * @param inputs all that was drawn, by name
 * @param correlations that were in force; all other pairs are independent
 * @param repairs correlations that were changed because all together were impossible
 */
@Schema(name = "UncertaintyAnswer")
public record UncertaintyBody(
    ModelReference model,
    String scenario,
    String method,
    long worlds,
    long seed,
    List<InputBody> inputs,
    List<CorrelationBody> correlations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CorrelationMatrix.Repair> repairs,
    List<OutputBody> outputs)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return AnalysisCsv.of(this);
  }

  static UncertaintyBody of(UncertaintyQuestion question, UncertaintyResult result) {
    return new UncertaintyBody(
        ModelReference.of(
            result.request().published(),
            result.request().assumptions(),
            result.request().outputs()),
        question.scenario() == null ? PublishedModel.BASE : question.scenario(),
        result.request().method().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result.request().worlds(),
        result.request().seed(),
        result.inputs().stream().map(InputBody::of).toList(),
        result.correlations().stream().map(CorrelationBody::of).toList(),
        result.repairs(),
        result.outputs().stream().map(OutputBody::of).toList());
  }

  /**
   * Something that was drawn once a world.
   *
   * @param drawnAs the form of the distribution; an interval is drawn evenly, for want of more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "UncertainInput")
  public record InputBody(
      String name, String label, String unit, double base, String drawnAs, String rationale) {
    static InputBody of(UncertainInput input) {
      return new InputBody(
          input.key(),
          input.label(),
          input.unit().text(),
          input.base(),
          drawnAs(input.uncertainty()),
          input.uncertainty().rationale());
    }

    private static String drawnAs(Uncertainty uncertainty) {
      return switch (uncertainty) {
        case Uncertainty.Distributed d -> d.distribution().form();
        case Uncertainty.Interval _ -> "interval";
        case Uncertainty.Unstated _ -> "as it stands";
      };
    }
  }

  /**
   * A mean as estimated, with its 95 % confidence interval.
   *
   * @param standardError left out where too few worlds have a result
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "EstimatedMean")
  public record MeanBody(
      @Nullable Double value,
      @Nullable Double standardError,
      @Nullable Double low,
      @Nullable Double high) {
    static MeanBody of(OutputDistribution.Mean mean) {
      return new MeanBody(
          Doubles.finite(mean.value()),
          Doubles.finite(mean.standardError()),
          Doubles.finite(mean.low()),
          Doubles.finite(mean.high()));
    }
  }

  /** How well the mean was known after so many worlds. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Convergence")
  public record ConvergenceBody(
      long worlds, @Nullable Double mean, @Nullable Double standardError) {
    static ConvergenceBody of(Convergence c) {
      return new ConvergenceBody(
          c.worlds(), Doubles.finite(c.mean()), Doubles.finite(c.standardError()));
    }
  }

  /** A world in which the output has no result: what was drawn, and why there is none. */
  @Schema(name = "FailedWorld")
  public record FailureBody(long world, List<DrawnBody> inputs, Violation reason) {
    static FailureBody of(FailedWorld failed) {
      return new FailureBody(
          failed.world(),
          failed.inputs().stream()
              .map(d -> new DrawnBody(d.key(), d.value(), d.unit().text()))
              .toList(),
          failed.reason());
    }
  }

  /** A value that an input had in a world. */
  @Schema(name = "DrawnValue")
  public record DrawnBody(String name, double value, String unit) {}

  /**
   * An output over all worlds in which it has a result.
   *
   * @param base as things stand, nothing drawn
   * @param failed worlds without a result; they are in none of the other numbers
   * @param quantileError how far a quantile may be from that of the drawn values, relative to
   *     itself; 0 when all were kept
   * @param cdf at every hundredth of the probability
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OutputDistribution")
  public record OutputBody(
      String variable,
      String label,
      String unit,
      @Nullable Double base,
      long count,
      long failed,
      List<FailureBody> failures,
      MeanBody mean,
      @Nullable Double sd,
      @Nullable Double min,
      @Nullable Double max,
      double quantileError,
      List<Quantile> quantiles,
      @Nullable Histogram histogram,
      List<Quantile> cdf,
      List<ConvergenceBody> convergence) {
    static OutputBody of(OutputDistribution o) {
      boolean isEmpty = o.count() == 0;
      return new OutputBody(
          o.name(),
          o.label(),
          o.unit().text(),
          Doubles.finite(o.base()),
          o.count(),
          o.failed(),
          o.failures().stream().map(FailureBody::of).toList(),
          MeanBody.of(o.mean()),
          Doubles.finite(o.sd()),
          Doubles.finite(o.min()),
          Doubles.finite(o.max()),
          o.quantileError(),
          isEmpty ? List.of() : o.quantiles(),
          isEmpty ? null : o.histogram(),
          isEmpty ? List.of() : o.cdf(),
          o.convergence().stream().map(ConvergenceBody::of).toList());
    }
  }
}
