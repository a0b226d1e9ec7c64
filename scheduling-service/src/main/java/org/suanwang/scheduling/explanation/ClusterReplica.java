package org.suanwang.scheduling.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.simulation.DataSites;
import org.suanwang.scheduling.simulation.DataTransfer;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.QueueStandings;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.Withdrawal;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The cluster and the queue of a run, kept beside it from nothing but its events. Just before an
 * event is taken in, it is what the policy saw when it decided; so a run that is not watched pays
 * nothing. The order of the queue is that of the turns at submission.
 */
final class ClusterReplica implements EventSink {
  private final JobTable jobs;
  private final ClusterState state;
  private final RankedLine waiting;
  private final @Nullable Allocation[] held;
  private final long[] startedAt;
  private final BitSet running = new BitSet();
  private final BitSet nodesOut = new BitSet();
  private final BitSet putOff = new BitSet();
  private final @Nullable DataSites sites;
  private final @Nullable QueueStandings standings;

  ClusterReplica(SimulationInput input) {
    jobs = input.jobs();
    state = new ClusterState(input.layout());
    sites = DataSites.of(input.layout(), jobs);
    waiting = new RankedLine(input.policy().order().ranks(jobs));
    boolean isFair = input.policy().fairness().looksAtQueues();
    standings = isFair ? new QueueStandings(input) : null;
    held = new Allocation[jobs.size()];
    startedAt = new long[jobs.size()];
  }

  @Override
  public void accept(Event event) {
    if (standings != null) {
      standings.accept(event);
    }
    int job = event.job();
    switch (event.kind()) {
      case SUBMITTED -> waiting.add(job);
      case REJECTED, WITHDRAWN, TIMED_OUT -> leave(job);
      case STARTED -> start(event, job);
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> end(job);
      case PREEMPTED, FAILED -> {
        end(job);
        waiting.add(job);
      }
      case RESIZED, PARTNER_CHANGED -> resize(event.allocation(), job);
      case BLOCKED -> {
        if (event.reason().reason() == WaitReason.DEFERRED) {
          waiting.remove(job);
          putOff.set(job);
        }
      }
    }
  }

  /** Who was put off, or kept aside, stood in no line. */
  private void leave(int job) {
    if (!putOff.get(job)) {
      waiting.remove(job);
    }
    putOff.clear(job);
  }

  @Override
  public void keptAside(long timeSeconds, int job) {
    waiting.remove(job);
    putOff.set(job);
  }

  @Override
  public void joined(long timeSeconds, int job) {
    putOff.clear(job);
    waiting.add(job);
  }

  private void start(Event event, int job) {
    waiting.remove(job);
    held[job] = event.allocation();
    startedAt[job] = event.timeSeconds();
    running.set(job);
    state.retake(event.allocation(), jobs.request(job));
  }

  private void resize(Allocation now, int job) {
    state.release(allocation(job), jobs.request(job));
    state.retake(now, jobs.request(job));
    held[job] = now;
  }

  private void end(int job) {
    state.release(allocation(job), jobs.request(job));
    held[job] = null;
    running.clear(job);
  }

  @Override
  public void change(Withdrawal withdrawal) {
    int node = withdrawal.node();
    if (withdrawal.isBack()) {
      state.setInUse(node, withdrawal.devices(), withdrawal.isWholeNode(), true);
    } else {
      state.setInUse(node, withdrawal.devices(), withdrawal.isWholeNode(), false);
    }
    if (withdrawal.isWholeNode()) {
      nodesOut.set(node, !withdrawal.isBack());
    }
  }

  @Override
  public void transfer(DataTransfer transfer) {
    if (sites != null && transfer.isArrival()) {
      sites.arrive(sites.of(transfer.job()), transfer.toHub());
    }
  }

  /** Where the data of jobs is; null when none has any. */
  @Nullable DataSites sites() {
    return sites;
  }

  @Override
  public void cordon(long timeSeconds, int node, boolean isOn) {
    state.cordon(node, isOn);
  }

  ClusterState state() {
    return state;
  }

  RankedLine waiting() {
    return waiting;
  }

  /**
   * The queue as a job sees it that is in it, or that runs and goes on with more tasks or fewer.
   *
   * @param top as many of those before it are named
   */
  ExplainedDecision.Queue queue(int job, int top) {
    List<Integer> first = new ArrayList<>();
    int own = waiting.place(job);
    int ahead = 0;
    int other = waiting.head();
    while (other != RankedLine.NONE && waiting.place(other) < own) {
      ahead++;
      if (first.size() < top) {
        first.add(other);
      }
      other = waiting.after(other);
    }
    int behind = waiting.size() - ahead - (other == job ? 1 : 0);
    return new ExplainedDecision.Queue(ahead, List.copyOf(first), behind);
  }

  /** Whose turn it is among the queues; empty where queues have no turns. */
  List<QueueStandings.Standing> standings(int job, int top, long now) {
    return standings == null ? List.of() : standings.of(job, waiting, top, now);
  }

  boolean isOut(int node) {
    return nodesOut.get(node);
  }

  /** The jobs that run. */
  BitSet running() {
    return running;
  }

  /** What a running job holds. */
  Allocation allocation(int job) {
    Allocation allocation = held[job];
    if (allocation == null) {
      throw new IllegalStateException("job " + jobs.id(job) + " does not run");
    }
    return allocation;
  }

  /** The other job on all of these devices; null when there is none. */
  @Nullable Integer holderOf(Allocation shared) {
    return running.stream()
        .filter(job -> Arrays.equals(allocation(job).devices(), shared.devices()))
        .filter(job -> shared.devices().length > 0 && !jobs.request(job).isFractional())
        .boxed()
        .findFirst()
        .orElse(null);
  }

  /** Since when a running job has run without a break. */
  long startedAt(int job) {
    return startedAt[job];
  }
}
