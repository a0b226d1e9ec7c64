package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.DistributionForm;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;

/**
 * How far a value may lie from the stated one: an interval or a distribution, in the value's unit.
 *
 * @param interval the true value lies in it; nothing is said within
 * @param distribution how likely each value is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Uncertainty")
public record UncertaintyPart(
    @Nullable @Valid IntervalPart interval, @Nullable @Valid DistributionPart distribution) {
  private static final int NUMBER_MAX = 200;

  /** An interval, both ends included. */
  @Schema(name = "UncertaintyInterval")
  public record IntervalPart(
      @NotNull @Size(max = NUMBER_MAX) String low,
      @NotNull @Size(max = NUMBER_MAX) String high,
      @NotBlank @Size(max = 2000) String rationale) {}

  /** A truncation; an end that is left out is open. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Truncation")
  public record RangePart(
      @Nullable @Size(max = NUMBER_MAX) String low,
      @Nullable @Size(max = NUMBER_MAX) String high) {}

  /** That so much of the probability, from 0 to 1, lies at or below a value. */
  @Schema(name = "QuantilePoint")
  public record PointPart(
      @NotNull @Size(max = NUMBER_MAX) String probability,
      @NotNull @Size(max = NUMBER_MAX) String value) {}

  /**
   * A distribution; the form says which of the numbers it has.
   *
   * @param form uniform (low, high), triangular and PERT (low, mode, high), normal (mean, sd),
   *     lognormal (median, geometricSd), beta (low, high, alpha, beta), sample (values), quantiles
   *     (points)
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Distribution")
  public record DistributionPart(
      @NotBlank @Size(max = 20) String form,
      @Nullable @Size(max = NUMBER_MAX) String low,
      @Nullable @Size(max = NUMBER_MAX) String mode,
      @Nullable @Size(max = NUMBER_MAX) String high,
      @Nullable @Size(max = NUMBER_MAX) String mean,
      @Nullable @Size(max = NUMBER_MAX) String sd,
      @Nullable @Size(max = NUMBER_MAX) String median,
      @Nullable @Size(max = NUMBER_MAX) String geometricSd,
      @Nullable @Size(max = NUMBER_MAX) String alpha,
      @Nullable @Size(max = NUMBER_MAX) String beta,
      @Nullable @Size(max = 10_000) List<@NotNull @Size(max = NUMBER_MAX) String> values,
      @Nullable @Size(max = 1000) List<@NotNull @Valid PointPart> points,
      @Nullable @Valid RangePart truncation,
      @NotBlank @Size(max = 2000) String rationale) {}

  /**
   * What it comes to; nothing is stated when it is left out.
   *
   * @throws InvalidInputException when a number is missing, unreadable or of another form
   */
  static Uncertainty read(String field, @Nullable UncertaintyPart part) {
    if (part == null) {
      return new Uncertainty.Unstated();
    }
    IntervalPart interval = part.interval();
    DistributionPart distribution = part.distribution();
    if (interval != null && distribution == null) {
      return read(field + ".interval", interval);
    }
    if (interval == null && distribution != null) {
      return new Reader(field + ".distribution", distribution).read();
    }
    throw new InvalidInputException(
        field, "", "must be an interval or a distribution", "give one of the two");
  }

  private static Uncertainty read(String field, IntervalPart interval) {
    return new Uncertainty.Interval(
        Inputs.number(field + ".low", interval.low()),
        Inputs.number(field + ".high", interval.high()),
        interval.rationale());
  }

  /** Reads one distribution. */
  private static final class Reader implements DistributionForm.Source {
    private final String field;
    private final DistributionPart part;

    /** All that the request may give, by name. */
    private final Map<String, @Nullable Object> given = new LinkedHashMap<>();

    Reader(String field, DistributionPart part) {
      this.field = field;
      this.part = part;
      given.put("low", part.low());
      given.put("mode", part.mode());
      given.put("high", part.high());
      given.put("mean", part.mean());
      given.put("sd", part.sd());
      given.put("median", part.median());
      given.put("geometricSd", part.geometricSd());
      given.put("alpha", part.alpha());
      given.put("beta", part.beta());
      given.put("values", part.values());
      given.put("points", part.points());
    }

    Uncertainty read() {
      DistributionForm form =
          Inputs.choice(
              field + ".form", part.form(), DistributionForm.class, DistributionForm.UNIFORM);
      Distribution distribution = form.read(this);
      refuseOthers(form);
      RangePart cut = part.truncation();
      Range truncation =
          cut == null
              ? Range.ALL
              : new Range(end("truncation.low", cut.low()), end("truncation.high", cut.high()));
      return new Uncertainty.Distributed(distribution, truncation, part.rationale());
    }

    @Override
    public BigFraction number(String name) {
      if (given.get(name) instanceof String text) {
        return Inputs.number(field + "." + name, text);
      }
      throw new InvalidInputException(
          field + "." + name, "", "must be given for this form", "add it as text, such as \"1\"");
    }

    private @Nullable BigFraction end(String name, @Nullable String text) {
      return text == null ? null : Inputs.number(field + "." + name, text);
    }

    @Override
    public List<BigFraction> values() {
      List<BigFraction> values = new ArrayList<>();
      for (String text : part.values() == null ? List.<String>of() : part.values()) {
        values.add(Inputs.number(field + ".values[" + values.size() + "]", text));
      }
      return values;
    }

    @Override
    public List<Distribution.Point> points() {
      List<Distribution.Point> points = new ArrayList<>();
      for (PointPart p : part.points() == null ? List.<PointPart>of() : part.points()) {
        String at = field + ".points[" + points.size() + "]";
        points.add(
            new Distribution.Point(
                Inputs.number(at + ".probability", p.probability()),
                Inputs.number(at + ".value", p.value())));
      }
      return points;
    }

    /** A number of another form would have no say, and nobody would be told. */
    private void refuseOthers(DistributionForm form) {
      List<Violation> violations = new ArrayList<>();
      given.forEach(
          (name, value) -> {
            if (value != null && !form.fields().contains(name)) {
              violations.add(
                  new Violation(
                      field + "." + name,
                      value instanceof String text ? text : "",
                      "is no number of this form, " + part.form(),
                      "leave it out, or use truncation"));
            }
          });
      if (!violations.isEmpty()) {
        throw new InvalidInputException(violations);
      }
    }
  }
}
