package org.suanwang.scheduling.simulation;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Whoever fits starts, in the order of turns; who does not takes the place of running jobs whose
 * turn comes later. Turns are asked anew at each instant. A walk ends at the last that waits, or
 * when so many as the policy's depth says could not start.
 *
 * <p>The service also wants to be asked when the turn of a running job falls back, or when it has
 * run as long as the policy leaves it, as long as somebody waits.
 */
final class PreemptiveService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final int depth;
  private final TreeSet<Waiting> line = new TreeSet<>();
  private final RunningJobs running;
  private final Victims victims;
  private final Refusals refused;
  private final Alarms alarms;
  private boolean isLookedAtAll;
  private @Nullable Waiting lastArrived;
  private int arrived;

  PreemptiveService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    depth = run.input().policy().depth();
    running = new RunningJobs(jobs.size());
    victims = new Victims(run, running);
    refused = new Refusals(run);
    alarms = new Alarms(run, running);
  }

  @Override
  public void arrived(int job) {
    lastArrived = wait(job);
    arrived++;
  }

  private Waiting wait(int job) {
    Waiting waiting = new Waiting(run.rankNow(job), job);
    line.add(waiting);
    return waiting;
  }

  @Override
  public void ended(int job, Allocation held) {
    running.remove(job);
  }

  @Override
  public void left(int job) {
    line.remove(new Waiting(run.rankNow(job), job));
  }

  @Override
  public long nextInstant() {
    return line.isEmpty() ? Long.MAX_VALUE : alarms.next();
  }

  @Override
  public boolean isEmpty() {
    return line.isEmpty();
  }

  @Override
  public void serve(boolean released) {
    boolean isAlarm = alarms.ring();
    boolean all = released || isAlarm || arrived != 1 || line.size() > depth;
    Waiting only = all ? null : lastArrived;
    isLookedAtAll = true;
    if (only != null) {
      refused.clear();
      isLookedAtAll = consider(only) != TurnOutcome.STARTED_OTHERS_ASK;
    }
    while ((all || !isLookedAtAll) && !run.isStopped()) {
      all = false;
      isLookedAtAll = true;
      walk();
    }
    arrived = 0;
  }

  private void walk() {
    refused.clear();
    Waiting next = line.isEmpty() ? null : line.first();
    int left = depth;
    while (left > 0 && next != null && !run.isStopped()) {
      switch (consider(next)) {
        case STARTED -> {}
        case STARTED_OTHERS_ASK -> {
          refused.clear();
          isLookedAtAll = false;
        }
        default -> left--;
      }
      next = line.higher(next);
    }
    run.log().walked(next != null);
  }

  /** Starts a job if it can, in the place of others if they have to give way to it. */
  private TurnOutcome consider(Waiting waiting) {
    int job = waiting.job();
    if (refused.holdFor(job)) {
      run.explanations().block(job);
      return TurnOutcome.NO_DEVICES;
    }
    Decision.Start start = run.cycle().find(job);
    if (start != null) {
      start(waiting, start);
      return TurnOutcome.STARTED;
    }
    List<Concession> concessions = victims.find(job, waiting.rank());
    if (concessions.isEmpty()) {
      refused.add(job);
      run.explanations().block(job);
      return TurnOutcome.NO_DEVICES;
    }
    run.log().tellMakesRoom(run.now(), job, () -> victims.considered(concessions));
    concessions.forEach(this::concede);
    start(waiting, require(run.cycle().find(job), job));
    return TurnOutcome.STARTED_OTHERS_ASK;
  }

  private Decision.Start require(Decision.@Nullable Start start, int job) {
    if (start == null) {
      throw new IllegalStateException("others gave way to " + jobs.id(job) + " for nothing");
    }
    return start;
  }

  private void concede(Concession concession) {
    int job = concession.job();
    Allocation kept = concession.after();
    if (kept == null) {
      running.remove(job);
      run.preempt(job);
      wait(job);
    } else {
      run.changes().shrink(job, kept);
    }
  }

  @Override
  public void start(int job, Decision.Start start) {
    start(new Waiting(run.rankNow(job), job), start);
  }

  private void start(Waiting waiting, Decision.Start start) {
    line.remove(waiting);
    lastArrived = waiting.equals(lastArrived) ? null : lastArrived;
    run.start(waiting.job(), start);
    running.add(waiting.job());
    alarms.set(waiting.job());
  }
}
