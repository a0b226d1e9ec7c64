package org.suanwang.scheduling.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.OutageSchedule;

/**
 * Lets nodes take no new jobs for a while before planned maintenance, and until its end. A node
 * that several plans drain takes jobs again when the last of them ends.
 */
final class Drains {
  private final Simulation run;
  private final Deque<Change> changes;
  private final Map<Integer, Integer> drainsOfNode = new HashMap<>();

  /** That a drain of nodes begins, or ends. */
  private record Change(long seconds, List<NodeSpan> nodes, boolean isBeginning) {}

  Drains(Simulation run) {
    this.run = run;
    FleetLayout layout = run.input().layout();
    List<Change> all =
        run.input().outages().maintenance().stream()
            .filter(plan -> plan.drainSeconds() > 0)
            .flatMap(plan -> changes(plan, OutageSchedule.nodes(layout, plan)).stream())
            .sorted(Comparator.comparingLong(Change::seconds))
            .toList();
    changes = new ArrayDeque<>(all);
  }

  private static List<Change> changes(Maintenance plan, List<NodeSpan> nodes) {
    long from = Math.max(0, plan.fromSeconds() - plan.drainSeconds());
    return List.of(new Change(from, nodes, true), new Change(plan.toSeconds(), nodes, false));
  }

  /** When the next drain begins or ends; Long.MAX_VALUE when none does. */
  long nextSeconds() {
    return changes.isEmpty() ? Long.MAX_VALUE : changes.getFirst().seconds();
  }

  /** Does what is due at this instant; returns whether any node takes jobs again. */
  boolean pass() {
    boolean takesAgain = false;
    while (nextSeconds() <= run.now()) {
      Change change = changes.removeFirst();
      for (NodeSpan span : change.nodes()) {
        for (int node = span.first(); node < span.end(); node++) {
          takesAgain |= apply(node, change.isBeginning());
        }
      }
    }
    return takesAgain;
  }

  private boolean apply(int node, boolean isBeginning) {
    int before = drainsOfNode.getOrDefault(node, 0);
    int after = before + (isBeginning ? 1 : -1);
    drainsOfNode.put(node, after);
    if (before > 0 == after > 0) {
      return false;
    }
    run.state().cordon(node, isBeginning);
    run.log().tellCordon(run.now(), node, isBeginning);
    return !isBeginning;
  }
}
