package org.suanwang.scheduling.boot;

import java.util.concurrent.TimeUnit;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.simulation.RunObserver;

/**
 * Keeps how far a run is, a few times a second. The same update tells whether the run was
 * cancelled, from whichever replica.
 */
final class ProgressReporter implements RunObserver {
  private static final long BETWEEN_REPORTS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final RunDesk desk;
  private final String runId;
  private final int jobs;
  private final long startNanos = System.nanoTime();
  private long lastNanos = startNanos;

  ProgressReporter(RunDesk desk, String runId, int jobs) {
    this.desk = desk;
    this.runId = runId;
    this.jobs = jobs;
  }

  @Override
  public boolean proceed(long simulatedSeconds, long events, int jobsDone) {
    long now = System.nanoTime();
    if (now - lastNanos < BETWEEN_REPORTS_NANOS) {
      return true;
    }
    if (Thread.currentThread().isInterrupted()) {
      // The service stops. The queue keeps the run, and whoever takes it starts it anew.
      throw new RunInterruptedException(runId);
    }
    lastNanos = now;
    double fraction = jobs == 0 ? 1 : (double) jobsDone / jobs;
    return desk.report(runId, new Progress(fraction, simulatedSeconds, events, perSecond(events)));
  }

  private double perSecond(long events) {
    return events * 1e9 / Math.max(1, elapsedNanos());
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  Progress done(SimulationResult result) {
    return new Progress(
        1, result.metrics().windowSeconds(), result.events(), perSecond(result.events()));
  }
}
