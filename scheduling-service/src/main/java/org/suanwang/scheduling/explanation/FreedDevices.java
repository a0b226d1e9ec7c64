package org.suanwang.scheduling.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.simulation.Event;

/** What jobs gave back at one instant. */
final class FreedDevices {
  /** As many are remembered. */
  private static final int FREED_MAX = 10_000;

  private final List<FreedIn> freed = new ArrayList<>();

  private record FreedIn(Allocation held, ExplainedDecision.Freed freed) {}

  /** The instant is over. */
  void clear() {
    freed.clear();
  }

  void accept(Event event) {
    switch (event.kind()) {
      case FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> {
        if (freed.size() < FREED_MAX) {
          var one = new ExplainedDecision.Freed(event.job(), event.kind());
          freed.add(new FreedIn(event.allocation(), one));
        }
      }
      case SUBMITTED, REJECTED, BLOCKED, STARTED, RESIZED, PARTNER_CHANGED -> {}
      case WITHDRAWN, TIMED_OUT -> {}
    }
  }

  /** Who gave back what is wanted, at most so many. */
  List<ExplainedDecision.Freed> where(Predicate<Allocation> isWanted, int most) {
    return freed.stream()
        .filter(f -> isWanted.test(f.held()))
        .map(FreedIn::freed)
        .limit(most)
        .toList();
  }
}
