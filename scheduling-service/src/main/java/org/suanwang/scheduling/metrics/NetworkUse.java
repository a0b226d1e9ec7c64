package org.suanwang.scheduling.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.simulation.DataSites;

/**
 * What data was moved between hubs inside a window: transfers count when they arrive.
 *
 * @param transfers how many arrived
 * @param transfersUnderWay how many had begun and not arrived at the end of the window, or of the
 *     run
 * @param megabytes how much arrived, in 10⁶ byte
 * @param microCny what that cost by the prices of the links, millionths of a yuan
 * @param links the same by direction of each link that was used
 */
public record NetworkUse(
    int transfers, int transfersUnderWay, long megabytes, long microCny, List<LinkUse> links) {
  /**
   * One direction of a link.
   *
   * @param from id of the hub from which data was sent
   * @param to id of the hub to which
   */
  public record LinkUse(
      String from, String to, int transfers, int transfersUnderWay, long megabytes, long microCny) {
    private LinkUse plus(boolean isOver, long more, long cost) {
      return isOver
          ? new LinkUse(
              from, to, transfers + 1, transfersUnderWay, megabytes + more, microCny + cost)
          : new LinkUse(from, to, transfers, transfersUnderWay + 1, megabytes, microCny);
    }
  }

  /** Sums up a run; null when no job reads data. */
  public static @Nullable NetworkUse of(JobOutcomes outcomes, long windowSeconds) {
    if (DataSites.of(outcomes.layout(), outcomes.jobs()) == null) {
      return null;
    }
    List<String> hubs = outcomes.layout().fleet().hubs().stream().map(Hub::id).toList();
    Map<Long, LinkUse> uses = new TreeMap<>();
    for (DataMoves.Move move : outcomes.moves().all()) {
      int from = move.begin().fromHub();
      int to = move.begin().toHub();
      long cost = move.link(outcomes.layout()).microCny(move.megabytes());
      LinkUse none = new LinkUse(hubs.get(from), hubs.get(to), 0, 0, 0, 0);
      uses.compute(
          (long) from << Integer.SIZE | to,
          (key, use) ->
              (use == null ? none : use).plus(move.isOver(windowSeconds), move.megabytes(), cost));
    }
    return of(List.copyOf(uses.values()));
  }

  private static NetworkUse of(List<LinkUse> links) {
    return new NetworkUse(
        links.stream().mapToInt(LinkUse::transfers).sum(),
        links.stream().mapToInt(LinkUse::transfersUnderWay).sum(),
        links.stream().mapToLong(LinkUse::megabytes).sum(),
        links.stream().mapToLong(LinkUse::microCny).sum(),
        links);
  }
}
