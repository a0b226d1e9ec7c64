package org.suanwang.scheduling.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.Draws;

/**
 * Which of several nodes with the best score gets the task. Scores of the placement study have 101
 * steps, so most nodes are equal to others, and the rule decides as much as the score does.
 */
public enum TieRule {
  /** The first in an order of all nodes of the fleet that is drawn from the seed of the run. */
  FIXED_ORDER("fixed-order", "the first in an order of all nodes that is drawn once for a run"),
  /** One on which something runs; of several the first in such an order. */
  USED_NODE_FIRST("used-node-first", "one in use, then the first in an order drawn once"),
  /** The first in the fleet's order, of the first hub and device type that has one. */
  LOWEST_NUMBER("lowest-number", "the first in the fleet's order");

  /** So that the order has nothing in common with what else is drawn from the seed. */
  private static final long OF_ORDER = 1L << 32;

  private final String word;
  private final String meaning;

  TieRule(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** By its word. */
  public static Optional<TieRule> find(String word) {
    return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
  }

  /** As in the API, all of them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(TieRule::word).toList();
  }

  /** As in the API. */
  public String word() {
    return word;
  }

  /** In a few words. */
  public String meaning() {
    return meaning;
  }

  /** From what a run of this seed draws the order of its nodes. */
  public static long seedOfOrder(long seed) {
    return Draws.bits(seed, OF_ORDER, 0);
  }

  /** The score, with equal nodes told apart by this rule. */
  NodeScore applied(NodeScore score, FleetLayout layout, long seed) {
    return switch (this) {
      case FIXED_ORDER -> FixedOrder.drawn(score, layout, seed);
      case USED_NODE_FIRST -> FixedOrder.drawn(new UsedNodeFirst(score), layout, seed);
      case LOWEST_NUMBER -> score;
    };
  }
}
