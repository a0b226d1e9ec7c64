package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the steps of a service together to as many rows as are kept. */
final class FluidSeries {
  private final StepClock clock;
  private final FluidTally tally;
  private final List<ServicePoint> points = new ArrayList<>();
  private final int rows;
  private int first;
  private double wantedSeconds;
  private double servingSeconds;
  private double busySeconds;
  private double arrivedBefore;
  private double tokensBefore;
  private double droppedBefore;
  private double metBefore;
  private double decidedBefore;

  FluidSeries(StepClock clock, FluidTally tally) {
    this.clock = clock;
    this.tally = tally;
    this.rows = Math.min(clock.steps(), FluidResult.POINTS_MAX);
  }

  void add(int step, int wanted, double serving, double busy) {
    wantedSeconds += wanted * (double) clock.stepSeconds();
    servingSeconds += serving;
    busySeconds += busy;
    long last = (long) clock.steps() * (points.size() + 1) / rows - 1;
    if (step == last) {
      points.add(row(step + 1));
      first = step + 1;
      wantedSeconds = 0;
      servingSeconds = 0;
      busySeconds = 0;
      arrivedBefore = tally.arrived();
      tokensBefore = tally.tokens();
      droppedBefore = tally.dropped();
      metBefore = tally.met();
      decidedBefore = tally.decided();
    }
  }

  private ServicePoint row(int end) {
    double seconds = (double) (end - first) * clock.stepSeconds();
    double arrived = tally.arrived() - arrivedBefore;
    return new ServicePoint(
        clock.from(first),
        clock.from(end),
        arrived / seconds,
        (tally.tokens() - tokensBefore) / seconds,
        wantedSeconds / seconds,
        servingSeconds / seconds,
        quotient(busySeconds, servingSeconds),
        Math.max(0, tally.arrived() - tally.decided()),
        tally.dropped() - droppedBefore,
        quotient(tally.met() - metBefore, tally.decided() - decidedBefore));
  }

  private static @Nullable Double quotient(double of, double by) {
    return by == 0 ? null : (Double) (of / by);
  }

  List<ServicePoint> points() {
    return List.copyOf(points);
  }
}
