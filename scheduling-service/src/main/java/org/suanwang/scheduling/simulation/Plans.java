package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.LastingReservations;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.workload.TopologyLevel;

/** What is planned for the nodes of a run, and which jobs may therefore not start there. */
final class Plans {
  private final Simulation run;
  private final SimulationInput input;
  private final PlannedGate.Expectation expected;
  private final NodeCalendar calendar;
  private final NodeGate gate;
  private final LastingReservations lasting;
  private final @Nullable KeptPlaces kept;

  Plans(Simulation run) {
    this.run = run;
    input = run.input();
    lasting = new LastingReservations(input.reservations());
    expected =
        (job, tasks, group) -> run.holdings().progress().expectedSecondsToEnd(job, tasks, group);
    calendar = input.calendar();
    gate = PlannedGate.of(input, calendar, run::now, expected);
    kept = keepsPlaces() ? new KeptPlaces(input.jobs(), run.state()) : null;
  }

  /** Whether it matters to reservations on which nodes they lie. */
  private boolean keepsPlaces() {
    return input.policy().discipline() == QueueDiscipline.CONSERVATIVE
        && (arePlansForSome() || !areCountsEnough());
  }

  /** Whether something is planned for some nodes of a group and not for others. */
  private boolean arePlansForSome() {
    return input.layout().pools().stream()
        .map(FleetLayout.PoolSpan::group)
        .distinct()
        .anyMatch(
            group ->
                calendar.segments().stream()
                        .filter(s -> run.state().pool(s.nodes().first()).group() == group)
                        .count()
                    > 1);
  }

  /** Whether any devices of a group will do for any task, so that counts tell whether they fit. */
  private boolean areCountsEnough() {
    boolean isHostFree =
        input.layout().pools().stream()
            .allMatch(p -> p.pool().cpuMilliPerNode() == 0 && p.pool().memoryMibPerNode() == 0);
    return input.jobs().distinctRequests().stream()
        .allMatch(
            r ->
                r.devices() <= 1
                    && !r.isFractional()
                    && (isHostFree || (r.cpuMilli() == 0 && r.memoryMib() == 0))
                    && r.terms().widestLevel() == TopologyLevel.HUB);
  }

  /** The gate for a start at the time of a clock. */
  NodeGate gate(LongSupplier clock) {
    NodeGate planned = PlannedGate.of(input, calendar, clock, expected);
    return kept == null
        ? planned
        : new KeptGate(planned, kept, clock, PlannedGate.onSlowest(input, expected));
  }

  /** What is kept for jobs with reservations; null where none are, or counts of devices will do. */
  @Nullable KeptPlaces kept() {
    return kept;
  }

  /** The gate for a start now, by plans alone. */
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
