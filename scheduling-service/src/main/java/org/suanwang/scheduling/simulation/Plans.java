package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.suanwang.scheduling.calendar.LastingReservations;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.outage.NodeSpan;

/** What is planned for the nodes of a run, and which jobs may therefore not start there. */
final class Plans {
  private final Simulation run;
  private final SimulationInput input;
  private final PlannedGate.Expectation expected;
  private final NodeCalendar calendar;
  private final NodeGate gate;
  private final LastingReservations lasting;

  Plans(Simulation run) {
    this.run = run;
    input = run.input();
    lasting = new LastingReservations(input.reservations());
    expected =
        (job, tasks, group) -> run.holdings().progress().expectedSecondsToEnd(job, tasks, group);
    calendar = input.calendar();
    gate = gate(run::now);
  }

  /** The gate for a start at the time of a clock. */
  NodeGate gate(LongSupplier clock) {
    return PlannedGate.of(input, calendar, clock, expected);
  }

  /** The gate for a start now. */
  NodeGate gate() {
    return gate;
  }

  /** Whether none of these nodes is out of use now, or kept for others than a job. */
  boolean areOpenNow(int job, int[] nodes) {
    return !(gate instanceof PlannedGate planned)
        || Arrays.stream(nodes).allMatch(node -> planned.isOpenNow(job, node));
  }

  /** Whether it matters for whom a job runs, or how long, where it may start. */
  boolean isGated() {
    return !gate.isOpen();
  }

  /** The reservations that last now, by their numbers. */
  BitSet lasting() {
    return lasting.at(run.now());
  }

  /** Whether nodes are kept for the tenant of a job now. */
  boolean keepNow(int job) {
    return gate instanceof PlannedGate planned && planned.hasReservation(job, lasting());
  }

  /**
   * Whether nodes are kept now for the tenants of two jobs, and the first of them might have some
   * of these, free or not.
   */
  boolean keepForBoth(int first, int other) {
    return gate instanceof PlannedGate planned
        && planned.reservations(first, other, lasting()).stream()
            .mapToObj(calendar::nodesOf)
            .flatMap(List::stream)
            .anyMatch(span -> mightHave(first, span));
  }

  private boolean mightHave(int job, NodeSpan span) {
    int group = run.state().pool(span.first()).group();
    for (int own : run.cycle().groupsFor(job)) {
      if (input.layout().unions().covers(own, group, input.jobs().request(job))) {
        return isOpen(job, own, span);
      }
    }
    return false;
  }

  /** Nodes with the same plans are open to it, or not, together. */
  private boolean isOpen(int job, int group, NodeSpan span) {
    int node = span.first();
    while (node < span.end()) {
      if (gate.refusal(job, group, node) == null) {
        return true;
      }
      node = calendar.of(node).nodes().end();
    }
    return false;
  }

  NodeCalendar calendar() {
    return calendar;
  }
}
