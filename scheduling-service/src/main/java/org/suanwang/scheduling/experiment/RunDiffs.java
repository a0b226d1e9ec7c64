package org.suanwang.scheduling.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.diff.LogBlocks;
import org.suanwang.scheduling.diff.Passing;
import org.suanwang.scheduling.diff.RunDiff;
import org.suanwang.scheduling.diff.RunSide;
import org.suanwang.scheduling.diff.SameJobs;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.workload.Workload;

/**
 * Compares two finished runs of the same jobs, by running both once more. The two that were
 * compared last are remembered, because pages are asked for one after the other.
 */
public final class RunDiffs {
  private final Replays replays;
  private volatile @Nullable ComparedRuns last;

  public RunDiffs(Replays replays) {
    this.replays = replays;
  }

  /**
   * Compares.
   *
   * @param with id of the other run
   * @throws InvalidInputException when they are not of the same workload, or its generated jobs
   *     were drawn otherwise
   * @throws ConflictException when one is not completed, or does not come out as it did
   */
  public ComparedRuns require(String id, String with) {
    ComparedRuns known = last;
    if (known != null && known.base().id().equals(id) && known.other().id().equals(with)) {
      replays.requireKept(id);
      replays.requireKept(with);
      return known;
    }
    Run base = replays.requireCompleted(id);
    Run other = replays.requireCompleted(with);
    requireSameWorkload(base, other);
    return replays.answer(
        "difference of " + id + " and " + with, patience -> compare(base, other, patience));
  }

  private static void requireSameWorkload(Run base, Run other) {
    if (!base.spec().workload().equals(other.spec().workload())) {
      throw new InvalidInputException(
          "with",
          other.id(),
          "must be of the same workload: it is of "
              + other.spec().workload()
              + ", and simulation "
              + base.id()
              + " of "
              + base.spec().workload(),
          "choose a simulation of " + base.spec().workload());
    }
  }

  private ComparedRuns compare(Run base, Run other, Checkpoint patience) {
    Workload workload = replays.workload(base);
    RunPlan basePlan = replays.plan(base, workload, patience);
    RunPlan otherPlan = replays.plan(other, workload, patience);
    requireSameJobs(other, basePlan, otherPlan);
    Side one = Side.of(base, basePlan, patience);
    Side two = Side.of(other, otherPlan, patience);
    ComparedRuns compared =
        new ComparedRuns(
            base, other, new RunDiff(one.side, two.side), divergence(one, two, patience));
    last = compared;
    return compared;
  }

  private static void requireSameJobs(Run other, RunPlan basePlan, RunPlan otherPlan) {
    String difference =
        SameJobs.findDifference(basePlan.input().jobs(), otherPlan.input().jobs()).orElse(null);
    if (difference != null) {
      throw new InvalidInputException(
          "with",
          other.id(),
          "must have the same jobs, but the generated ones of the workload were drawn otherwise: "
              + difference,
          "choose a simulation with the same seed and fleet, or give the background a seed of its"
              + " own and let it name its devices");
    }
  }

  /** A run that was repeated, with all that is compared. */
  private record Side(RunPlan plan, RunSide side, LogBlocks log) {
    static Side of(Run run, RunPlan plan, Checkpoint patience) {
      Passing passing = new Passing(plan.input().policy().order().ranks(plan.input().jobs()));
      LogBlocks log = new LogBlocks(plan.input().layout());
      RunPlan.Replay replay = plan.replay(patience, List.of(passing, log));
      Replays.requireSame(run, replay);
      long window = Objects.requireNonNull(run.result()).metrics().windowSeconds();
      return new Side(plan, new RunSide(replay.outcomes(), passing, window), log);
    }

    /** The events of one block, and each by itself. */
    LogBlocks eventsFrom(long sequence, EventPage page, Checkpoint patience) {
      LogBlocks single = new LogBlocks(plan.input().layout(), 1);
      EventSink inBlock =
          event -> {
            if (event.sequence() >= sequence
                && event.sequence() < sequence + LogBlocks.BLOCK_EVENTS) {
              single.accept(event);
            }
          };
      new Simulation(plan.input(), EventSink.all(List.of(inBlock, page)))
          .run(page.untilFull(patience));
      return single;
    }

    EventPage page(long sequence) {
      return new EventPage(plan.input(), sequence, LogBlocks.BLOCK_EVENTS);
    }
  }

  private static ComparedRuns.@Nullable Divergence divergence(
      Side one, Side two, Checkpoint patience) {
    long block = one.log.firstDifference(two.log);
    if (block == LogBlocks.NOWHERE) {
      return null;
    }
    EventPage onePage = one.page(block);
    EventPage twoPage = two.page(block);
    int inBlock =
        (int)
            one.eventsFrom(block, onePage, patience)
                .firstDifference(two.eventsFrom(block, twoPage, patience));
    return new ComparedRuns.Divergence(block + inBlock, at(onePage, inBlock), at(twoPage, inBlock));
  }

  private static @Nullable LoggedEvent at(EventPage page, int index) {
    return index < page.events().size() ? page.events().get(index) : null;
  }
}
