package org.suanwang.scheduling.experiment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.simulation.Simulation;

/**
 * Gives the details of finished runs, which are not kept: it runs them once more. The details of
 * the run asked for last are remembered, because pages are asked for one after the other.
 */
public final class RunArchive {
  private final Fleets fleets;
  private final Workloads workloads;
  private final Runs runs;
  private @Nullable RunDetails last;

  public RunArchive(Fleets fleets, Workloads workloads, Runs runs) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.runs = runs;
  }

  /**
   * What became of every job of a run.
   *
   * @throws ConflictException when the run is not completed, or was completed under other rules
   */
  public synchronized RunDetails require(String id) {
    RunDetails known = last;
    if (known != null && known.run().id().equals(id)) {
      return known;
    }
    Run run = requireCompleted(id);
    JobOutcomes outcomes = plan(run).replay();
    RunDetails details = new RunDetails(run, Objects.requireNonNull(run.result()), outcomes);
    last = details;
    return details;
  }

  /** A page of the event log; runs from the start to the end of the page. */
  public EventPage events(String id, long fromSequence, int limit) {
    RunPlan plan = plan(requireCompleted(id));
    EventPage page = new EventPage(plan.input(), fromSequence, limit);
    new Simulation(plan.input(), page).run(page.untilFull());
    return page;
  }

  private Run requireCompleted(String id) {
    Run run = runs.require(id);
    SimulationResult result = run.result();
    if (result == null) {
      throw new ConflictException(
          "simulation "
              + id
              + " is "
              + run.state()
              + "; its details are there once it is COMPLETED");
    }
    if (!result.rulesVersion().equals(Simulation.RULES_VERSION)) {
      throw new ConflictException(
          "simulation "
              + id
              + " ran under the rules "
              + result.rulesVersion()
              + ", which this version no longer has; run it again");
    }
    return run;
  }

  private RunPlan plan(Run run) {
    SimulationSpec spec = run.spec();
    return new RunPlan(
        spec, fleets.require(spec.fleet()).value(), workloads.require(spec.workload()).value());
  }
}
