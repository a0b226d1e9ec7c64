package org.suanwang.scheduling.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of a fleet by the numbers of its hubs. */
public final class Links {
  /** Stands for a hub that the fleet does not have. */
  public static final int UNKNOWN = -1;

  private final List<Link> links;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> between = new HashMap<>();

  /**
   * The links between these hubs.
   *
   * @param hubs ids in the fleet's order
   * @param links at most one for each pair of them
   */
  public Links(List<String> hubs, List<Link> links) {
    this.links = List.copyOf(links);
    hubs.forEach(hub -> numbers.put(hub, numbers.size()));
    for (int i = 0; i < links.size(); i++) {
      int from = hub(links.get(i).from());
      int to = hub(links.get(i).to());
      between.put(key(from, to), i);
      between.put(key(to, from), i);
    }
  }

  private static long key(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  /** How many there are. */
  public int size() {
    return links.size();
  }

  /** The number of a hub; {@link #UNKNOWN} when the fleet does not have it. */
  public int hub(String id) {
    return numbers.getOrDefault(id, UNKNOWN);
  }

  /** The link with this number. */
  public Link link(int number) {
    return links.get(number);
  }

  /** The number of the link between two hubs; {@link #UNKNOWN} when nobody told of one. */
  public int between(int from, int to) {
    return between.getOrDefault(key(from, to), UNKNOWN);
  }

  /** The direct link between two hubs; null when nobody told of one. */
  public @Nullable Link find(int from, int to) {
    int number = between(from, to);
    return number == UNKNOWN ? null : links.get(number);
  }

  /** A round trip between two hubs, ms: 0 inside one, without end where nobody told of a link. */
  public double roundTripMillis(int from, int to) {
    if (from == to) {
      return 0;
    }
    Link link = find(from, to);
    return link == null ? Double.POSITIVE_INFINITY : link.roundTripMillis();
  }

  /** Whether a hub is as near as is wanted: the hub itself is, one without a link there is not. */
  public boolean isNear(int hub, LatencyBound bound) {
    return roundTripMillis(hub(bound.from()), hub) <= bound.roundTripMillisMax();
  }
}
