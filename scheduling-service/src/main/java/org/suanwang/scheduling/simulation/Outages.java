package org.suanwang.scheduling.simulation;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.outage.DownUnits;
import org.suanwang.scheduling.outage.Outage;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.OutageSchedule;

/**
 * Takes out of use what goes down in a run, after interrupting who runs on it, and brings it back;
 * and lets others give way where nodes are kept for a tenant. What is up and down depends on no
 * policy. At one instant first all repairs end, then all outages begin, in the order of their
 * schedule.
 */
final class Outages {
  private final Simulation run;
  private final OutageSchedule schedule;
  private final Drains drains;
  private final Reservations reservations;
  private final DownUnits down;
  private final JobsOnNodes jobsOnNodes;
  private final int[] failures;
  private final int retriesMax;
  private final PriorityQueue<Ongoing> ongoing =
      new PriorityQueue<>(
          Comparator.comparingLong(Ongoing::endSeconds).thenComparingLong(Ongoing::number));
  private long drawn;

  /** An outage that has begun; the number is that of its beginning. */
  private record Ongoing(Outage outage, long number) {
    long endSeconds() {
      return outage.toSeconds();
    }
  }

  private Outages(Simulation run, OutageRule rule) {
    this.run = run;
    SimulationInput input = run.input();
    schedule = new OutageSchedule(input.layout(), rule, input.seed());
    drains = new Drains(run);
    down = new DownUnits(run.state());
    jobsOnNodes = new JobsOnNodes(input.layout().nodes());
    reservations = new Reservations(run, jobsOnNodes);
    failures = new int[input.jobs().size()];
    retriesMax = Objects.requireNonNullElse(rule.retriesMax(), Integer.MAX_VALUE);
  }

  /** Null when nothing can go down, and no node is kept for anybody. */
  static @Nullable Outages of(Simulation run) {
    OutageRule rule = run.input().outages();
    boolean isNeeded = !rule.happensNever() || !run.input().reservations().keepsNothing();
    return isNeeded ? new Outages(run, rule) : null;
  }

  /** When the next outage or reservation begins or ends; Long.MAX_VALUE when none does. */
  long nextInstant() {
    Ongoing first = ongoing.peek();
    long repair = first == null ? Long.MAX_VALUE : first.endSeconds();
    long planned = Math.min(drains.nextSeconds(), reservations.nextSeconds());
    return Math.min(Math.min(repair, planned), schedule.nextSeconds());
  }

  void started(int job, Allocation held) {
    jobsOnNodes.add(job, held.nodes());
  }

  void ended(int job, Allocation held) {
    jobsOnNodes.remove(job, held.nodes());
  }

  /** Does what is due at this instant; returns whether anything came back, or is for others now. */
  boolean pass() {
    boolean cameBack = drains.pass();
    cameBack |= reservations.pass();
    Ongoing first = ongoing.peek();
    while (first != null && first.endSeconds() <= run.now()) {
      ongoing.remove();
      down.end(first.outage(), this::restore);
      cameBack = true;
      first = ongoing.peek();
    }
    while (schedule.nextSeconds() <= run.now() && !run.isStopped()) {
      begin(schedule.next());
    }
    return cameBack;
  }

  private void restore(int node, int[] devices, boolean wholeNode) {
    run.state().setInUse(node, devices, wholeNode, true);
    Withdrawal withdrawal = new Withdrawal(run.now(), node, devices, wholeNode, true);
    run.queue().cameBack(withdrawal);
    run.log().tell(withdrawal);
  }

  private void begin(Outage outage) {
    drawn++;
    run.log().outageDrawn(run.now(), drawn);
    if (down.happens(outage)) {
      ongoing.add(new Ongoing(outage, drawn));
      down.begin(
          outage, (node, devices, whole) -> withdraw(outage, node, devices, whole), this::extend);
    }
  }

  private void withdraw(Outage outage, int node, int[] devices, boolean wholeNode) {
    for (int job : jobsOnNodes.on(node)) {
      if (wholeNode || holds(job, outage.unit())) {
        run.interrupt(job, kind(job, outage));
      }
    }
    run.state().setInUse(node, devices, wholeNode, false);
    Withdrawal withdrawal = new Withdrawal(run.now(), node, devices, wholeNode, false);
    run.queue().wentOut(withdrawal, outage.toSeconds());
    run.log().tell(withdrawal);
  }

  private void extend(int node, int[] devices, boolean wholeNode, long until, long back) {
    Withdrawal withdrawal = new Withdrawal(run.now(), node, devices, wholeNode, false);
    run.queue().staysOut(withdrawal, until, back);
  }

  private boolean holds(int job, int device) {
    for (int held : run.holdings().of(job).devices()) {
      if (held == device) {
        return true;
      }
    }
    return false;
  }

  private EventKind kind(int job, Outage outage) {
    if (outage.isPlanned()) {
      return EventKind.PREEMPTED;
    }
    return failures[job]++ < retriesMax ? EventKind.FAILED : EventKind.GAVE_UP;
  }
}
