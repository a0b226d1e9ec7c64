package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.function.LongSupplier;
import org.suanwang.scheduling.calendar.LastingReservations;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.cycle.NodeGate;

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
    expected = run::expectedSeconds;
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

  NodeCalendar calendar() {
    return calendar;
  }
}
