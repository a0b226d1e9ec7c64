package org.suanwang.market.backtest;

import java.util.List;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Realisation;

/**
 * A forecast beside what became of it; all numbers in the unit of what was foreseen.
 *
 * @param forecast the one number that the model says
 * @param low with {@code high} the ends of the central 90 % of what it holds possible
 * @param count worlds with a result
 * @param failed worlds without one, which are left out
 * @param crps how far the forecast as a whole was off; see {@link Ensemble#crps}
 * @param absoluteError how far the one number was off
 * @param pit where in the forecast the truth came out; see {@link Ensemble#pit}
 * @param inside whether it came out in the central 90 %
 * @param chosenLater values that the forecast uses and that were chosen by the model's author after
 *     it; what a source told later is refused when the model is published
 */
public record BackTestResult(
    Realisation realisation,
    String label,
    Unit unit,
    double forecast,
    double mean,
    double median,
    double low,
    double high,
    double realised,
    long count,
    long failed,
    double crps,
    double absoluteError,
    double pit,
    boolean inside,
    List<String> chosenLater) {
  public BackTestResult {
    chosenLater = List.copyOf(chosenLater);
  }
}
