package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.suanwang.scheduling.check.InvalidInputException;
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

/** Executes queued runs: reads the input, runs it, keeps the result. */
@ApplicationScoped
public class SimulationWorker implements RunExecutor {
  private static final Logger LOG = Logger.getLogger(SimulationWorker.class);

  private final Fleets fleets;
  private final Workloads workloads;
  private final Runs runs;
  private final RunDesk desk;
  private final SimulationMeters meters;

  SimulationWorker(
      Fleets fleets, Workloads workloads, Runs runs, RunDesk desk, SimulationMeters meters) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.runs = runs;
    this.desk = desk;
    this.meters = meters;
  }

  @Override
  public void execute(String runId) {
    if (!desk.begin(runId)) {
      return;
    }
    try {
      execute(runs.require(runId));
    } catch (InvalidInputException | LimitExceededException | ArithmeticException e) {
      LOG.infof("simulation %s fails: %s", runId, e.getMessage());
      desk.fail(runId, String.valueOf(e.getMessage()));
    } catch (IllegalStateException | OutOfMemoryError e) {
      LOG.errorf(e, "simulation %s fails", runId);
      desk.fail(runId, "a defect of the service, or too little memory: " + e.getMessage());
    }
  }

  private void execute(Run run) {
    SimulationSpec spec = run.spec();
    RunPlan plan =
        new RunPlan(
            spec, fleets.require(spec.fleet()).value(), workloads.require(spec.workload()).value());
    ProgressReporter reporter = new ProgressReporter(desk, run.id(), plan.jobs());
    Optional<SimulationResult> result = plan.run(reporter);
    if (result.isPresent()) {
      Progress done = reporter.done(result.get());
      desk.complete(run.id(), done, result.get());
      meters.record(spec.policy(), result.get(), reporter.elapsedNanos());
      LOG.infof(
          "simulation %s completed: %d jobs, %d events, %.0f events/s",
          run.id(), plan.jobs(), done.events(), done.eventsPerSecond());
    }
  }
}
