package org.suanwang.market.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.rest.UncertaintyPart.DistributionPart;
import org.suanwang.market.rest.UncertaintyPart.IntervalPart;
import org.suanwang.market.rest.UncertaintyPart.PointPart;
import org.suanwang.market.rest.UncertaintyPart.RangePart;

/** A model's uncertainties in the words in which requests state them. */
final class StatedUncertainty {
  private final Map<String, String> numbers = new HashMap<>();
  private String form = "";
  private @Nullable List<String> values;
  private @Nullable List<PointPart> points;

  private StatedUncertainty() {}

  /** Null when nothing is stated. */
  static @Nullable UncertaintyPart write(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.Unstated _ -> null;
      case Uncertainty.Interval i ->
          new UncertaintyPart(
              new IntervalPart(Numeral.write(i.low()), Numeral.write(i.high()), i.rationale()),
              null);
      case Uncertainty.Distributed d ->
          new UncertaintyPart(null, new StatedUncertainty().distribution(d));
    };
  }

  private DistributionPart distribution(Uncertainty.Distributed d) {
    take(d.distribution());
    return new DistributionPart(
        form,
        numbers.get("low"),
        numbers.get("mode"),
        numbers.get("high"),
        numbers.get("mean"),
        numbers.get("sd"),
        numbers.get("median"),
        numbers.get("geometricSd"),
        numbers.get("alpha"),
        numbers.get("beta"),
        values,
        points,
        d.truncation().equals(Range.ALL) ? null : truncation(d.truncation()),
        d.rationale());
  }

  private void take(Distribution distribution) {
    switch (distribution) {
      case Distribution.Uniform d -> stated("UNIFORM", "low", d.low(), "high", d.high());
      case Distribution.Triangular d -> peaked("TRIANGULAR", d.low(), d.mode(), d.high());
      case Distribution.Normal d -> stated("NORMAL", "mean", d.mean(), "sd", d.sd());
      case Distribution.LogNormal d ->
          stated("LOGNORMAL", "median", d.median(), "geometricSd", d.geometricSd());
      case Distribution.Pert d -> peaked("PERT", d.low(), d.mode(), d.high());
      case Distribution.Beta d -> {
        stated("BETA", "low", d.low(), "high", d.high());
        stated("BETA", "alpha", d.alpha(), "beta", d.beta());
      }
      case Distribution.Sample d -> {
        form = "SAMPLE";
        values = d.values().stream().map(Numeral::write).toList();
      }
      case Distribution.Quantiles d -> {
        form = "QUANTILES";
        points =
            d.points().stream()
                .map(p -> new PointPart(Numeral.write(p.probability()), Numeral.write(p.value())))
                .toList();
      }
    }
  }

  private void peaked(String name, BigFraction low, BigFraction mode, BigFraction high) {
    stated(name, "low", low, "high", high);
    numbers.put("mode", Numeral.write(mode));
  }

  private void stated(
      String name, String first, BigFraction one, String second, BigFraction other) {
    form = name;
    numbers.put(first, Numeral.write(one));
    numbers.put(second, Numeral.write(other));
  }

  private static RangePart truncation(Range range) {
    return new RangePart(
        range.low() == null ? null : Numeral.write(range.low()),
        range.high() == null ? null : Numeral.write(range.high()));
  }
}
