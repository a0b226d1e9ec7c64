package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;

/**
 * Quotas written down a second time, as a flow: what a queue uses beyond its own it takes from the
 * one above, at most its borrowing limit; what it does not use it gives there, at most its lending
 * limit. Nothing comes in at the top. Shares no code with the simulator.
 */
final class QuotaFlow {
  private final QueueRule rule;
  private final @Nullable String type;
  private final Map<String, Long> used;

  /**
   * Of one kind of quotas.
   *
   * @param used thousandths of a device by queue, of those that take jobs
   */
  QuotaFlow(QueueRule rule, @Nullable String type, Map<String, Long> used) {
    this.rule = rule;
    this.type = type;
    this.used = new HashMap<>(used);
  }

  /** Whether so much more in a queue breaks no limit. */
  boolean allows(String queue, long more) {
    Map<String, Long> then = new HashMap<>(used);
    then.merge(queue, more, Long::sum);
    return new QuotaFlow(rule, type, then).holds();
  }

  /** Whether no limit is broken; none is where no queue has a quota. */
  boolean holds() {
    if (isFree()) {
      return true;
    }
    Long atTop = below("");
    return atTop != null && atTop <= 0;
  }

  private boolean isFree() {
    return rule.queues().stream().allMatch(q -> quota(q) == null);
  }

  private static String parent(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** What those below a queue take from it together; null when one of them breaks a limit. */
  private @Nullable Long below(String parent) {
    long sum = 0;
    for (QueueSetting queue : rule.queues()) {
      if (parent(queue.path()).equals(parent)) {
        Long net = net(queue);
        if (net == null) {
          return null;
        }
        sum += net;
      }
    }
    return sum;
  }

  /**
   * What a queue takes from above, or has left for it when it is negative; limits of those below it
   * to lend are in it, its own are not. 0 where no queue has a quota.
   */
  long balance(String path) {
    if (isFree()) {
      return 0;
    }
    QueueSetting queue =
        rule.queues().stream().filter(q -> q.path().equals(path)).findFirst().orElseThrow();
    long below = 0;
    for (QueueSetting child : rule.queues()) {
      if (parent(child.path()).equals(path)) {
        QueueQuota quota = quota(child);
        long net = balance(child.path());
        Long lending = quota == null ? null : quota.lendingMilli();
        below += lending == null ? net : Math.max(net, -lending);
      }
    }
    long own = nominal(queue) - nominalBelow(path);
    return used.getOrDefault(path, 0L) + below - own;
  }

  private @Nullable Long net(QueueSetting queue) {
    Long below = below(queue.path());
    if (below == null) {
      return null;
    }
    long own = nominal(queue);
    long ofChildren = nominalBelow(queue.path());
    long net = used.getOrDefault(queue.path(), 0L) + below - (own - ofChildren);
    QueueQuota quota = quota(queue);
    if (net > 0 && quota != null && quota.borrowingMilli() != null) {
      return net <= quota.borrowingMilli() ? net : null;
    }
    if (net < 0 && quota != null && quota.lendingMilli() != null) {
      return Math.max(net, -quota.lendingMilli());
    }
    return net;
  }

  long nominal(QueueSetting queue) {
    QueueQuota quota = quota(queue);
    return quota == null ? nominalBelow(queue.path()) : quota.nominalMilli();
  }

  private long nominalBelow(String path) {
    return rule.queues().stream()
        .filter(q -> parent(q.path()).equals(path))
        .mapToLong(this::nominal)
        .sum();
  }

  private @Nullable QueueQuota quota(QueueSetting queue) {
    return queue.quotas().stream()
        .filter(q -> Objects.equals(q.deviceType(), type))
        .findFirst()
        .orElse(null);
  }
}
