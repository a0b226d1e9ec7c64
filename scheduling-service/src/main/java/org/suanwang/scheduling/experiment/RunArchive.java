package org.suanwang.scheduling.experiment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
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
   * @throws ConflictException when the run is not completed, was completed under other rules, or
   *     does not come out as it did
   */
  public synchronized RunDetails require(String id) {
    RunDetails known = last;
    if (known != null && known.run().id().equals(id)) {
      return known;
    }
    Run run = requireCompleted(id);
    SimulationResult result = Objects.requireNonNull(run.result());
    RunPlan.Replay replay = plan(run).replay();
    requireSame(id, "events", result.eventLogHash(), replay.eventLogHash());
    RunDetails details = new RunDetails(run, result, replay.outcomes());
    last = details;
    return details;
  }

  /**
   * Requires that what was computed again is what was kept.
   *
   * @throws ConflictException with both hashes when it is not
   */
  static void requireSame(String id, String what, String kept, String replayed) {
    if (!kept.equals(replayed)) {
      throw new ConflictException(
          "the "
              + what
              + " of simulation "
              + id
              + " do not come out as they did: the hash kept with its result is "
              + kept
              + ", the hash of the replay is "
              + replayed
              + "; its result cannot be explained any more, so simulate the same fleet and workload"
              + " again");
    }
  }

  /**
   * A page of the event log, of a run whose whole log was found to be the one that was hashed.
   *
   * @throws ConflictException when the run is not completed, or does not come out as it did
   */
  public EventPage events(String id, long fromSequence, int limit) {
    RunPlan plan = plan(require(id).run());
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
        spec,
        fleets.require(spec.fleet()).value(),
        workloads.require(spec.workload()).value(),
        Checkpoint.NONE);
  }
}
