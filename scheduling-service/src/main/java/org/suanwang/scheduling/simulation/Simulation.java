package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Runs one workload on one fleet under one policy in virtual time, once. At each instant first all
 * jobs that end are released, then repairs end and outages begin, then jobs leave that are
 * cancelled or have not started in time, then all jobs that arrive are queued, then the queue is
 * served; so the log is ordered by (time, sequence) and depends on nothing but the input.
 */
public final class Simulation {
  /** Part of every hash: two logs are comparable only under the same rules. */
  public static final String RULES_VERSION = "suanwang-simulation-2";

  private final SimulationInput input;
  private final JobTable jobs;
  private final RunLog log;
  private final ClusterState state;
  private final SchedulingCycle cycle;
  private final Admission admission;
  private final Progress progress;
  private final Explanations explanations;
  private final QueueService queue;
  private final @Nullable Outages outages;
  private final Departures departures;
  private final JobEnds ends;
  private final @Nullable Allocation[] held;
  private int nextArrival;
  private boolean released;
  private long now;

  public Simulation(SimulationInput input, EventSink sink) {
    this.input = input;
    this.jobs = input.jobs();
    this.log = new RunLog(sink, input.limits().eventsMax());
    this.state = new ClusterState(input.layout());
    this.admission = input.admission();
    this.cycle = new SchedulingCycle(state, jobs, input.policy(), admission);
    this.progress = new Progress(input, new DeviceRates(input.layout().fleet()));
    this.held = new Allocation[jobs.size()];
    this.ends = new JobEnds(jobs.size());
    this.explanations = new Explanations(this);
    this.queue = QueueService.of(this);
    this.outages = Outages.of(this);
    this.departures = new Departures(jobs);
  }

  /**
   * Runs to the end, to the horizon, or until the observer says no.
   *
   * @throws LimitExceededException when there are more events, outages among them, than the limits
   *     allow
   */
  public RunEnd run(RunObserver observer) {
    log.observedBy(observer);
    long instant = nextInstant();
    while (!log.isStopped() && instant <= input.limits().horizonSeconds()) {
      now = instant;
      releaseEnded();
      if (outages != null && !log.isStopped()) {
        released |= outages.pass();
      }
      letGo();
      queueArrived();
      if (!log.isStopped()) {
        queue.serve(released);
        released = false;
      }
      instant = nextInstant();
    }
    return new RunEnd(!log.isStopped(), log.lastSeconds(), log.events(), state);
  }

  /** Long.MAX_VALUE when nothing is to come. */
  private long nextInstant() {
    long arrival = nextArrival < jobs.size() ? jobs.submitSeconds(nextArrival) : Long.MAX_VALUE;
    long job = Math.min(Math.min(arrival, ends.nextSeconds()), queue.nextInstant());
    job = Math.min(job, departures.nextSeconds());
    return outages == null || isOver() ? job : Math.min(job, outages.nextInstant());
  }

  /** What goes down after the last job matters only up to a horizon that was asked for. */
  private boolean isOver() {
    return log.jobsDone() == jobs.size()
        && input.limits().horizonSeconds() == SimulationLimits.WIDEST.horizonSeconds();
  }

  private void releaseEnded() {
    while (!log.isStopped() && ends.nextSeconds() == now) {
      int job = ends.removeNext();
      end(job, kindOfEnd(job));
    }
  }

  private EventKind kindOfEnd(int job) {
    if (input.estimateRule().kills(jobs, job)) {
      return EventKind.KILLED;
    }
    return switch (jobs.ending(job)) {
      case COMPLETES -> EventKind.FINISHED;
      case FAILS -> EventKind.CRASHED;
      case STOPPED -> EventKind.STOPPED;
    };
  }

  /** A job that ran comes to its end: nothing of what it held is lost but restoring. */
  private void end(int job, EventKind kind) {
    Allocation allocation = giveBack(job);
    queue.ended(job, allocation);
    released = true;
    countDone(job);
    log.tell(kind, now, job, allocation, progress.resumeSeconds(job));
  }

  private void countDone(int job) {
    log.jobDone();
    departures.over(job);
  }

  /** Jobs leave that have not started in time, or that their users cancel. */
  private void letGo() {
    int job = log.isStopped() ? Departures.NOBODY : departures.next(now);
    while (job != Departures.NOBODY) {
      boolean isCancelled = jobs.cancelSeconds(job) == now;
      if (held[job] != null) {
        end(job, EventKind.CANCELLED);
      } else {
        queue.left(job);
        released = true;
        countDone(job);
        log.tell(isCancelled ? EventKind.WITHDRAWN : EventKind.TIMED_OUT, now, job);
      }
      job = log.isStopped() ? Departures.NOBODY : departures.next(now);
    }
  }

