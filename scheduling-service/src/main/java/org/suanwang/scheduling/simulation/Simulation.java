package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.queue.PendingQueue;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Runs one workload on one fleet under one policy in virtual time, once. At each instant first all
 * jobs that end are released, then all that arrive are queued, then the queue is served; so the log
 * is ordered by (time, sequence) and depends on nothing but the input.
 */
public final class Simulation {
  /** Part of every hash: two logs are comparable only under the same rules. */
  public static final String RULES_VERSION = "suanwang-simulation-2";

  private static final int NOBODY = -1;

  private final SimulationInput input;
  private final JobTable jobs;
  private final EventSink sink;
  private final ClusterState state;
  private final SchedulingCycle cycle;
  private final Admission admission;
  private final DeviceRates rates;
  private final PendingQueue pending = new PendingQueue();
  private final LongHeap ends = new LongHeap();
  private final @Nullable Allocation[] held;
  private final Event event = new Event();
  private int nextArrival;
  private int jobsDone;
  private int blockedHead = NOBODY;
  private boolean released;
  private boolean stopped;
  private RunObserver observer = RunObserver.NONE;
  private long now;

  public Simulation(SimulationInput input, EventSink sink) {
    this.input = input;
    this.jobs = input.jobs();
    this.sink = sink;
    this.state = new ClusterState(input.layout());
    this.admission = new Admission(input.layout(), jobs);
    this.cycle = new SchedulingCycle(state, jobs, input.policy(), admission);
    this.rates = new DeviceRates(input.layout().fleet());
    this.held = new Allocation[jobs.size()];
  }

  /**
   * Runs to the end, to the horizon, or until the observer says no.
   *
   * @throws LimitExceededException when there are more events than the limits allow
   */
  public RunEnd run(RunObserver observer) {
    this.observer = observer;
    long instant = nextInstant();
    while (!stopped && instant <= input.limits().horizonSeconds()) {
      now = instant;
      releaseEnded();
      queueArrived();
      serveQueue();
      instant = nextInstant();
    }
    return new RunEnd(!stopped, now, event.sequence() + 1, state);
  }

  /** Long.MAX_VALUE when nothing is to come. */
  private long nextInstant() {
    long arrival = nextArrival < jobs.size() ? jobs.submitSeconds(nextArrival) : Long.MAX_VALUE;
    return Math.min(arrival, ends.minKey());
  }

  private void releaseEnded() {
    while (!stopped && ends.minKey() == now) {
      int job = ends.poll();
      Allocation allocation = held[job];
      if (allocation == null) {
        throw new IllegalStateException("job " + jobs.id(job) + " ends but holds nothing");
      }
      held[job] = null;
      state.release(allocation, jobs.request(job));
      released = true;
      jobsDone++;
      emit(event.next(EventKind.FINISHED, now, job).with(allocation));
    }
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
      pending.add(job, input.policy().order().rank(jobs, job));
    } else {
      jobsDone++;
      emit(event.next(EventKind.REJECTED, now, job).with(obstacle));
    }
  }

  private void serveQueue() {
    boolean headStarted = true;
    while (!stopped && headStarted && !pending.isEmpty()) {
      int head = pending.head();
      headStarted = (head != blockedHead || released) && tryStart(head);
    }
    released = false;
  }

  private boolean tryStart(int head) {
    return switch (cycle.decide(head)) {
      case Decision.Start start -> {
        pending.removeHead();
        start(head, start);
        yield true;
      }
      case Decision.Wait wait -> {
        if (head != blockedHead) {
          blockedHead = head;
          emit(event.next(EventKind.BLOCKED, now, head).with(wait));
        }
        yield false;
      }
    };
  }

  private void start(int job, Decision.Start start) {
    var request = jobs.request(job);
    Allocation allocation = cycle.carryOut(job, start);
    held[job] = allocation;
    String deviceType = input.layout().groups().get(start.group()).deviceType();
    ends.add(now + rates.runSeconds(jobs.workSeconds(job), request, deviceType), job);
    emit(event.next(EventKind.STARTED, now, job).with(allocation));
  }

  private void emit(Event next) {
    if (next.sequence() >= input.limits().eventsMax()) {
      throw new LimitExceededException(
          "more than " + input.limits().eventsMax() + " events at second " + now);
    }
    sink.accept(next);
    stopped = !observer.proceed(now, next.sequence() + 1, jobsDone);
  }
}
