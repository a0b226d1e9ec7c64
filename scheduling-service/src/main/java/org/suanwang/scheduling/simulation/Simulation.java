package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Runs one workload on one fleet under one policy in virtual time, once. At each instant first all
 * jobs that end are released, then repairs end and outages begin, then all jobs that arrive are
 * queued, then the queue is served; so the log is ordered by (time, sequence) and depends on
 * nothing but the input.
 */
public final class Simulation {
  /** Part of every hash: two logs are comparable only under the same rules. */
  public static final String RULES_VERSION = "suanwang-simulation-2";

  private final SimulationInput input;
  private final JobTable jobs;
  private final EventSink sink;
  private final ClusterState state;
  private final SchedulingCycle cycle;
  private final Admission admission;
  private final Progress progress;
  private final Explanations explanations;
  private final QueueService queue;
  private final @Nullable Outages outages;
  private final LongHeap ends = new LongHeap();
  private final long[] endOf;
  private final @Nullable Allocation[] held;
  private final Event event = new Event();
  private int nextArrival;
  private int jobsDone;
  private boolean released;
  private boolean stopped;
  private RunObserver observer = RunObserver.NONE;
  private long now;
  private long lastEvent;

  public Simulation(SimulationInput input, EventSink sink) {
    this.input = input;
    this.jobs = input.jobs();
    this.sink = sink;
    this.state = new ClusterState(input.layout());
    this.admission = input.admission();
    this.cycle = new SchedulingCycle(state, jobs, input.policy(), admission);
    this.progress = new Progress(input, new DeviceRates(input.layout().fleet()));
    this.held = new Allocation[jobs.size()];
    this.endOf = new long[jobs.size()];
    this.explanations = new Explanations(this);
    this.queue = QueueService.of(this);
    this.outages = Outages.of(this);
  }

  /**
   * Runs to the end, to the horizon, or until the observer says no.
   *
   * @throws LimitExceededException when there are more events, outages among them, than the limits
   *     allow
   */
  public RunEnd run(RunObserver observer) {
    this.observer = observer;
    long instant = nextInstant();
    while (!stopped && instant <= input.limits().horizonSeconds()) {
      now = instant;
      releaseEnded();
      if (outages != null && !stopped) {
        released |= outages.pass();
      }
      queueArrived();
      if (!stopped) {
        queue.serve(released);
        released = false;
      }
      instant = nextInstant();
    }
    return new RunEnd(!stopped, lastEvent, event.sequence() + 1, state);
  }

  /** Long.MAX_VALUE when nothing is to come. */
  private long nextInstant() {
    long arrival = nextArrival < jobs.size() ? jobs.submitSeconds(nextArrival) : Long.MAX_VALUE;
    forgetEndsThatWillNotCome();
    long job = Math.min(Math.min(arrival, ends.minKey()), queue.nextInstant());
    return outages == null || isOver() ? job : Math.min(job, outages.nextInstant());
  }

  /** What goes down after the last job matters only up to a horizon that was asked for. */
  private boolean isOver() {
    return jobsDone == jobs.size()
        && input.limits().horizonSeconds() == SimulationLimits.WIDEST.horizonSeconds();
  }

  /** A job that gave way ends later than was foreseen at its start. */
  private void forgetEndsThatWillNotCome() {
    while (!ends.isEmpty() && (held[ends.peek()] == null || endOf[ends.peek()] != ends.minKey())) {
      ends.poll();
    }
  }

  private void releaseEnded() {
    while (!stopped && ends.minKey() == now) {
      int job = ends.poll();
      Allocation allocation = giveBack(job);
      queue.ended(job, allocation);
      released = true;
      jobsDone++;
      boolean isKilled = input.estimateRule().kills(jobs, job);
      EventKind kind = isKilled ? EventKind.KILLED : EventKind.FINISHED;
      emit(event.next(kind, now, job).with(allocation).losing(progress.resumeSeconds(job)));
      forgetEndsThatWillNotCome();
    }
  }

  private Allocation giveBack(int job) {
    Allocation allocation = holding(job);
    held[job] = null;
    state.release(allocation, jobs.request(job));
    if (outages != null) {
      outages.ended(job, allocation);
    }
    return allocation;
  }

  private void queueArrived() {
    while (!stopped && nextArrival < jobs.size() && jobs.submitSeconds(nextArrival) == now) {
      queue(nextArrival++);
    }
  }

  private void queue(int job) {
    emit(event.next(EventKind.SUBMITTED, now, job));
    Decision.Wait obstacle = admission.findObstacle(job).orElse(null);
    if (obstacle == null) {
      queue.arrived(job);
    } else {
      jobsDone++;
      emit(event.next(EventKind.REJECTED, now, job).with(obstacle));
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
    return stopped;
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
    endOf[job] = now + progress.secondsToEnd(job, deviceType(start.group()));
    ends.add(endOf[job], job);
    if (outages != null) {
      outages.started(job, allocation);
    }
    emit(event.next(EventKind.STARTED, now, job).with(allocation));
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
    emit(event.next(kind, now, job).with(allocation).losing(lost));
    return allocation;
  }

  /** Something that a running job holds goes down: it waits again, unless it gives up. */
  void interrupt(int job, EventKind kind) {
    boolean givesUp = kind == EventKind.GAVE_UP;
    jobsDone += givesUp ? 1 : 0;
    queue.ended(job, stop(job, kind));
    released = true;
    if (!givesUp) {
      queue.arrived(job);
    }
  }

  Explanations explanations() {
    return explanations;
  }

  void tellBlocked(int job, Decision.Wait wait) {
    emit(event.next(EventKind.BLOCKED, now, job).with(wait));
  }

  /** Something goes out of use or comes back. */
  void tell(Withdrawal withdrawal) {
    lastEvent = now;
    sink.change(withdrawal);
  }

  /** An outage has come up: it counts like an event. */
  void outageDrawn() {
    checkLimit();
    stopped |= !observer.proceed(now, event.sequence() + 1, jobsDone);
  }

  private void emit(Event next) {
    checkLimit();
    lastEvent = now;
    sink.accept(next);
    stopped |= !observer.proceed(now, next.sequence() + 1, jobsDone);
  }

  private void checkLimit() {
    long drawn = outages == null ? 0 : outages.drawn();
    if (event.sequence() + drawn >= input.limits().eventsMax()) {
      throw LimitExceededException.of(input.limits().eventsMax(), now, drawn);
    }
  }
}
