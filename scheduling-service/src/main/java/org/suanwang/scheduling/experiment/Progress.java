package org.suanwang.scheduling.experiment;

/**
 * How far a run is.
 *
 * @param fraction share of the jobs that ended, 0 to 1
 * @param simulatedSeconds virtual time since the epoch of the workload
 * @param events so far
 * @param eventsPerSecond of real time
 */
public record Progress(
    double fraction, long simulatedSeconds, long events, double eventsPerSecond) {
  public static final Progress NONE = new Progress(0, 0, 0, 0);
}
