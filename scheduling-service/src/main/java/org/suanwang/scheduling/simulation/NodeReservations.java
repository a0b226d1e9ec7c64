package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The reservations of those that wait under conservative backfilling by their nodes, where it
 * matters on which nodes a gang lies: the earliest time at which it finds its place on a copy of
 * the cluster from which those are gone that are expected to have ended ({@link Shadow}), beside
 * what is kept for others on these nodes ({@link KeptPlaces}) and what is reserved by counts.
 *
 * <p>Finding one takes time that grows with the number of jobs that are expected to end before it.
 */
final class NodeReservations implements ReservedPlaces {
  /** For so many that have one an earlier one is looked for each time the queue is served. */
  private static final int MOVES_MAX = 8;

  /** So many have one where all are made anew each time; those behind them go by counts. */
  private static final int ANEW_MAX = 64;

  private final Simulation run;
  private final JobTable jobs;
  private final FreeTimes free;
  private final KeptPlaces kept;
  private final Shadow shadow;
  private final int mostAtOnce;
  private int moves;
  private int made;

  NodeReservations(
      Simulation run, ExpectedEnds ends, FreeTimes free, KeptPlaces kept, boolean areForgotten) {
    mostAtOnce = areForgotten ? ANEW_MAX : Integer.MAX_VALUE;
    this.run = run;
    this.free = free;
    this.kept = kept;
    jobs = run.input().jobs();
    shadow = new Shadow(run, ends);
  }

  @Override
  public void goOn() {
    moves = 0;
    made = 0;
  }

  @Override
  public boolean mayMove() {
    return moves++ < MOVES_MAX;
  }

  @Override
  public @Nullable KeptPlace of(int job) {
    return kept.of(job);
  }

  @Override
  public void keep(KeptPlace place) {
    kept.keep(place);
  }

  @Override
  public void started(ExpectedEnds.Running one) {
    shadow.started(one);
    kept.started(one);
  }

  @Override
  public void ended(int job, Allocation held) {
    shadow.ended(job, held);
    kept.ended(job, held);
  }

  @Override
  public void supposeEnded(int job, Allocation held) {
    kept.ended(job, held);
  }

  @Override
  public void supposeStarted(ExpectedEnds.Running one) {
    kept.started(one);
  }

  @Override
  public void expected(ExpectedEnds.Running one) {
    kept.ended(one.job(), one.held());
    kept.started(one);
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    shadow.wentOut(withdrawal, backSeconds);
  }

  @Override
  public void staysOut(Withdrawal withdrawal, long backSeconds) {
    shadow.staysOut(withdrawal, backSeconds);
  }

  @Override
  public void cameBack(Withdrawal withdrawal) {
    shadow.cameBack(withdrawal);
  }

  @Override
  public void giveBack(int job) {
    kept.giveBack(job);
  }

  @Override
  public void giveAllBack() {
    kept.clear();
  }

  @Override
  public void hide(int job, boolean isHidden) {
    kept.hide(job, isHidden);
  }

  @Override
  public void tellKeptFrom(int job) {
    run.log().tellKeptFrom(run.now(), job, () -> nodesKeptFrom(job));
  }

  private BitSet nodesKeptFrom(int job) {
    BitSet nodes = new BitSet();
    for (int node : kept.nodes()) {
      int group = run.state().pool(node).group();
      boolean isOfJob = Arrays.stream(run.cycle().groupsFor(job)).anyMatch(own -> own == group);
      long end = isOfJob ? run.now() + run.expectedSeconds(job, group) : run.now();
      nodes.set(node, kept.tasksMax(job, node, run.now(), end) == 0);
    }
    return nodes;
  }

  /**
   * {@inheritDoc} Jobs whose number of tasks or device types is open have their reservations by
   * counts; those of shares too, until the time has come and no nodes agree.
   */
  @Override
  public @Nullable Slot reserve(int job, boolean isRefused, Allowance allowance) {
    boolean isByCounts = jobs.isFlexible(job) || (jobs.request(job).isFractional() && !isRefused);
    if (isByCounts || made == mostAtOnce) {
      return null;
    }
    made++;
    Shadow.Found found = shadow.find(job, run.now(), allowance, new Beside(job, allowance));
    if (found == null) {
      return null;
    }
    int group = found.start().group();
    long seconds = run.expectedSeconds(job, group);
    Slot slot = new Slot(Room.of(group), found.at(), seconds, new int[] {jobs.tasks(job)});
    kept.keep(new KeptPlace(job, slot, found.start().nodes(), found.start().tasksOnNode()));
    return slot;
  }

  /** Where a job starts, enough is left for what is reserved by counts. */
  private final class Beside implements Shadow.Terms {
    private final int job;
    private final int[] groups;
    private final long[] seconds;

    Beside(int job, Allowance allowance) {
      this.job = job;
      groups =
          Arrays.stream(run.cycle().groupsFor(job))
              .filter(group -> run.cycle().isPossible(group, job))
              .filter(group -> allowance.tasks(group) >= jobs.tasks(job))
              .toArray();
      seconds = Arrays.stream(groups).mapToLong(g -> run.expectedSeconds(job, g)).toArray();
    }

    @Override
    public long notBefore(long second) {
      long first = FreeProfile.NEVER;
      for (int i = 0; i < groups.length; i++) {
        first = Math.min(first, earliest(groups[i], second, seconds[i]));
      }
      return first;
    }

    @Override
    public long nextChange(long second) {
      return kept.nextEnd(second);
    }

    @Override
    public boolean allow(Decision.Start start, long second) {
      int group = start.group();
      return earliest(group, second, run.expectedSeconds(job, group)) == second;
    }

    private long earliest(int group, long second, long lasting) {
      return free.of(group).earliest(second, jobs.milliDevices(job), lasting);
    }
  }
}
