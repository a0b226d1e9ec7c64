package org.suanwang.scheduling.calendar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.NodeSpan;

/**
 * Which nodes reservations get: each in its turn takes the first of those meant, in the fleet's
 * order, that no reservation before it has at a time that overlaps its own or its drain.
 */
public final class ReservedNodes {
  private final FleetLayout layout;
  private final List<Reservation> reservations;
  private final List<List<NodeSpan>> spans = new ArrayList<>();

  public ReservedNodes(FleetLayout layout, ReservationRule rule) {
    this.layout = layout;
    reservations = rule.reservations();
    reservations.forEach(one -> spans.add(choose(one)));
  }

  private List<NodeSpan> choose(Reservation one) {
    int left = Objects.requireNonNullElse(one.nodes(), Integer.MAX_VALUE);
    BitSet taken = takenBefore(one);
    List<NodeSpan> chosen = new ArrayList<>();
    for (NodeSpan meant : NodeSpan.of(layout, one.hub(), one.deviceType())) {
      int first = taken.nextClearBit(meant.first());
      while (first < meant.end() && left > 0) {
        int next = taken.nextSetBit(first);
        int end = next < 0 ? meant.end() : Math.min(next, meant.end());
        NodeSpan free = new NodeSpan(first, (int) Math.min(end, (long) first + left));
        chosen.add(free);
        left -= free.size();
        first = taken.nextClearBit(end);
      }
    }
    return chosen;
  }

  private BitSet takenBefore(Reservation one) {
    BitSet taken = new BitSet(layout.nodes());
    for (int before = 0; before < spans.size(); before++) {
      if (overlap(reservations.get(before), one)) {
        spans.get(before).forEach(span -> taken.set(span.first(), span.end()));
      }
    }
    return taken;
  }

  private static boolean overlap(Reservation one, Reservation other) {
    return one.fromSeconds() - one.drainSeconds() < other.toSeconds()
        && other.fromSeconds() - other.drainSeconds() < one.toSeconds();
  }

  /** The nodes of a reservation, by its number; fewer than it says where there are fewer. */
  public List<NodeSpan> of(int reservation) {
    return spans.get(reservation);
  }

  /** How many nodes a reservation got. */
  public int count(int reservation) {
    return of(reservation).stream().mapToInt(NodeSpan::size).sum();
  }
}
