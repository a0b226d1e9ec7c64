package org.suanwang.scheduling.energy;

/** A value that goes by the hour of the local day, summed up over the seconds of a run. */
public final class HourIntegral {
  private final LocalHours clock;
  private final double[] values;
  private final double[] beforeHour = new double[EnergyTerms.HOURS + 1];
  private final double[] beforePiece;

  /**
   * Of these values.
   *
   * @param values one for each hour from midnight on
   */
  public HourIntegral(LocalHours clock, double[] values) {
    this.clock = clock;
    this.values = values.clone();
    for (int hour = 0; hour < EnergyTerms.HOURS; hour++) {
      beforeHour[hour + 1] = beforeHour[hour] + values[hour] * LocalHours.HOUR_SECONDS;
    }
    beforePiece = new double[clock.pieces()];
    for (int piece = 1; piece < beforePiece.length; piece++) {
      beforePiece[piece] = until(piece - 1, clock.pieceStart(piece));
    }
  }

  /** From second 0 to a second of the run: value × seconds. */
  public double until(long seconds) {
    return until(clock.pieceOf(seconds), seconds);
  }

  private double until(int piece, long seconds) {
    long start = clock.local(piece, clock.pieceStart(piece));
    return beforePiece[piece] + ofLocal(clock.local(piece, seconds)) - ofLocal(start);
  }

  private double ofLocal(long local) {
    int hour = LocalHours.hour(local);
    long days = local / LocalHours.DAY_SECONDS;
    return days * beforeHour[EnergyTerms.HOURS]
        + beforeHour[hour]
        + values[hour] * (local % LocalHours.HOUR_SECONDS);
  }
}
