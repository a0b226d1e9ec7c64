package org.suanwang.scheduling.network;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One direction of a link, which the transfers on it share evenly (processor sharing): of n each
 * moves a whole number of bits a second, the n-th part of the rate rounded down. Transfers begin
 * and end at whole seconds; one whose last bit moves inside a second keeps its part until that
 * second is over. So all is exact in whole numbers, and depends on nothing but who begins when.
 */
final class FairLine {
  /** Beyond this the count of bits begins anew; twice it still fits. */
  private static final long SERVED_MAX = 1L << 60;

  private final long bitsPerSecond;
  private final PriorityQueue<End> ends =
      new PriorityQueue<>(Comparator.comparingLong(End::served).thenComparingInt(End::transfer));
  private long served;
  private long at;

  /** How much each must have been served for a transfer to end. */
  private record End(long served, int transfer) {}

  FairLine(long bitsPerSecond) {
    this.bitsPerSecond = bitsPerSecond;
  }

  boolean isIdle() {
    return ends.isEmpty();
  }

  /** What each moves in a second. */
  private long share() {
    return Math.max(1, bitsPerSecond / ends.size());
  }

  private void advance(long now) {
    if (isIdle()) {
      served = 0;
    } else {
      served += share() * (now - at);
    }
    at = now;
    if (served > SERVED_MAX) {
      rebase();
    }
  }

  private void rebase() {
    List<End> all = List.copyOf(ends);
    ends.clear();
    all.forEach(end -> ends.add(new End(end.served() - served, end.transfer())));
    served = 0;
  }

  void begin(long now, int transfer, long bits) {
    advance(now);
    ends.add(new End(served + bits, transfer));
  }

  /** When the next ends if none begins before; Long.MAX_VALUE when none is under way. */
  long nextEnd() {
    End first = ends.peek();
    return first == null ? Long.MAX_VALUE : at + Math.ceilDiv(first.served() - served, share());
  }

  /** Takes one that has ended by this second; −1 when none has. */
  int takeEnded(long now) {
    if (isIdle()) {
      return -1;
    }
    advance(now);
    End first = ends.peek();
    if (first == null || first.served() > served) {
      return -1;
    }
    ends.remove();
    return first.transfer();
  }
}
