package org.suanwang.scheduling.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.NodeSpan;

/**
 * Which nodes reservations get: each in its turn takes the first of those meant, in the fleet's
 * order, that no reservation before it has at a time that overlaps its own or its drain.
 */
public final class ReservedNodes {
  private final FleetLayout layout;
  private final Map<Integer, List<Reservation>> taken = new HashMap<>();
  private final List<List<NodeSpan>> spans = new ArrayList<>();
  private long nodes;

  public ReservedNodes(FleetLayout layout, ReservationRule rule) {
    this.layout = layout;
    rule.reservations().forEach(one -> spans.add(choose(one)));
  }

  private List<NodeSpan> choose(Reservation reservation) {
    int left = Objects.requireNonNullElse(reservation.nodes(), Integer.MAX_VALUE);
    List<NodeSpan> chosen = new ArrayList<>();
    for (FleetLayout.PoolSpan pool : layout.pools()) {
      if (isMeant(pool, reservation)) {
        for (int node = pool.firstNode(); node < pool.endNode() && left > 0; node++) {
          if (isFree(node, reservation) && nodes < ReservationRule.NODES_MAX) {
            taken.computeIfAbsent(node, n -> new ArrayList<>()).add(reservation);
            add(node, chosen);
            left--;
            nodes++;
          }
        }
      }
    }
    return chosen;
  }

  private boolean isMeant(FleetLayout.PoolSpan pool, Reservation reservation) {
    String type = reservation.deviceType();
    return layout.hub(layout.groups().get(pool.group())).id().equals(reservation.hub())
        && (type == null || type.equals(pool.pool().deviceType()));
  }

  private boolean isFree(int node, Reservation reservation) {
    return taken.getOrDefault(node, List.of()).stream()
        .noneMatch(other -> overlap(other, reservation));
  }

  private static boolean overlap(Reservation one, Reservation other) {
    return one.fromSeconds() - one.drainSeconds() < other.toSeconds()
        && other.fromSeconds() - other.drainSeconds() < one.toSeconds();
  }

  private static void add(int node, List<NodeSpan> chosen) {
    NodeSpan last = chosen.isEmpty() ? null : chosen.getLast();
    if (last != null && last.end() == node) {
      chosen.set(chosen.size() - 1, new NodeSpan(last.first(), node + 1));
    } else {
      chosen.add(new NodeSpan(node, node + 1));
    }
  }

  /** The nodes of a reservation, by its number; fewer than it says where there are fewer. */
  public List<NodeSpan> of(int reservation) {
    return spans.get(reservation);
  }

  /** How many nodes a reservation got. */
  public int count(int reservation) {
    return of(reservation).stream().mapToInt(span -> span.end() - span.first()).sum();
  }

  /** How many nodes all reservations have together, a node once for each. */
  public long nodes() {
    return nodes;
  }
}