  private Allocation giveBack(int job) {
    Allocation allocation = holding(job);
    held[job] = null;
    ends.forget(job);
    state.release(allocation, jobs.request(job));
    if (outages != null) {
      outages.ended(job, allocation);
    }
    return allocation;
  }

  private void queueArrived() {
    while (!log.isStopped()
        && nextArrival < jobs.size()
        && jobs.submitSeconds(nextArrival) == now) {
      queue(nextArrival++);
    }
  }

  private void queue(int job) {
    log.tell(EventKind.SUBMITTED, now, job);
    Decision.Wait obstacle = admission.findObstacle(job).orElse(null);
    if (obstacle == null) {
      queue.arrived(job);
      departures.queued(job);
    } else {
      log.jobDone();
      log.tell(EventKind.REJECTED, now, job, obstacle);
    }
  }

  SimulationInput input() {
    return input;
  }

  SchedulingCycle cycle() {
    return cycle;
  }

  /** Whether a gang fits on another state of the same fleet; where it goes there is all one. */
  SchedulingCycle cycleOn(ClusterState other) {
    return new SchedulingCycle(other, jobs, input.policy().anywhere(), admission);
  }

  long now() {
    return now;
  }

  boolean isStopped() {
    return log.isStopped();
  }

  long rank(int job) {
    return input.policy().order().rank(jobs, job);
  }

  /** The ranks of all jobs. */
  long[] ranks() {
    return input.policy().order().ranks(jobs);
  }

  /** How long the job will run on the devices of this group by its estimate. */
  long expectedSeconds(int job, int group) {
    return progress.expectedSecondsToEnd(job, deviceType(group));
  }

  private @Nullable String deviceType(int group) {
    return input.layout().groups().get(group).deviceType();
  }

  Progress progress() {
    return progress;
  }

  ClusterState state() {
    return state;
  }

  /** What a running job holds. */
  Allocation holding(int job) {
    Allocation allocation = held[job];
    if (allocation == null) {
      throw new IllegalStateException("job " + jobs.id(job) + " does not run");
    }
    return allocation;
  }

  /** Whose turn it is by what has been done of the job so far; the smaller, the earlier. */
  long rankNow(int job) {
    Allocation allocation = held[job];
    if (allocation == null) {
      return input
          .policy()
          .order()
          .rank(jobs, job, progress.heldSeconds(job), progress.doneWork(job));
    }
    long done = progress.doneWork(job, deviceType(allocation.group()), now);
    return input.policy().order().rank(jobs, job, progress.heldSeconds(job, now), done);
  }

  /** What a job would hold if it started where it was decided: the very devices. */
  Allocation foresee(int job, Decision.Start start) {
    Allocation allocation = cycle.carryOut(job, start);
    state.release(allocation, jobs.request(job));
    return allocation;
  }

  /** Starts a job where it was decided. */
  Allocation start(int job, Decision.Start start) {
    Allocation allocation = cycle.carryOut(job, start);
    held[job] = allocation;
    progress.started(job, now);
    ends.add(job, now + progress.secondsToEnd(job, deviceType(start.group())));
    departures.started(job);
    if (outages != null) {
      outages.started(job, allocation);
    }
    log.tell(EventKind.STARTED, now, job, allocation, 0);
    return allocation;
  }

  /** Makes a running job give way; it is for the service to let it wait again. */
  void preempt(int job) {
    stop(job, EventKind.PREEMPTED);
  }

  private Allocation stop(int job, EventKind kind) {
    Allocation allocation = giveBack(job);
    String type = deviceType(allocation.group());
    boolean isSaved = kind == EventKind.PREEMPTED;
    long lost = isSaved ? progress.interrupted(job, type, now) : progress.failed(job, type, now);
    log.tell(kind, now, job, allocation, lost);
    return allocation;
  }

  /** Something that a running job holds goes down: it waits again, unless it gives up. */
  void interrupt(int job, EventKind kind) {
    boolean givesUp = kind == EventKind.GAVE_UP;
    if (givesUp) {
      countDone(job);
    }
    queue.ended(job, stop(job, kind));
    released = true;
    if (!givesUp) {
      queue.arrived(job);
    }
  }

  Explanations explanations() {
    return explanations;
  }

  RunLog log() {
    return log;
  }
}
