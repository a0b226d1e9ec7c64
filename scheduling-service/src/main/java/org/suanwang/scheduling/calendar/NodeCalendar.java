package org.suanwang.scheduling.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.OutageSchedule;

/**
 * What is planned for each node of a fleet. Nodes next to each other with the same plans are kept
 * together, so it grows with the plans and not with the nodes; a question about a node takes time
 * that grows with the windows near the time in question, and with the logarithm of all.
 */
public final class NodeCalendar {
  private final ReservedNodes reserved;
  private final List<Planned> plans = new ArrayList<>();
  private final int[] firstNodes;
  private final List<Segment> segments = new ArrayList<>();
  private final TreeSet<Long> ends = new TreeSet<>();
  private final TreeSet<Long> changes = new TreeSet<>();

  /** That a window is planned for some nodes of one pool. */
  private record Planned(NodeSpan nodes, Window window) {}

  /** Of plans with times counted from second 0. */
  public NodeCalendar(FleetLayout layout, List<Maintenance> maintenance, ReservationRule rule) {
    reserved = new ReservedNodes(layout, rule);
    for (Maintenance plan : maintenance) {
      Window window =
          new Window(plan.fromSeconds(), plan.toSeconds(), plan.drainSeconds(), Window.MAINTENANCE);
      add(OutageSchedule.nodes(layout, plan), window);
    }
    for (int i = 0; i < rule.reservations().size(); i++) {
      Reservation one = rule.reservations().get(i);
      add(reserved.of(i), new Window(one.fromSeconds(), one.toSeconds(), one.drainSeconds(), i));
    }
    TreeSet<Integer> borders = new TreeSet<>(List.of(0, layout.nodes()));
    plans.forEach(plan -> borders.addAll(List.of(plan.nodes().first(), plan.nodes().end())));
    int[] all = borders.stream().mapToInt(Integer::intValue).toArray();
    firstNodes = Arrays.copyOf(all, Math.max(1, all.length - 1));
    divide(all);
  }

  private void add(List<NodeSpan> spans, Window window) {
    spans.forEach(span -> plans.add(new Planned(span, window)));
    ends.add(window.toSeconds());
    changes.addAll(List.of(window.fromSeconds(), window.toSeconds()));
  }

  private void divide(int[] borders) {
    List<List<Window>> windows = new ArrayList<>();
    for (int i = 0; i < firstNodes.length; i++) {
      windows.add(new ArrayList<>());
    }
    for (Planned plan : plans) {
      int segment = segmentOf(plan.nodes().first());
      while (segment < firstNodes.length && firstNodes[segment] < plan.nodes().end()) {
        windows.get(segment++).add(plan.window());
      }
    }
    for (int i = 0; i < firstNodes.length; i++) {
      NodeSpan nodes = new NodeSpan(firstNodes[i], borders[Math.min(i + 1, borders.length - 1)]);
      segments.add(new Segment(nodes, windows.get(i)));
    }
  }

  private int segmentOf(int node) {
    int found = Arrays.binarySearch(firstNodes, node);
    return found >= 0 ? found : -found - 2;
  }

  public boolean isEmpty() {
    return plans.isEmpty();
  }

  /** The nodes of a reservation, by its number. */
  public List<NodeSpan> nodesOf(int reservation) {
    return reserved.of(reservation);
  }

  /** What is planned for a node. */
  public Segment of(int node) {
    return segments.get(segmentOf(node));
  }

  /** All nodes, those with the same plans together. */
  public List<Segment> segments() {
    return segments;
  }

  /** When the next window ends after this second; {@link Long#MAX_VALUE} when none does. */
  public long nextEnd(long seconds) {
    return next(ends, seconds);
  }

  /** When the next window begins or ends after this second, likewise. */
  public long nextChange(long seconds) {
    return next(changes, seconds);
  }

  private static long next(NavigableSet<Long> times, long seconds) {
    Long next = times.higher(seconds);
    return next == null ? Long.MAX_VALUE : next;
  }
}
