package org.suanwang.scheduling.simulation;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Runs one workload on one fleet under one policy in virtual time, once. At each instant first all
 * jobs that end are released, then repairs end and outages begin, then data arrives, then jobs
 * leave that are cancelled or have not started in time, then all that arrive are queued, then the
 * queue is served; so the log is ordered by (time, sequence) and depends on nothing but the input.
 */
public final class Simulation {
  /** Part of every hash: two logs are comparable only under the same rules. */
  public static final String RULES_VERSION = "suanwang-simulation-8";

  private final SimulationInput input;
  private final JobTable jobs;
  private final RunLog log;
  private final ClusterState state;
  private final Plans plans;
  private final SchedulingCycle cycle;
  private final Admission admission;
  private final Explanations explanations;
  private final QueueService queue;
  private final @Nullable Outages outages;
  private final Departures departures;
  private final Holdings holdings;
  private final Elastic elastic;
  private final KeptNodes kept;
  private final Staging staging;
  private final Arrivals arrivals;
  private final Partners partners;
  private final Changes changes = new Changes(this);
  private boolean released;
  private long now;

  public Simulation(SimulationInput input, EventSink sink) {
    this.input = input;
    this.jobs = input.jobs();
    this.log = new RunLog(sink, input.limits().eventsMax());
    this.state = new ClusterState(input.layout());
    this.admission = input.admission();
    this.plans = new Plans(this);
    this.staging = new Staging(this);
    this.cycle = cycleOn(state, input.policy(), plans.gate(this::now));
    this.holdings = new Holdings(input, input.rates());
    this.explanations = new Explanations(this);
    this.partners = new Partners(this);
    this.queue = QueueService.of(this);
    this.outages = Outages.of(this);
    this.departures = new Departures(this);
    this.elastic = new Elastic(this);
    this.kept = new KeptNodes(this);
    this.arrivals = new Arrivals(this, admission, departures, staging);
  }

  /**
   * Runs to the end, to the horizon, or until the observer says no.
   *
   * @throws LimitExceededException when there are more events and outages than the limits allow
   */
  public RunEnd run(RunObserver observer) {
    log.observedBy(observer);
    long instant = nextInstant();
    while (!log.isStopped() && instant <= input.limits().horizonSeconds()) {
      now = instant;
      releaseEnded();
      if (outages != null && !log.isStopped() && outages.pass()) {
        released = true; // as interrupting has set it, perhaps: nothing may be read before
      }
      released |= staging.pass();
      departures.pass();
      arrivals.pass();
      if (!log.isStopped()) {
        serve();
      }
      instant = nextInstant();
    }
    return log.end(state);
  }

  private void serve() {
    elastic.released(released);
    kept.serve(released);
    queue.serve(released);
    kept.serveBehindHead();
    staging.serve();
    released = false;
    elastic.grow();
  }

  /** Long.MAX_VALUE when nothing is to come. */
  private long nextInstant() {
    long job = Math.min(arrivals.nextSeconds(), holdings.ends().nextSeconds());
    job = Math.min(Math.min(job, queue.nextInstant()), departures.nextSeconds());
    long down = outages == null ? Long.MAX_VALUE : outages.nextInstant();
    return isOver() ? job : Math.min(job, Math.min(down, staging.nextSeconds()));
  }

  /** After the last job outages and data matter only up to a horizon that was asked for. */
  private boolean isOver() {
    return log.jobsDone() == jobs.size()
        && input.limits().horizonSeconds() == SimulationLimits.WIDEST.horizonSeconds();
  }

  private void releaseEnded() {
    while (!log.isStopped() && holdings.ends().nextSeconds() == now) {
      int job = holdings.ends().removeNext();
      end(job, departures.kindOfEnd(job));
    }
  }

  /** A job that ran comes to its end: nothing of what it held is lost but restoring. */
  private void end(int job, EventKind kind) {
    Allocation allocation = giveBack(job);
    queue.ended(job, allocation);
    released = true;
    countDone(job);
    log.tell(kind, now, job, allocation, holdings.progress().resumeSeconds(job));
    partners.left(job);
  }

