package org.suanwang.scheduling.experiment;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.workload.Workload;

/** Finds finished runs and makes them ready to be run once more. */
public final class Replays {
  private final Fleets fleets;
  private final Workloads workloads;
  private final Runs runs;
  private final Supplier<Checkpoint> patience;
  private final LongAnswers answers;

  /**
   * Of these runs.
   *
   * @param patience gives, for each line that is written while it is worked out, what is passed
   *     again and again until the next one, and throws when that takes too long
   * @param answers works out what is asked for as a whole
   */
  public Replays(
      Fleets fleets,
      Workloads workloads,
      Runs runs,
      Supplier<Checkpoint> patience,
      LongAnswers answers) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.runs = runs;
    this.patience = patience;
    this.answers = answers;
  }

  /** For the next line of what is written while it is worked out. */
  Checkpoint patience() {
    return patience.get();
  }

  /** Works out an answer as a whole, however long it takes while somebody asks for it. */
  <T> T answer(String question, Function<Checkpoint, T> work) {
    return answers.answer(question, work);
  }

  /** Lets a run go on as long as the checkpoint lets it pass. */
  static RunObserver observer(Checkpoint checkpoint) {
    return (simulatedSeconds, events, jobsDone) -> {
      checkpoint.pass();
      return true;
    };
  }

  /**
   * Finds a run that can be repeated.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   * @throws ConflictException when it is not completed, or was completed under other rules
   */
  Run requireCompleted(String id) {
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

  /**
   * Requires that a run whose details are remembered was not deleted meanwhile.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when it was
   */
  void requireKept(String id) {
    runs.requireKept(id);
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

  /** The same for the events of a whole run. */
  static void requireSame(Run run, RunPlan.Replay replay) {
    String kept = Objects.requireNonNull(run.result()).eventLogHash();
    requireSame(run.id(), "events", kept, replay.eventLogHash());
  }

  Workload workload(Run run) {
    return workloads.require(run.spec().workload()).value();
  }

  RunPlan plan(Run run, Workload workload, Checkpoint checkpoint) {
    return new RunPlan(
        run.spec(), fleets.require(run.spec().fleet()).value(), workload, checkpoint);
  }

  RunPlan plan(Run run, Checkpoint checkpoint) {
    return plan(run, workload(run), checkpoint);
  }
}
