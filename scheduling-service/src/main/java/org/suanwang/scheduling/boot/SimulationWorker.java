package org.suanwang.scheduling.boot;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.RunExecutor;
import org.suanwang.scheduling.experiment.RunPlan;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.simulation.LimitExceededException;
import org.suanwang.scheduling.store.DatabaseFailure;
import org.suanwang.scheduling.workload.Workload;

/** Executes queued runs: reads the input, runs it, keeps the result. */
@ApplicationScoped
public class SimulationWorker implements RunExecutor {
  private static final Logger LOG = Logger.getLogger(SimulationWorker.class);
  private static final long BETWEEN_REPORTS_MILLIS = 250;

  private final Fleets fleets;
  private final Workloads workloads;
  private final Runs runs;
  private final RunDesk desk;
  private final SimulationMeters meters;
  private final long secondsMax;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress-beats").daemon().factory());

  SimulationWorker(
      Fleets fleets,
      Workloads workloads,
      Runs runs,
      RunDesk desk,
      SimulationMeters meters,
      @ConfigProperty(name = "suanwang.simulation.seconds-max") long secondsMax) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.runs = runs;
    this.desk = desk;
    this.meters = meters;
    this.secondsMax = secondsMax;
  }

  @Override
  public void execute(String runId) {
    if (!desk.begin(runId)) {
      return;
    }
    ProgressReporter reporter = new ProgressReporter(desk, runId, secondsMax);
    ScheduledFuture<?> beating =
        beats.scheduleAtFixedRate(
            reporter::beat, BETWEEN_REPORTS_MILLIS, BETWEEN_REPORTS_MILLIS, TimeUnit.MILLISECONDS);
    try {
      execute(runs.require(runId), reporter);
    } catch (StoppedException e) {
      LOG.infof("simulation %s was cancelled", runId);
    } catch (NotFoundException e) {
      LOG.infof("simulation %s was cancelled and deleted: %s", runId, e.getMessage());
    } catch (InvalidInputException | LimitExceededException | ArithmeticException e) {
      LOG.infof("simulation %s fails: %s", runId, e.getMessage());
      desk.fail(runId, reporter.latest(), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.errorf(e, "simulation %s fails", runId);
      desk.fail(
          runId,
          reporter.latest(),
          "too little memory ("
              + e.getMessage()
              + "): give the service more, or simulate fewer jobs or nodes, or fewer at once");
    } catch (RunInterruptedException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      failUnforeseen(runId, reporter.latest(), e);
    } finally {
      beating.cancel(false);
    }
    desk.settleCancelled(runId, reporter.latest());
  }

  /**
   * Only what the database failed is for the queue to try again; the rest would fail every time.
   */
  private void failUnforeseen(String runId, Progress latest, Throwable e) {
    if (DatabaseFailure.isCauseOf(e) || Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("simulation " + runId + " is to be tried again", e);
    }
    String failure = "failure-" + UUID.randomUUID();
    LOG.errorf(e, "simulation %s fails, %s", runId, failure);
    desk.fail(runId, latest, "a defect of the service; its log holds the cause under " + failure);
  }

  @PreDestroy
  void stopBeating() {
    beats.shutdownNow();
  }

  @Override
  public void abandon(String runId, int attempts) {
    LOG.errorf("simulation %s is given up after %d attempts", runId, attempts);
    // A worker may have died before it told that it began.
    if (!desk.begin(runId)) {
      return;
    }
    try {
      desk.fail(
          runId,
          runs.require(runId).progress(),
          ("its worker died or failed %d times without a result, most likely for want of memory, or"
                  + " of the database; give the service more memory, or simulate fewer jobs or nodes")
              .formatted(attempts));
    } catch (NotFoundException e) {
      LOG.infof("simulation %s was cancelled and deleted: %s", runId, e.getMessage());
    }
  }

  private void execute(Run run, ProgressReporter reporter) {
    SimulationSpec spec = run.spec();
    Fleet fleet = fleets.require(spec.fleet()).value();
    reporter.pass();
    Workload workload = workloads.require(spec.workload()).value();
    reporter.expect(workload.size());
    RunPlan plan = new RunPlan(spec, fleet, workload, reporter);
    SimulationResult result = plan.run(reporter, reporter);
    Progress done = reporter.done(result);
    desk.complete(run.id(), done, result);
    meters.record(spec.policy(), result, reporter.elapsedNanos());
    LOG.infof(
        "simulation %s completed: %d jobs, %d events, %.0f events/s",
        run.id(), workload.size(), done.events(), done.eventsPerSecond());
  }
}
