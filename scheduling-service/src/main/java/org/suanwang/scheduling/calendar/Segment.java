package org.suanwang.scheduling.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.suanwang.scheduling.outage.NodeSpan;

/**
 * Nodes of one pool for which the same is planned. A question about a time takes time that grows
 * with the windows near it, and with the logarithm of all.
 */
public final class Segment {
  private final NodeSpan nodes;
  private final List<Window> windows;
  private final long[] latestEnds;
  private final long drainSecondsMax;

  /** Of windows in any order. */
  Segment(NodeSpan nodes, List<Window> planned) {
    this.nodes = nodes;
    windows = planned.stream().sorted(Comparator.comparingLong(Window::fromSeconds)).toList();
    drainSecondsMax = windows.stream().mapToLong(Window::drainSeconds).max().orElse(0);
    latestEnds = new long[windows.size()];
    long latest = 0;
    for (int i = 0; i < latestEnds.length; i++) {
      latest = Math.max(latest, windows.get(i).toSeconds());
      latestEnds[i] = latest;
    }
  }

  public NodeSpan nodes() {
    return nodes;
  }

  /** Whether nothing is planned. */
  public boolean isFree() {
    return windows.isEmpty();
  }

  /** Those among which all are that bar a start at one time that lasts to another. */
  public List<Window> near(long from, long to) {
    int first = first(i -> latestEnds[i] > from);
    long last = Math.max(to, from + drainSecondsMax);
    return windows.subList(first, Math.max(first, first(i -> windows.get(i).fromSeconds() > last)));
  }

  /** The first window of which something holds that then holds of all after it. */
  private int first(IntPredicate holds) {
    int low = 0;
    int high = windows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The parts of a time in which no window lasts. */
  public void open(long from, long to, Span span) {
    long at = from;
    for (Window window : near(from, to)) {
      tell(at, Math.min(to, window.fromSeconds()), span);
      at = Math.max(at, window.toSeconds());
    }
    tell(at, to, span);
  }

  /** The parts of all time in which some window lasts, each as long as it can be. */
  public void closed(Span span) {
    long from = 0;
    long to = 0;
    for (Window window : windows) {
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

  /** Is told of a time. */
  @FunctionalInterface
  public interface Span {
    void accept(long fromSeconds, long toSeconds);
  }
}
