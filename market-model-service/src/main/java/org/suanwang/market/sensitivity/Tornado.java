package org.suanwang.market.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.uncertainty.UncertainInput;
import org.suanwang.market.uncertainty.UncertainModel;

/**
 * Each input alone at its low and its high end, all others as they stand, and what an output
 * becomes of it; and the output's elasticity. What inputs do together it does not know.
 *
 * @param output the output as things stand
 * @param bars the widest first; of equally wide ones the first by name
 */
public record Tornado(Figure output, List<Bar> bars) {
  /** A step that is small against the value and large against rounding. */
  private static final double STEP = 1e-5;

  public Tornado {
    bars = List.copyOf(bars);
  }

  /**
   * What one input does to the output.
   *
   * @param low the input's low end, in its unit
   * @param atLow the output at the low end, in the output's unit; NaN when it has no result there
   * @param elasticity by how many per cent the output grows when the input grows by 1 %, as things
   *     stand; NaN when one of them is 0
   * @param reason why there is no result at an end; null when there is one at both
   */
  public record Bar(
      String key,
      String label,
      Unit unit,
      double base,
      double low,
      double high,
      double atLow,
      double atHigh,
      double elasticity,
      @Nullable Violation reason) {
    /** How far apart the output's two values are. */
    public double width() {
      return Math.abs(atHigh - atLow);
    }
  }

  /**
   * One tornado an output.
   *
   * @throws InvalidInputException when the quantiles are none
   */
  public static List<Tornado> of(UncertainModel model, Swing swing) {
    requireSound(swing);
    var worlds = new Worlds(model);
    List<List<Bar>> bars = new ArrayList<>();
    model.outputs().forEach(_ -> bars.add(new ArrayList<>()));
    for (int i = 0; i < model.inputs().size(); i++) {
      addBars(worlds, model, i, swing, bars);
    }
    List<Tornado> tornadoes = new ArrayList<>();
    for (int o = 0; o < bars.size(); o++) {
      bars.get(o)
          .sort(Comparator.comparingDouble(Tornado::sortWidth).reversed().thenComparing(Bar::key));
      tornadoes.add(new Tornado(model.outputs().get(o), bars.get(o)));
    }
    return tornadoes;
  }

  private static double sortWidth(Bar bar) {
    return Double.isNaN(bar.width()) ? Double.POSITIVE_INFINITY : bar.width();
  }

  private static void addBars(
      Worlds worlds, UncertainModel model, int index, Swing swing, List<List<Bar>> bars) {
    UncertainInput input = model.inputs().get(index);
    double low = end(input, swing.lowProbability(), -1);
    double high = end(input, swing.highProbability(), 1);
    double base = input.base();
    double step = base == 0 ? STEP : Math.abs(base) * STEP;
    double[] atLow = worlds.outputs(index, low);
    double[] atHigh = worlds.outputs(index, high);
    double[] below = worlds.outputs(index, base - step);
    double[] above = worlds.outputs(index, base + step);
    for (int o = 0; o < bars.size(); o++) {
      double value = model.outputs().get(o).reading().middle();
      double slope = (above[o] - below[o]) / (2 * step);
      double elasticity = value == 0 || base == 0 ? Double.NaN : slope * base / value;
      bars.get(o)
          .add(
              new Bar(
                  input.key(),
                  input.label(),
                  input.unit(),
                  base,
                  low,
                  high,
                  atLow[o],
                  atHigh[o],
                  elasticity,
                  worlds.reason(o, index, low, high)));
    }
  }

  private static double end(UncertainInput input, @Nullable Double probability, int side) {
    return probability == null ? boundary(input, side) : input.law().inverse(probability);
  }

  /** The end on a side, or one standard deviation from the middle where there is none. */
  private static double boundary(UncertainInput input, int side) {
    Range range =
        switch (input.uncertainty()) {
          case Uncertainty.Distributed d -> d.support().and(d.distribution().within(1));
          default -> input.uncertainty().reach();
        };
    var end = range == null ? null : side < 0 ? range.low() : range.high();
    return end == null ? input.base() : end.doubleValue();
  }

  private static void requireSound(Swing swing) {
    Double low = swing.lowProbability();
    Double high = swing.highProbability();
    boolean ends = low == null && high == null;
    boolean quantiles = low != null && high != null && low > 0 && low < high && high < 1;
    if (!ends && !quantiles) {
      throw new InvalidInputException(
          "swing",
          low + " … " + high,
          "must be two probabilities above 0 and below 1, the lower one first",
          "write 0.1 and 0.9, or leave both out");
    }
  }
}
