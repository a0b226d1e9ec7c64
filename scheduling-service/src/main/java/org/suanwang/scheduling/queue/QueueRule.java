package org.suanwang.scheduling.queue;

import java.util.List;
import java.util.Objects;

/**
 * The queues of a simulation as they were asked for. Queues between a named one and the top are
 * there without being named; so are, below a named one or where none is named, those of the jobs.
 *
 * @param queues in the order of their naming
 */
public record QueueRule(List<QueueSetting> queues) {
  /** Nothing was said: every tenant is a queue, and none has a quota. */
  public static final QueueRule NONE = new QueueRule(List.of());

  /** Queues of one simulation, named or not. */
  public static final int QUEUES_MAX = 10_000;

  public QueueRule {
    queues = List.copyOf(Objects.requireNonNullElse(queues, List.of()));
  }

  /** Whether some queue may not use all there is. */
  public boolean hasQuotas() {
    return queues.stream().anyMatch(q -> !q.quotas().isEmpty());
  }
}
