package org.suanwang.scheduling.boot;

import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.simulation.LimitExceededException;
import org.suanwang.scheduling.simulation.RunObserver;

/**
 * Keeps how far a run is, after each beat of a clock, in all of its phases. The same update tells
 * whether the run was cancelled, from whichever replica. A run that takes too long is stopped.
 */
final class ProgressReporter implements RunObserver, Checkpoint {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final RunDesk desk;
  private final String runId;
  private final long secondsMax;
  private final long startNanos = System.nanoTime();
  private volatile boolean isDue;
  private int jobs;
  private int jobsDone;
  private long simulatedSeconds;
  private long events;

  /**
   * A reporter of one run, which begins now.
   *
   * @param secondsMax of real time, after which it is stopped
   */
  ProgressReporter(RunDesk desk, String runId, long secondsMax) {
    this.desk = desk;
    this.runId = runId;
    this.secondsMax = secondsMax;
  }

  /** Of how many jobs the share is told. */
  void expect(int jobsOfTheRun) {
    jobs = jobsOfTheRun;
  }

  /**
   * It is time for a report, says another thread: the run would have to ask the clock at each
   * event, which takes one part in twenty of it.
   */
  void beat() {
    isDue = true;
  }

  @Override
  public boolean proceed(long simulatedSecondsNow, long eventsNow, int jobsDoneNow) {
    simulatedSeconds = simulatedSecondsNow;
    events = eventsNow;
    jobsDone = jobsDoneNow;
    if (!isDue) {
      return true;
    }
    if (Thread.currentThread().isInterrupted()) {
      // The service stops. The queue keeps the run, and whoever takes it starts it anew.
      throw new RunInterruptedException(runId);
    }
    isDue = false;
    if (elapsedNanos() > secondsMax * NANOS_PER_SECOND) {
      throw LimitExceededException.ofTime(secondsMax, simulatedSeconds);
    }
    return desk.report(runId, latest());
  }

  @Override
  public void pass() {
    if (!proceed(simulatedSeconds, events, jobsDone)) {
      throw new StoppedException();
    }
  }

  /** How far the run is by its last event, whether that was reported or not. */
  Progress latest() {
    double fraction = jobs == 0 ? 0 : (double) jobsDone / jobs;
    return new Progress(fraction, simulatedSeconds, events, perSecond(events));
  }

  Progress done(SimulationResult result) {
    return new Progress(
        1, result.metrics().windowSeconds(), result.events(), perSecond(result.events()));
  }

  private double perSecond(long count) {
    return count * 1e9 / Math.max(1, elapsedNanos());
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }
}
