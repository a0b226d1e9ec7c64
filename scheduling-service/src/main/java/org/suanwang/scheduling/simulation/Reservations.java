package org.suanwang.scheduling.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.workload.JobTable;

/** Makes others give way when nodes begin to be kept for a tenant, and tells when they are not. */
final class Reservations {
  private final Simulation run;
  private final JobTable jobs;
  private final JobsOnNodes jobsOnNodes;
  private final Deque<Change> changes;

  /** That a reservation begins, or ends. */
  private record Change(
      long seconds, Reservation reservation, List<NodeSpan> nodes, boolean isBeginning) {}

  Reservations(Simulation run, JobsOnNodes jobsOnNodes) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.jobsOnNodes = jobsOnNodes;
    NodeCalendar calendar = run.plans().calendar();
    ReservationRule rule = run.input().reservations();
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < rule.reservations().size(); i++) {
      Reservation one = rule.reservations().get(i);
      all.add(new Change(one.fromSeconds(), one, calendar.nodesOf(i), true));
      all.add(new Change(one.toSeconds(), one, calendar.nodesOf(i), false));
    }
    all.sort(Comparator.comparingLong(Change::seconds).thenComparing(Change::isBeginning));
    changes = new ArrayDeque<>(all);
  }

  /** When the next one begins or ends; Long.MAX_VALUE when none does. */
  long nextSeconds() {
    return changes.isEmpty() ? Long.MAX_VALUE : changes.getFirst().seconds();
  }

  /** Does what is due at this instant; returns whether somebody may start that could not before. */
  boolean pass() {
    boolean isDue = false;
    while (nextSeconds() <= run.now() && !run.isStopped()) {
      Change change = changes.removeFirst();
      isDue = true;
      if (change.isBeginning()) {
        change.nodes().forEach(span -> clear(span, change.reservation()));
      }
    }
    return isDue;
  }

  private void clear(NodeSpan span, Reservation reservation) {
    for (int node = span.first(); node < span.end(); node++) {
      for (int job : jobsOnNodes.on(node)) {
        if (!reservation.isFor(jobs.tenant(job))) {
          run.interrupt(job, EventKind.PREEMPTED);
        }
      }
    }
  }
}
