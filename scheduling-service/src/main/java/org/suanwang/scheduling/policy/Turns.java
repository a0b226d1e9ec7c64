package org.suanwang.scheduling.policy;

import java.util.List;

/** All parts of a policy but the score. */
record Turns(
    QueueFairness fairness, QueueOrder order, QueueDiscipline discipline, Preemption preemption) {
  boolean goTogether() {
    boolean isRounds = discipline == QueueDiscipline.ROUNDS;
    return order.sharesTime() == isRounds
        && SchedulingPolicy.goTogether(discipline, preemption)
        && (!fairness.looksAtQueues() || SchedulingPolicy.knowsQueues(discipline, preemption))
        && isOrderFree();
  }

  private boolean isOrderFree() {
    List<QueueOrder> orders = OrderList.orders(order);
    return orders.size() == 1
        || OrderListFault.find(orders, preemption == Preemption.BY_TURN).isEmpty();
  }

  private boolean namesPreemption() {
    return preemption == Preemption.BY_TURN && discipline != QueueDiscipline.PREEMPT;
  }

  String name() {
    return beforeOrder(fairness) + order.name() + behindOrder();
  }

  /** What stands before the order in the name. */
  static String beforeOrder(QueueFairness fairness) {
    return fairness.looksAtQueues() ? fairness.name() + "-" : "";
  }

  /** What stands behind the order in the name. */
  String behindOrder() {
    return namesPreemption()
        ? "-" + discipline.listedName() + QueueDiscipline.PREEMPT.inName()
        : discipline.inName();
  }

  private String meaning() {
    boolean isFair = fairness.looksAtQueues();
    String turn = isFair ? fairness.meaning() + ", in it " + order.meaning() : order.meaning();
    return Character.toUpperCase(turn.charAt(0))
        + turn.substring(1)
        + ", "
        + discipline.meaning()
        + (namesPreemption() ? ", and " + preemption.meaning() : "");
  }

  /** The policy with this score, of which nothing else was said. */
  SchedulingPolicy with(NodeChoice choice) {
    return new SchedulingPolicy(
        name() + "-" + choice.name(),
        meaning() + "; " + choice.meaning() + ".",
        fairness,
        order,
        discipline,
        preemption,
        SchedulingPolicy.DEPTH_DEFAULT,
        0,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        List.of(new FitsNode()),
        choice.score(),
        Deferral.NONE,
        null,
        SchedulingPolicy.ROUND_SECONDS_DEFAULT);
  }
}
