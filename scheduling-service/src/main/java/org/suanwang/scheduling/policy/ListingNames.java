package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parts in the name of a policy that lists several orders, or several scores: {@code
 * FAIRNESS-ORDER+ORDER-DISCIPLINE-PREEMPTION-SCORE*WEIGHT+SCORE}. Such names are too many to be
 * kept; each has one reading, as no other part has a plus in it and every part is a whole word.
 */
final class ListingNames {
  private ListingNames() {}

  /** The policy of this name; empty when the name lists nothing, or is not that of a policy. */
  static Optional<SchedulingPolicy> find(String name) {
    return readings(name).stream().findFirst();
  }

  /** All policies that are called so: one or none. */
  static List<SchedulingPolicy> readings(String name) {
    List<SchedulingPolicy> readings = new ArrayList<>();
    if (!Policies.listsParts(name) || name.length() > Policies.NAME_LENGTH_MAX) {
      return readings;
    }
    for (QueueFairness fairness : Policies.fairness()) {
      String before = Turns.beforeOrder(fairness);
      if (name.startsWith(before)) {
        read(fairness, name.substring(before.length()), readings);
      }
    }
    readings.removeIf(policy -> !policy.name().equals(name));
    return readings;
  }

  private static void read(QueueFairness fairness, String rest, List<SchedulingPolicy> into) {
    for (QueueDiscipline discipline : QueueDiscipline.values()) {
      for (Preemption preemption : Preemption.values()) {
        Turns usual = new Turns(fairness, new Fifo(), discipline, preemption);
        String behind = usual.behindOrder() + "-";
        for (int at = rest.indexOf(behind); at >= 0; at = rest.indexOf(behind, at + 1)) {
          String order = rest.substring(0, at);
          String score = rest.substring(at + behind.length());
          Policies.compose(fairness, order, discipline, preemption, score).ifPresent(into::add);
        }
      }
    }
  }
}
