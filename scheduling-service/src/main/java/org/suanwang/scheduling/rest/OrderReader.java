package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.OrderListFault;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.QueueOrder;

/** Reads the order of a composed policy, or several in a list. */
final class OrderReader {
  private static final String USUAL = "fifo";

  private final Findings findings;
  private final String field;

  /** Reads of the policy that stands in this field. */
  OrderReader(Findings findings, String policyField) {
    this.findings = findings;
    field = policyField + ".order";
  }

  /** The names that were given, in a list or alone; the usual one where nothing was. */
  static List<String> given(PolicyChoice.Parts parts) {
    OrderNames given = parts.order();
    return given == null ? List.of(USUAL) : given.names().stream().map(String::valueOf).toList();
  }

  /** The name of the order; the usual one where something is wrong. */
  String read(PolicyChoice.Parts parts) {
    OrderNames given = parts.order();
    if (given == null) {
      return USUAL;
    }
    int count = given.names().size();
    boolean holds =
        findings.require(
            count >= 1 && count <= OrderList.ORDERS_MAX,
            field,
            count + " orders",
            "must be one order, or a list of 1 to " + OrderList.ORDERS_MAX,
            "name the orders that decide most; ties go by arrival at last");
    return holds ? read(given, PreemptionReader.isAsked(parts)) : USUAL;
  }

  private String read(OrderNames given, boolean preempts) {
    List<QueueOrder> orders = new ArrayList<>();
    for (int at = 0; at < given.names().size(); at++) {
      QueueOrder order =
          order(given.names().get(at), given.isList() ? field + "[" + at + "]" : field);
      if (order == null) {
        return USUAL;
      }
      orders.add(order);
    }
    OrderListFault fault =
        orders.size() == 1 ? null : OrderListFault.find(orders, preempts).orElse(null);
    if (fault != null) {
      findings.add(
          field + "[" + fault.at() + "]",
          given.names().get(fault.at()),
          fault.rule(),
          fault.remedy());
      return USUAL;
    }
    return OrderList.of(orders).name();
  }

  private @Nullable QueueOrder order(@Nullable String name, String at) {
    QueueOrder order = name == null ? null : Policies.order(name).orElse(null);
    findings.require(
        order != null,
        at,
        name,
        "must name a part of a policy",
        "use one of " + Policies.orders().stream().map(QueueOrder::name).toList());
    return order;
  }
}
