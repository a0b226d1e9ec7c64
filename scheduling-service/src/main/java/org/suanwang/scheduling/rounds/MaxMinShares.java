package org.suanwang.scheduling.rounds;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The shares under which the worst off of several classes of equal jobs is best off, and of these
 * the ones with the largest sum: two linear programmes.
 */
final class MaxMinShares {
  /** Keeps the second programme feasible beside the rounding of the first. */
  private static final double SLACK = 1 - 1e-9;

  private final int[] sizes;
  private final double[][] worth;
  private final int[] devices;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Variable[][] share;
  private final Variable least;

  /**
   * The programmes.
   *
   * @param sizes how many jobs each class has
   * @param worth of all of its time on each device type, for a job of each class
   * @param devices how many there are of each type
   */
  MaxMinShares(int[] sizes, double[][] worth, int[] devices) {
    this.sizes = sizes;
    this.worth = worth;
    this.devices = devices;
    this.share = new Variable[sizes.length][devices.length];
    this.least = model.newVariable("least").lower(0);
    for (int i = 0; i < sizes.length; i++) {
      addClass(i);
    }
    for (int type = 0; type < devices.length; type++) {
      Expression used = model.newExpression("devices" + type).upper(devices[type]);
      for (int i = 0; i < sizes.length; i++) {
        used.set(share[i][type], sizes[i]);
      }
    }
  }

  private void addClass(int i) {
    Expression time = model.newExpression("time" + i).upper(1);
    Expression reached = model.newExpression("reached" + i).lower(0);
    for (int type = 0; type < devices.length; type++) {
      share[i][type] = model.newVariable(i + "on" + type).lower(0);
      time.set(share[i][type], 1);
      reached.set(share[i][type], worth[i][type]);
    }
    reached.set(least, -1);
  }

  /** A row of shares for each class. */
  double[][] find() {
    least.weight(1);
    Optimisation.Result best = solve();
    least.lower(best.doubleValue(model.indexOf(least)) * SLACK).weight(0);
    for (int i = 0; i < sizes.length; i++) {
      for (int type = 0; type < devices.length; type++) {
        share[i][type].weight(sizes[i] * worth[i][type]);
      }
    }
    return rows(solve());
  }

  private Optimisation.Result solve() {
    Optimisation.Result result = model.maximise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("shares of 0 are always possible: " + result.getState());
    }
    return result;
  }

  private double[][] rows(Optimisation.Result result) {
    double[][] rows = new double[sizes.length][devices.length];
    for (int i = 0; i < rows.length; i++) {
      for (int type = 0; type < devices.length; type++) {
        rows[i][type] = Math.clamp(result.doubleValue(model.indexOf(share[i][type])), 0, 1);
      }
    }
    return rows;
  }
}
