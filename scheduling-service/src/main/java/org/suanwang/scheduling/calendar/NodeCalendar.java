package org.suanwang.scheduling.calendar;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.OutageSchedule;

/**
 * What is planned for each node of a fleet. A question about a node takes time that grows with the
 * number of its own windows, and none where there are none.
 */
public final class NodeCalendar {
  private static final Window[] NONE = {};

  private final Window[][] windows;
  private final TreeSet<Integer> nodes = new TreeSet<>();
  private final TreeSet<Long> ends = new TreeSet<>();

  /** Is told of a time. */
  @FunctionalInterface
  public interface Span {
    void accept(long fromSeconds, long toSeconds);
  }

  /** Of plans with times counted from second 0. */
  public NodeCalendar(
      FleetLayout layout,
      List<Maintenance> maintenance,
      ReservationRule rule,
      ReservedNodes reserved) {
    boolean isEmpty = maintenance.isEmpty() && rule.keepsNothing();
    windows = new Window[isEmpty ? 0 : layout.nodes()][];
    Arrays.fill(windows, NONE);
    for (Maintenance plan : maintenance) {
      Window window =
          new Window(plan.fromSeconds(), plan.toSeconds(), plan.drainSeconds(), Window.MAINTENANCE);
      add(OutageSchedule.nodes(layout, plan), window);
    }
    for (int i = 0; i < rule.reservations().size(); i++) {
      Reservation one = rule.reservations().get(i);
      add(reserved.of(i), new Window(one.fromSeconds(), one.toSeconds(), one.drainSeconds(), i));
    }
    for (int node : nodes) {
      Arrays.sort(windows[node], Comparator.comparingLong(Window::fromSeconds));
    }
  }

  private void add(List<NodeSpan> spans, Window window) {
    for (NodeSpan span : spans) {
      for (int node = span.first(); node < span.end(); node++) {
        Window[] before = windows[node];
        windows[node] = Arrays.copyOf(before, before.length + 1);
        windows[node][before.length] = window;
        nodes.add(node);
      }
      ends.add(window.toSeconds());
    }
  }

  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** What is planned for a node, the earliest first; do not change the array. */
  public Window[] of(int node) {
    return windows.length == 0 ? NONE : windows[node];
  }

  /** The nodes for which anything is planned. */
  public SortedSet<Integer> nodes() {
    return Collections.unmodifiableSortedSet(nodes);
  }

  /** When the next window ends after this second; {@link Long#MAX_VALUE} when none does. */
  public long nextEnd(long seconds) {
    Long next = ends.higher(seconds);
    return next == null ? Long.MAX_VALUE : next;
  }

  /** The parts of a time in which no window of a node lasts. */
  public void open(int node, long from, long to, Span span) {
    long at = from;
    for (Window window : of(node)) {
      if (window.fromSeconds() > at) {
        tell(at, Math.min(to, window.fromSeconds()), span);
      }
      at = Math.max(at, window.toSeconds());
    }
    tell(at, to, span);
  }

  /** The parts of all time in which some window of a node lasts, each as long as it can be. */
  public void closed(int node, Span span) {
    long from = 0;
    long to = 0;
    for (Window window : of(node)) {
      if (window.fromSeconds() > to) {
        tell(from, to, span);
        from = window.fromSeconds();
      }
      to = Math.max(to, window.toSeconds());
    }
    tell(from, to, span);
  }

  private static void tell(long from, long to, Span span) {
    if (from < to) {
      span.accept(from, to);
    }
  }
}
