package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * Shares under which each job reaches the throughput that it needs, if the devices allow it: the
 * decomposition of Dantzig and Wolfe 1960. Device types have prices; each job by itself chooses the
 * cheapest shares; a mix of the choices under several prices is what loads the devices least.
 */
final class RequiredThroughputs implements LeastLevel.Problem<double[][]> {
  /** Loads beyond the devices by less than this are rounding. */
  private static final double LOAD_TOLERANCE = 1e-9;

  /** Bounds this close tell nothing more. */
  private static final double GAP = 1e-7;

  /** Far more than it takes. */
  private static final int CHOICES_MAX = 10_000;

  private static final int IDLE = -1;

  private final double[][] speeds;
  private final int[] widths;
  private final int[] devices;
  private final Checkpoint checkpoint;
  private double[] prices;

  /** Shares of all jobs, and the devices they take as parts of those there are. */
  @SuppressWarnings("ArrayRecordComponent") // lives within one call
  private record Choice(double[][] shares, double[] load) {}

  /**
   * The problem.
   *
   * @param speeds a row of throughputs for each job
   * @param widths how many devices each job takes
   * @param devices how many there are of each type
   * @param checkpoint passed in each step
   */
  RequiredThroughputs(double[][] speeds, int[] widths, int[] devices, Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.speeds = speeds;
    this.widths = widths;
    this.devices = devices;
    this.prices = new double[devices.length];
    Arrays.fill(prices, 1.0 / devices.length);
  }

  /** The problem of these jobs by their own throughputs. */
  static RequiredThroughputs of(ActiveJobs jobs) {
    return new RequiredThroughputs(jobs.speeds(), jobs.widths(), jobs.devices(), jobs.checkpoint());
  }

  /**
   * A row of shares for each job.
   *
   * @param required of each job; at most what it reaches on its fastest device type
   * @return nothing if there are too few devices
   */
  @Override
  public Optional<double[][]> find(double[] required) {
    List<Choice> choices = new ArrayList<>();
    while (choices.size() < CHOICES_MAX) {
      checkpoint.pass();
      Choice choice = choose(required);
      choices.add(choice);
      double bound = cost(choice);
      if (bound > 1 + LOAD_TOLERANCE) {
        return Optional.empty();
      }
      MatrixGame game = new MatrixGame(choices.stream().map(Choice::load).toList(), checkpoint);
      if (game.value() <= 1 + LOAD_TOLERANCE) {
        return Optional.of(mix(choices, game.columnMix()));
      }
      if (game.value() - bound < GAP) {
        return Optional.empty();
      }
      prices = game.rowMix();
    }
    throw new IllegalStateException("a mix of " + CHOICES_MAX + " choices is not enough");
  }

  private double cost(Choice choice) {
    double cost = 0;
    for (int type = 0; type < prices.length; type++) {
      cost += prices[type] * choice.load()[type];
    }
    return cost;
  }

  private Choice choose(double[] required) {
    double[][] shares = new double[speeds.length][];
    double[] load = new double[devices.length];
    for (int job = 0; job < shares.length; job++) {
      shares[job] = cheapest(job, required[job]);
      for (int type = 0; type < load.length; type++) {
        load[type] += shares[job][type] == 0 ? 0 : shares[job][type] * widths[job] / devices[type];
      }
    }
    return new Choice(shares, load);
  }

  /** All of the time on the two types, or the type and idleness, around what is required. */
  private double[] cheapest(int job, double required) {
    double[] best = new double[devices.length];
    double least = Double.POSITIVE_INFINITY;
    for (int fast = 0; fast < devices.length; fast++) {
      if (speed(job, fast) <= 0 || speed(job, fast) < required) {
        continue;
      }
      for (int slow = IDLE; slow < devices.length; slow++) {
        boolean isPoint = slow == IDLE || speed(job, slow) > 0;
        double onFast = (required - speed(job, slow)) / (speed(job, fast) - speed(job, slow));
        if (!isPoint || onFast < 0 || speed(job, slow) >= speed(job, fast)) {
          continue;
        }
        double cost = onFast * price(fast) + (1 - onFast) * price(slow);
        if (cost < least) {
          least = cost;
          best = shares(fast, onFast, slow);
        }
      }
    }
    return best;
  }

  private double speed(int job, int type) {
    return type == IDLE || devices[type] < widths[job] ? 0 : speeds[job][type];
  }

  private double price(int type) {
    return type == IDLE ? 0 : prices[type] / devices[type];
  }

  private double[] shares(int fast, double onFast, int slow) {
    double[] shares = new double[devices.length];
    shares[fast] = onFast;
    if (slow != IDLE) {
      shares[slow] = 1 - onFast;
    }
    return shares;
  }

  private double[][] mix(List<Choice> choices, double[] weights) {
    double[][] mixed = new double[speeds.length][devices.length];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        double[][] shares = choices.get(i).shares();
        for (int job = 0; job < mixed.length; job++) {
          for (int type = 0; type < devices.length; type++) {
            mixed[job][type] += weights[i] * shares[job][type];
          }
        }
      }
    }
    return mixed;
  }
}
