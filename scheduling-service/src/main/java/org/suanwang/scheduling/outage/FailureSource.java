package org.suanwang.scheduling.outage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.suanwang.scheduling.workload.Draws;

/**
 * A Poisson process of failures of equal units: as many processes of one unit each, drawn as one.
 * It draws a failure whether or not the unit is up then, so it depends on nothing that happens in a
 * run; dropping those of units that are down leaves exponential times for each that is up.
 */
final class FailureSource {
  private static final double SECONDS_PER_HOUR = 3600;

  private final Outage.Cause cause;
  private final int firstUnit;
  private final int units;
  private final IntFunction<List<NodeSpan>> nodesOf;
  private final double meanGapSeconds;
  private final double meanRepairSeconds;
  private final SplittableRandom gaps;
  private final SplittableRandom choices;
  private final SplittableRandom repairs;
  private double next;

  /**
   * The process from second 0 on.
   *
   * @param units how many, at least one, numbered from {@code firstUnit} on
   * @param nodesOf the nodes that go down with a unit
   */
  FailureSource(
      Reliability rule,
      Outage.Cause cause,
      int firstUnit,
      int units,
      IntFunction<List<NodeSpan>> nodesOf,
      SplittableRandom random) {
    this.cause = cause;
    this.firstUnit = firstUnit;
    this.units = units;
    this.nodesOf = nodesOf;
    meanGapSeconds = rule.mtbfHours() * SECONDS_PER_HOUR / units;
    meanRepairSeconds = rule.mttrHours() * SECONDS_PER_HOUR;
    gaps = random.split();
    choices = random.split();
    repairs = random.split();
    next = Draws.exponential(gaps, meanGapSeconds);
  }

  /** In which second the next failure happens. */
  long nextSeconds() {
    return (long) next;
  }

  /** Takes the next failure. Begin and end fall into the seconds of the exact times. */
  Outage take() {
    long from = (long) next;
    long to = (long) (next + Draws.exponential(repairs, meanRepairSeconds));
    int unit = firstUnit + Draws.index(choices, units);
    next += Draws.exponential(gaps, meanGapSeconds);
    return new Outage(from, Math.max(from + 1, to), cause, unit, nodesOf.apply(unit));
  }
}
