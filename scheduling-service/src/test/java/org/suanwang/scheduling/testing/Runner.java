package org.suanwang.scheduling.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.DataTransfer;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventLogHash;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Runs a simulation to its end and keeps everything of it. */
public final class Runner {
  public final SimulationInput input;
  public final JobOutcomes outcomes;
  public final RunEnd end;
  public final String hash;
  private final StringBuilder log = new StringBuilder();

  private Runner(SimulationInput input, boolean keepsLog, EventSink extra) {
    this.input = input;
    this.outcomes = new JobOutcomes(input.layout(), input.jobs());
    EventLogHash hashing = new EventLogHash();
    List<EventSink> sinks =
        keepsLog ? List.of(hashing, outcomes, new Writing(), extra) : List.of(hashing, outcomes);
    this.end = new Simulation(input, EventSink.all(sinks)).run(RunObserver.NONE);
    this.hash = hashing.toHex();
  }

  public static Runner run(Fleet fleet, JobTable jobs, String policy) {
    return run(fleet, jobs, policy, SimulationLimits.WIDEST, event -> {});
  }

  public static Runner run(
      Fleet fleet, JobTable jobs, String policy, SimulationLimits limits, EventSink extra) {
    return new Runner(input(fleet, jobs, policy, limits), true, extra);
  }

  /** A run in which jobs are killed, or not, when they have run as long as their estimate says. */
  public static Runner run(Fleet fleet, JobTable jobs, String policy, EstimateRule rule) {
    SimulationInput input = input(fleet, jobs, policy, SimulationLimits.WIDEST);
    return new Runner(
        new SimulationInput(input.layout(), jobs, input.policy(), input.limits(), rule),
        true,
        event -> {});
  }

  /** Any input, with nothing kept but hash and outcomes. */
  public static Runner run(SimulationInput input) {
    return new Runner(input, false, event -> {});
  }

  /** Any input, with the log kept, and another sink that is told of every event. */
  public static Runner run(SimulationInput input, EventSink extra) {
    return new Runner(input, true, extra);
  }

  /** Hash and outcomes only, as the service runs it. */
  public static Runner runWithoutLog(Fleet fleet, JobTable jobs, String policy) {
    SimulationInput input = input(fleet, jobs, policy, SimulationLimits.WIDEST);
    return new Runner(input, false, event -> {});
  }

  private static SimulationInput input(
      Fleet fleet, JobTable jobs, String policy, SimulationLimits limits) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        limits,
        EstimateRule.RUN_ON);
  }

  private final class Writing implements EventSink {
    @Override
    public void accept(Event event) {
      write(event);
    }

    @Override
    public void transfer(DataTransfer one) {
      var hubs = input.layout().fleet().hubs();
      log.append(one.timeSeconds()).append(one.isArrival() ? " ARRIVED " : " SENT ");
      log.append(one.megabytes() / 1000).append(" GB from ").append(hubs.get(one.fromHub()).id());
      log.append(" to ").append(hubs.get(one.toHub()).id());
      log.append(" for ").append(input.jobs().id(one.job())).append('\n');
    }
  }

  private void write(Event event) {
    log.append(event.timeSeconds()).append(' ').append(event.kind()).append(' ');
    log.append(input.jobs().id(event.job()));
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> {
        Allocation held = event.allocation();
        var group = input.layout().group(held.group());
        log.append(" on ").append(input.layout().hub(group).id());
        log.append('/').append(input.layout().unions().typesOf(held));
        log.append(" nodes ").append(Arrays.toString(held.nodes()));
        log.append(" devices ").append(Arrays.toString(held.devices()));
        if (held.milliOnDevice() < TaskRequest.MILLI
            && !input.jobs().request(event.job()).isFractional()) {
          log.append(" shared");
        }
      }
      case BLOCKED, REJECTED ->
          log.append(' ')
              .append(event.reason().reason())
              .append(" short of ")
              .append(event.reason().shortTasks());
      case PREEMPTED, FAILED, GAVE_UP -> log.append(" losing ").append(event.lostSeconds());
      case SUBMITTED, FINISHED, KILLED -> {}
      case CRASHED, STOPPED, CANCELLED, WITHDRAWN, TIMED_OUT -> {}
    }
    log.append('\n');
  }

  /** The event log as text, one event a line. */
  public String log() {
    return log.toString();
  }

  /** When a job started; −1 when it did not. */
  public long start(String id) {
    return outcomes.startSeconds(row(id));
  }

  /** Of a window, at full efficiency and as if second 0 were the beginning of 1970. */
  public TimeSeries series(long windowSeconds) {
    return TimeSeries.of(outcomes, windowSeconds, 1, Instant.EPOCH);
  }

  /** The share of the device time of a window that was held for work. */
  public double allocationForWork(long windowSeconds) {
    return new BoundFinder(input, Checkpoint.NONE)
        .allocationForWork(
            windowSeconds,
            job -> outcomes.heldMilliDeviceSeconds(job, windowSeconds),
            outcomes.lostMilliDeviceSeconds());
  }

  public boolean isUnfinished(int job) {
    return outcomes.state(job).isUnfinished();
  }

  public int jobsUnfinished() {
    return (int) IntStream.range(0, input.jobs().size()).filter(this::isUnfinished).count();
  }

  public int row(String id) {
    for (int job = 0; job < input.jobs().size(); job++) {
      if (input.jobs().id(job).equals(id)) {
        return job;
      }
    }
    throw new AssertionError("no job " + id);
  }
}
