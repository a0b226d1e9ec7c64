package org.suanwang.scheduling.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operator keeps of each charge: a share of it, or by tiers, of which each holds for the
 * part of what a customer has been charged so far that lies in it, as brackets of a tax do. What
 * the charges of a customer come to does not hang on their order, but for roundings.
 */
final class Commission {
  private final int ppm;
  private final List<CommissionTier> tiers;
  private final Map<String, Long> charged = new HashMap<>();

  /** By one rate for all, unless there are tiers, of which the first is from 0. */
  Commission(int ppm, List<CommissionTier> tiers) {
    this.ppm = ppm;
    this.tiers = tiers;
  }

  /**
   * Of one charge more.
   *
   * @param amount not negative, millionths of a yuan
   * @return likewise, at most the amount
   */
  long of(String customer, long amount) {
    if (tiers.isEmpty()) {
      return Money.share(amount, ppm);
    }
    long before = charged.getOrDefault(customer, 0L);
    long after = Math.addExact(before, amount);
    charged.put(customer, after);
    return Math.min(amount, upTo(after) - upTo(before));
  }

  /** Of all that a customer is charged; it never falls as that grows. */
  private long upTo(long amount) {
    long sum = 0;
    for (int i = 0; i < tiers.size(); i++) {
      long from = tiers.get(i).fromMicroCny();
      long to = i + 1 < tiers.size() ? tiers.get(i + 1).fromMicroCny() : Long.MAX_VALUE;
      if (amount > from) {
        sum += Money.share(Math.min(amount, to) - from, tiers.get(i).ppm());
      }
    }
    return sum;
  }
}
