package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.QueueOrder;

/**
 * The order of a policy: one, or several of which each tells apart those that the ones before it
 * find equal.
 *
 * @param names in this order
 * @param isList whether they were a list, which may be of one
 */
public record OrderNames(List<@Nullable String> names, boolean isList) {
  public OrderNames {
    names = Collections.unmodifiableList(new ArrayList<>(names));
  }

  /** A text is the name of one. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static OrderNames one(String name) {
    return new OrderNames(List.of(name), false);
  }

  /** A list has the names of several. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static OrderNames several(List<@Nullable String> names) {
    return new OrderNames(names, true);
  }

  /** As it composes the same again. */
  static OrderNames of(QueueOrder order) {
    List<QueueOrder> orders = OrderList.orders(order);
    return new OrderNames(orders.stream().map(QueueOrder::name).toList(), orders.size() > 1);
  }

  /** As it was sent. */
  @JsonValue
  Object sent() {
    return isList ? names : String.valueOf(names.getFirst());
  }
}
