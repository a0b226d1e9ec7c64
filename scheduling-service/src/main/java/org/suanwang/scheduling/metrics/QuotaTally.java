package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.queue.QuotaBook;

/** How long and how much queues used beyond their own quotas. Nothing is done without quotas. */
final class QuotaTally {
  private final JobOutcomes outcomes;
  private final QueueTree tree;
  private final long windowSeconds;
  private final List<@Nullable String> types;
  private final QuotaBook book;
  private final List<Sums> sums = new ArrayList<>();

  /** Of one quota, by queue. */
  private static final class Sums {
    private final @Nullable String type;
    private final long[] held;
    private final long[] since;
    private final long[] seconds;
    private final long[] milliSeconds;

    Sums(@Nullable String type, int queues) {
      this.type = type;
      held = new long[queues];
      since = new long[queues];
      seconds = new long[queues];
      milliSeconds = new long[queues];
    }
  }

  /** A job takes devices, or gives them back. */
  private record Change(long time, int queue, @Nullable String type, long milli) {}

  QuotaTally(JobOutcomes outcomes, QueueTree tree, long windowSeconds) {
    this.outcomes = outcomes;
    this.tree = tree;
    this.windowSeconds = windowSeconds;
    Set<@Nullable String> known = new LinkedHashSet<>();
    for (int queue = 0; queue < tree.size(); queue++) {
      tree.quotas(queue).stream().map(QueueQuota::deviceType).forEach(known::add);
    }
    types = new ArrayList<>(known);
    book = new QuotaBook(tree, List.of());
    types.forEach(type -> sums.add(new Sums(type, tree.size())));
    if (!types.isEmpty()) {
      tally();
    }
  }

  private void tally() {
    Change[] changes = changes();
    Arrays.sort(changes, Comparator.comparingLong(Change::time));
    for (Change change : changes) {
      for (Sums of : sums) {
        if (of.type == null || of.type.equals(change.type())) {
          book(of, change);
        }
      }
    }
    for (Sums of : sums) {
      for (int queue = 0; queue < tree.size(); queue++) {
        bringUpTo(of, queue, windowSeconds);
      }
    }
  }

  private Change[] changes() {
    List<Change> changes = new ArrayList<>();
    for (int job = 0; job < outcomes.size(); job++) {
      int queue = tree.require(outcomes.jobs().tenant(job));
      outcomes.forEachStretch(
          job,
          windowSeconds,
          (place, from, to, milli, chargeRate) ->
              outcomes
                  .places()
                  .split(
                      place,
                      milli,
                      (group, part) -> {
                        changes.add(new Change(from, queue, group.deviceType(), part));
                        changes.add(new Change(to, queue, group.deviceType(), -part));
                      }));
    }
    return changes.toArray(Change[]::new);
  }

  private void book(Sums of, Change change) {
    for (int at = change.queue(); at != QueueTree.NONE; at = tree.parent(at)) {
      bringUpTo(of, at, change.time());
      of.held[at] += change.milli();
    }
  }

  private void bringUpTo(Sums of, int queue, long time) {
    long beyond = of.held[queue] - book.nominal(queue, of.type);
    long span = time - of.since[queue];
    if (beyond > 0) {
      of.seconds[queue] += span;
      of.milliSeconds[queue] += span * beyond;
    }
    of.since[queue] = time;
  }

  /** What became of each quota in a queue, whether the queue states one or not. */
  List<QueueResult.QuotaUse> of(int queue) {
    return sums.stream()
        .map(
            s ->
                new QueueResult.QuotaUse(
                    s.type, book.nominal(queue, s.type), s.seconds[queue], s.milliSeconds[queue]))
        .toList();
  }
}
