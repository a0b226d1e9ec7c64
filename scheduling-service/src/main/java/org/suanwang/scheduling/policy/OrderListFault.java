package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Optional;

/**
 * Why orders make no list.
 *
 * @param at which of them is at fault, from 0 on
 * @param rule what it breaks
 * @param remedy what to do
 */
public record OrderListFault(int at, String rule, String remedy) {
  /** The first fault of two or more orders; empty when they make a list. */
  public static Optional<OrderListFault> find(List<QueueOrder> orders, boolean preempts) {
    for (int at = 0; at < orders.size(); at++) {
      Optional<OrderListFault> fault = find(orders, at, preempts);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<OrderListFault> find(List<QueueOrder> orders, int at, boolean preempts) {
    QueueOrder order = orders.get(at);
    if (order.sharesTime()) {
      return fault(
          at,
          "must not share out device time: such orders go with the discipline rounds, each alone",
          "name it alone, or leave it out");
    }
    if (order instanceof LeastAttainedServiceFirst && !preempts) {
      return fault(
          at,
          "las tells jobs apart only where running jobs give way: a job that waits has attained"
              + " nothing",
          "choose the preemption by-turn, or leave las out");
    }
    for (QueueOrder before : orders.subList(0, at)) {
      Optional<OrderListFault> fault = behind(before, order, at, preempts);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<OrderListFault> behind(
      QueueOrder before, QueueOrder order, int at, boolean preempts) {
    if (before.name().equals(order.name())) {
      return fault(at, "must stand in the list once", "leave one of them out");
    }
    if (before instanceof Fifo) {
      return fault(
          at,
          "decides nothing behind fifo, which leaves no ties: every job has its place in the order"
              + " of arrival",
          "put " + order.name() + " before fifo, or leave it out");
    }
    if (measure(before, preempts).equals(measure(order, preempts))) {
      return fault(
          at,
          "decides nothing behind %s: jobs that it finds equal are equal by %s too"
              .formatted(before.name(), order.name()),
          "leave one of them out"
              + (measure(order, true).equals(order.name())
                  ? ", or choose the preemption by-turn"
                  : ""));
    }
    return Optional.empty();
  }

  /** What an order goes by; two that go by the same find the same jobs equal. */
  private static String measure(QueueOrder order, boolean preempts) {
    return switch (order) {
      case SmallestGangFirst _, LargestGangFirst _ -> "devices";
      case LeastRemainingEstimateFirst _ when !preempts -> new ShortestEstimateFirst().name();
      case LeastRemainingWorkFirst _ when !preempts -> new ShortestWorkFirst().name();
      default -> order.name();
    };
  }

  private static Optional<OrderListFault> fault(int at, String rule, String remedy) {
    return Optional.of(new OrderListFault(at, rule, remedy));
  }
}
