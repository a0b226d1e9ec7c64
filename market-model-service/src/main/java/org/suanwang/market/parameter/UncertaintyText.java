package org.suanwang.market.parameter;

import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.quantity.Numeral;

/** What is known of a value's uncertainty, in words. */
public final class UncertaintyText {
  private static final int LISTED_MAX = 50;

  private UncertaintyText() {}

  /** Form and numbers; empty when nothing is stated. */
  public static String form(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Uncertainty.Unstated _ -> "";
      case Uncertainty.Interval i -> "interval " + text(i.low()) + " … " + text(i.high());
      case Uncertainty.Distributed d ->
          form(d.distribution())
              + (d.truncation().equals(Range.ALL) ? "" : ", truncated to " + d.truncation().text());
    };
  }

  private static String form(Distribution distribution) {
    return distribution.form()
        + switch (distribution) {
          case Distribution.Uniform d -> " low " + text(d.low()) + ", high " + text(d.high());
          case Distribution.Triangular d -> peaked(d.low(), d.mode(), d.high());
          case Distribution.Normal d -> " mean " + text(d.mean()) + ", sd " + text(d.sd());
          case Distribution.LogNormal d ->
              " median " + text(d.median()) + ", geometricSd " + text(d.geometricSd());
          case Distribution.Pert d -> peaked(d.low(), d.mode(), d.high());
          case Distribution.Beta d ->
              " low "
                  + text(d.low())
                  + ", high "
                  + text(d.high())
                  + ", alpha "
                  + text(d.alpha())
                  + ", beta "
                  + text(d.beta());
          case Distribution.Sample d ->
              d.values().stream()
                  .limit(LISTED_MAX)
                  .map(UncertaintyText::text)
                  .collect(
                      Collectors.joining(", ", " ", d.values().size() > LISTED_MAX ? ", …" : ""));
          case Distribution.Quantiles d ->
              d.points().stream()
                  .limit(LISTED_MAX)
                  .map(p -> text(p.probability()) + ": " + text(p.value()))
                  .collect(
                      Collectors.joining(", ", " ", d.points().size() > LISTED_MAX ? ", …" : ""));
        };
  }

  private static String peaked(BigFraction low, BigFraction mode, BigFraction high) {
    return " low " + text(low) + ", mode " + text(mode) + ", high " + text(high);
  }

  private static String text(BigFraction number) {
    return Numeral.write(number);
  }
}
