package org.suanwang.scheduling.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is under way on the links of a fleet, each direction of which is shared for itself.
 * Transfers are numbered 0, 1, 2 … in the order in which they begin.
 */
public final class Transfers {
  private final Links links;
  private final SortedMap<Long, FairLine> busy = new TreeMap<>();
  private int begun;
  private long nextEnd = Long.MAX_VALUE;

  public Transfers(Links links) {
    this.links = links;
  }

  /**
   * Begins a transfer over the direct link between two hubs; those that end at this second must
   * have been taken.
   *
   * @return its number
   */
  public int begin(long now, int from, int to, long bits) {
    Link link = links.find(from, to);
    if (link == null) {
      throw new IllegalArgumentException("no link between hubs " + from + " and " + to);
    }
    busy.computeIfAbsent((long) from << Integer.SIZE | to, k -> new FairLine(link.bitsPerSecond()))
        .begin(now, begun, bits);
    findNextEnd();
    return begun++;
  }

  /** When the next transfer ends if none begins before; Long.MAX_VALUE when none is under way. */
  public long nextEnd() {
    return nextEnd;
  }

  /** Takes those that have ended by this second, in the order of hubs from and to, then of ends. */
  public List<Integer> takeEnded(long now) {
    List<Integer> ended = new ArrayList<>();
    if (nextEnd <= now) {
      for (FairLine line : busy.values()) {
        if (line.nextEnd() <= now) {
          takeEnded(line, now, ended);
        }
      }
      busy.values().removeIf(FairLine::isIdle);
      findNextEnd();
    }
    return ended;
  }

  private static void takeEnded(FairLine line, long now, List<Integer> ended) {
    for (int one = line.takeEnded(now); one >= 0; one = line.takeEnded(now)) {
      ended.add(one);
    }
  }

  private void findNextEnd() {
    nextEnd = busy.values().stream().mapToLong(FairLine::nextEnd).min().orElse(Long.MAX_VALUE);
  }
}
