package org.suanwang.scheduling.explanation;

import java.util.List;

/**
 * How the nodes stood to each other when a job started.
 *
 * @param chosen the nodes it got, or the first of them
 * @param nodesChosen how many it got
 * @param runnersUp the best of those it did not get
 * @param candidates how many nodes of the hub and type could take a task
 */
public record Ranking(
    List<RankedNode> chosen, int nodesChosen, List<RankedNode> runnersUp, int candidates) {
  public Ranking {
    chosen = List.copyOf(chosen);
    runnersUp = List.copyOf(runnersUp);
  }
}
