package org.suanwang.scheduling.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another policy made of one, of which something is said anew. */
final class Change {
  private final SchedulingPolicy policy;
  private QueueOrder order;
  private int depth;
  private long minRunSeconds;
  private long halfLifeSeconds;
  private List<NodeFilter> filters;
  private ScoreRule score;
  private Deferral deferral;
  private @Nullable Long shareSecondsMin;
  private long roundSeconds;

  Change(SchedulingPolicy policy) {
    this.policy = policy;
    order = policy.order();
    depth = policy.depth();
    minRunSeconds = policy.minRunSeconds();
    halfLifeSeconds = policy.halfLifeSeconds();
    filters = policy.filters();
    score = policy.score();
    deferral = policy.deferral();
    shareSecondsMin = policy.shareSecondsMin();
    roundSeconds = policy.roundSeconds();
  }

  Change order(QueueOrder newOrder) {
    order = newOrder;
    return this;
  }

  Change depth(int newDepth) {
    depth = newDepth;
    return this;
  }

  Change minRunSeconds(long newMinRunSeconds) {
    minRunSeconds = newMinRunSeconds;
    return this;
  }

  Change halfLifeSeconds(long newHalfLifeSeconds) {
    halfLifeSeconds = newHalfLifeSeconds;
    return this;
  }

  Change filters(List<NodeFilter> newFilters) {
    filters = newFilters;
    return this;
  }

  Change score(ScoreRule newScore) {
    score = newScore;
    return this;
  }

  Change deferral(Deferral newDeferral) {
    deferral = newDeferral;
    return this;
  }

  Change shareSecondsMin(@Nullable Long newShareSecondsMin) {
    shareSecondsMin = newShareSecondsMin;
    return this;
  }

  Change roundSeconds(long newRoundSeconds) {
    roundSeconds = newRoundSeconds;
    return this;
  }

  SchedulingPolicy done() {
    return new SchedulingPolicy(
        policy.name(),
        policy.description(),
        policy.fairness(),
        order,
        policy.discipline(),
        policy.preemption(),
        depth,
        minRunSeconds,
        halfLifeSeconds,
        filters,
        score,
        deferral,
        shareSecondsMin,
        roundSeconds);
  }
}
