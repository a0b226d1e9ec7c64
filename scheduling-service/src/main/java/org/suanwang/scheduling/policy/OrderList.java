package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Several orders, one after the other: the first says whose turn it is, of those that it finds
 * equal the next does, at last arrival. Slurm's multifactor priority comes to that where each
 * weight outdoes all after it. It has ranks for given jobs only: {@link #forJobs}.
 *
 * @param orders two or more, none of which share out time
 */
public record OrderList(List<QueueOrder> orders) implements QueueOrder {
  /** As many orders stand in a list. */
  public static final int ORDERS_MAX = 4;

  /** Between the orders in a name. */
  static final String AND = "+";

  public OrderList {
    orders = List.copyOf(orders);
    if (orders.size() < 2 || orders.size() > ORDERS_MAX) {
      throw new IllegalArgumentException("not from 2 to " + ORDERS_MAX + " orders");
    }
    for (QueueOrder order : orders) {
      if (order.sharesTime() || order instanceof OrderList) {
        throw new IllegalArgumentException(order.name() + " stands in no list");
      }
    }
  }

  /**
   * The order that several make: one by itself is only itself, and the order of arrival at the end
   * is what happens anyway.
   */
  public static QueueOrder of(List<QueueOrder> given) {
    List<QueueOrder> orders = new ArrayList<>(given);
    while (orders.size() > 1 && orders.getLast() instanceof Fifo) {
      orders.removeLast();
    }
    return orders.size() == 1 ? orders.getFirst() : new OrderList(orders);
  }

  /** The orders of one that may be a list. */
  public static List<QueueOrder> orders(QueueOrder order) {
    return order instanceof OrderList list ? list.orders() : List.of(order);
  }

  /** By names with pluses between them, if they are two or more. */
  static Optional<QueueOrder> find(String name) {
    List<QueueOrder> found = new ArrayList<>();
    for (String part : name.split("\\" + AND, -1)) {
      QueueOrder order = Policies.order(part).filter(o -> !o.sharesTime()).orElse(null);
      if (order == null || found.size() == ORDERS_MAX) {
        return Optional.empty();
      }
      found.add(order);
    }
    return found.size() < 2 ? Optional.empty() : Optional.of(of(found));
  }

  @Override
  public String name() {
    return orders.stream().map(QueueOrder::name).collect(Collectors.joining(AND));
  }

  @Override
  public String meaning() {
    return orders.stream().map(QueueOrder::meaning).collect(Collectors.joining(", then "));
  }

  @Override
  public boolean usesEstimates() {
    return orders.stream().anyMatch(QueueOrder::usesEstimates);
  }

  @Override
  public boolean movesForward() {
    return orders.stream().anyMatch(QueueOrder::movesForward);
  }

  @Override
  public QueueOrder withLevels(List<Long> levelsDeviceSeconds) {
    if (orders.stream().noneMatch(o -> o instanceof LeastAttainedServiceFirst)) {
      throw new IllegalArgumentException(name() + " knows of no levels");
    }
    return new OrderList(
        orders.stream()
            .map(
                o ->
                    o instanceof LeastAttainedServiceFirst las
                        ? las.withLevels(levelsDeviceSeconds)
                        : o)
            .toList());
  }

  @Override
  public QueueOrder forJobs(JobTable jobs) {
    return new RankedOrders(this, jobs);
  }

  /** Whether the ranks of these jobs are numbers that can be kept. */
  public boolean fits(JobTable jobs) {
    return RankedOrders.fits(this, jobs);
  }

  @Override
  public long rank(JobTable jobs, int job) {
    throw new IllegalStateException(name() + " has ranks only once it knows all jobs");
  }
}