  private void countDone(int job) {
    log.jobDone();
    departures.over(job);
  }

  /** A job that has not come to its end leaves. */
  void leave(int job) {
    if (holdings.runs(job)) {
      end(job, EventKind.CANCELLED);
      return;
    }
    if (!arrivals.left(job)) {
      if (!staging.gone(job)) {
        queue.left(job);
      }
      kept.gone(job);
      elastic.gone(job);
      released = true;
    }
    countDone(job);
    boolean isCancelled = jobs.cancelSeconds(job) == now;
    log.tell(isCancelled ? EventKind.WITHDRAWN : EventKind.TIMED_OUT, now, job);
  }

  /** Takes from a job what it holds. */
  Allocation giveBack(int job) {
    Allocation allocation = holdings.drop(job);
    state.release(allocation, jobs.request(job));
    noLongerHeld(job, allocation);
    return allocation;
  }

  /** Tells them that it holds this no longer. */
  void noLongerHeld(int job, Allocation allocation) {
    elastic.ended(job);
    if (outages != null) {
      outages.ended(job, allocation);
    }
  }

  SimulationInput input() {
    return input;
  }

  SchedulingCycle cycle() {
    return cycle;
  }

  /**
   * Whether a gang fits on another state of the same fleet at another time; where it goes there is
   * all one.
   */
  SchedulingCycle cycleOn(ClusterState other, LongSupplier clock) {
    return cycleOn(other, input.policy().anywhere(), plans.gate(clock));
  }

  private SchedulingCycle cycleOn(ClusterState on, SchedulingPolicy policy, NodeGate gate) {
    return new SchedulingCycle(on, jobs, policy, admission, gate, staging.sites(), input.seed());
  }

  Plans plans() {
    return plans;
  }

  QueueService queue() {
    return queue;
  }

  long now() {
    return now;
  }

  boolean isStopped() {
    return log.isStoppedNow(now);
  }

  long rank(int job) {
    return input.policy().order().rank(jobs, job);
  }

  /** How long the job will run on the devices of this group by its estimate. */
  long expectedSeconds(int job, int group) {
    return holdings.progress().expectedSecondsToEnd(job, group);
  }

  ClusterState state() {
    return state;
  }

  Holdings holdings() {
    return holdings;
  }

  /** Whose turn it is by what has been done of the job so far; the smaller, the earlier. */
  long rankNow(int job) {
    return holdings.rank(job, now);
  }

  /** Starts a job where it was decided. */
  Allocation start(int job, Decision.Start start) {
    Allocation allocation = cycle.carryOut(job, start);
    start(job, allocation, 1);
    return allocation;
  }

  /** Starts a job on what has been taken for it, at such a part of its speed. */
  void start(int job, Allocation allocation, double speed) {
    departures.started(job);
    staging.gone(job);
    kept.gone(job);
    holdings.start(job, allocation, speed, now);
    held(job, allocation);
    log.tell(EventKind.STARTED, now, job, allocation, 0);
  }

  /** Tells those who look after what may change that a job holds this now. */
  void held(int job, Allocation allocation) {
    elastic.started(job, allocation);
    if (outages != null) {
      outages.started(job, allocation);
    }
  }

  /** Makes a running job give way; it is for the service to let it wait again. */
  void preempt(int job) {
    changes.stop(job, EventKind.PREEMPTED);
    waits(job);
  }

  /** Something that a running job holds goes down: it waits again, unless it gives up. */
  void interrupt(int job, EventKind kind) {
    boolean givesUp = kind == EventKind.GAVE_UP;
    if (givesUp) {
      countDone(job);
    }
    queue.ended(job, changes.stop(job, kind));
    released = true;
    if (!givesUp) {
      arrive(job);
    }
  }

  /** A job joins the queue, for the first time or again. */
  void arrive(int job) {
    queue.arrived(job);
    waits(job);
  }

  private void waits(int job) {
    kept.arrived(job);
    elastic.waits(job);
    staging.waits(job);
  }

  Changes changes() {
    return changes;
  }

  Partners partners() {
    return partners;
  }

  Explanations explanations() {
    return explanations;
  }

  RunLog log() {
    return log;
  }
}
