package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.linear.Simplex;

/**
 * The shares under which the class of jobs that reaches least of its demand reaches most, and of
 * these the ones with the largest sum: a linear programme with the two objectives one after the
 * other.
 */
final class MaxMinShares {
  /** Times below this are rounding. */
  private static final double TIME_MIN = 1e-9;

  /** The column of what is reached of each demand. */
  private static final int LEAST = 0;

  private final double[] demands;
  private final double[] times;
  private final int[] widths;
  private final double[][] worth;
  private final int[] devices;
  private final List<Together> together = new ArrayList<>();

  /** That two classes may share devices of a type, and what its time is worth to a job of each. */
  private record Together(
      int first, int second, int deviceType, double worthFirst, double worthSecond) {}

  /**
   * The programme, without pairs.
   *
   * @param demands of each class
   * @param times that each class can use, in jobs
   * @param widths how many devices a job of each class takes
   * @param worth of all of its time on each device type, for a job of each class
   * @param devices how many there are of each type
   */
  MaxMinShares(double[] demands, double[] times, int[] widths, double[][] worth, int[] devices) {
    this.demands = demands;
    this.times = times;
    this.widths = widths;
    this.worth = worth;
    this.devices = devices;
  }

  /**
   * Lets jobs of two classes of equal width, or two of one class, share devices of a type.
   *
   * @param worthFirst of all of its time so, for a job of the first
   * @param worthSecond for a job of the second
   */
  void addPairing(int first, int second, int type, double worthFirst, double worthSecond) {
    together.add(new Together(first, second, type, worthFirst, worthSecond));
  }

  /**
   * The shares.
   *
   * @param checkpoint passed in each step
   */
  ClassShares find(Checkpoint checkpoint) {
    Rows rows = new Rows();
    for (int i = 0; i < demands.length; i++) {
      for (int type = 0; type < devices.length; type++) {
        rows.addAlone(i, type);
      }
    }
    for (int i = 0; i < together.size(); i++) {
      rows.addTogether(together.get(i), aloneColumns() + i);
    }
    Simplex solved = new Simplex(rows.constraints, rows.limits, rows.objectives, checkpoint);
    double[] found = solved.solution();
    return new ClassShares(found[LEAST], alone(found), pairings(found));
  }

  private int aloneColumns() {
    return 1 + demands.length * devices.length;
  }

  /** For each class what it reaches, and its time; for each device type how much of it is used. */
  private final class Rows {
    private final double[][] constraints;
    private final double[] limits;
    private final double[][] objectives;

    Rows() {
      int columns = aloneColumns() + together.size();
      this.constraints = new double[2 * demands.length + devices.length][columns];
      this.limits = new double[constraints.length];
      this.objectives = new double[2][columns];
      for (int i = 0; i < demands.length; i++) {
        constraints[i][LEAST] = demands[i];
        limits[demands.length + i] = times[i];
      }
      for (int type = 0; type < devices.length; type++) {
        limits[2 * demands.length + type] = devices[type];
      }
      objectives[0][LEAST] = 1;
    }

    void addAlone(int i, int type) {
      int column = 1 + i * devices.length + type;
      constraints[2 * demands.length + type][column] = widths[i];
      add(i, column, worth[i][type]);
    }

    void addTogether(Together t, int column) {
      constraints[2 * demands.length + t.deviceType()][column] = widths[t.first()];
      add(t.first(), column, t.worthFirst());
      add(t.second(), column, t.worthSecond());
    }

    private void add(int i, int column, double value) {
      constraints[i][column] -= value;
      constraints[demands.length + i][column] += 1;
      objectives[1][column] += value;
    }
  }

  private double[][] alone(double[] found) {
    double[][] alone = new double[demands.length][devices.length];
    for (int i = 0; i < alone.length; i++) {
      System.arraycopy(found, 1 + i * devices.length, alone[i], 0, devices.length);
    }
    return alone;
  }

  private List<ClassShares.Pairing> pairings(double[] found) {
    List<ClassShares.Pairing> pairings = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      Together t = together.get(i);
      double time = found[aloneColumns() + i];
      if (time > TIME_MIN) {
        pairings.add(new ClassShares.Pairing(t.first(), t.second(), t.deviceType(), time));
      }
    }
    return pairings;
  }
}
