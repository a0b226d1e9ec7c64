package org.suanwang.scheduling.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.Simulation;

/**
 * Gives the details of finished runs, which are not kept: it runs them once more. The details of
 * the run asked for last are remembered, because pages are asked for one after the other.
 */
public final class RunArchive {
  private final Replays replays;
  private volatile @Nullable RunDetails last;

  public RunArchive(Replays replays) {
    this.replays = replays;
  }

  /**
   * What became of every job of a run.
   *
   * @throws ConflictException when the run is not completed, was completed under other rules, or
   *     does not come out as it did
   */
  public RunDetails require(String id) {
    RunDetails known = last;
    if (known != null && known.run().id().equals(id)) {
      replays.requireKept(id);
      return known;
    }
    Run run = replays.requireCompleted(id);
    return replays.answer("details of " + id, patience -> replay(run, patience));
  }

  private RunDetails replay(Run run, Checkpoint patience) {
    RunPlan plan = replays.plan(run, patience);
    RunPlan.Replay replay = plan.replay(patience, List.of());
    Replays.requireSame(run, replay);
    SimulationResult result = Objects.requireNonNull(run.result());
    RunDetails details = new RunDetails(run, result, replay.outcomes(), plan.input().tree());
    last = details;
    return details;
  }

  /**
   * A page of the event log, of a run whose whole log was found to be the one that was hashed.
   *
   * @throws ConflictException when the run is not completed, or does not come out as it did
   */
  public EventPage events(String id, long fromSequence, int limit) {
    Run run = require(id).run();
    return replays.answer(
        "events of %s from %d, %d".formatted(id, fromSequence, limit),
        patience -> page(run, fromSequence, limit, patience));
  }

  private EventPage page(Run run, long fromSequence, int limit, Checkpoint patience) {
    RunPlan plan = replays.plan(run, patience);
    EventPage page = new EventPage(plan.input(), fromSequence, limit);
    new Simulation(plan.input(), page).run(page.untilFull(patience));
    return page;
  }

  /**
   * Hands over part of the event log, one after the other, of a run that was found to come out as
   * it did; nothing is kept. It may take as long as it takes, but not too long from one to the
   * next.
   *
   * @param details the run, as {@link #require} gave it
   * @param fromSequence number of the first
   * @param limit how many at most
   */
  public void forEachEvent(
      RunDetails details, long fromSequence, long limit, Consumer<LoggedEvent> reader) {
    Checkpoint[] patience = {replays.patience()};
    RunPlan plan = replays.plan(details.run(), patience[0]);
    LoggedEvents logged = new LoggedEvents(plan.input());
    long[] left = {limit};
    EventSink sink =
        event -> {
          if (event.sequence() >= fromSequence && left[0]-- > 0) {
            reader.accept(logged.of(event));
            patience[0] = replays.patience();
          }
        };
    new Simulation(plan.input(), sink)
        .run(
            (seconds, events, jobsDone) -> {
              patience[0].pass();
              return left[0] > 0;
            });
  }
}
