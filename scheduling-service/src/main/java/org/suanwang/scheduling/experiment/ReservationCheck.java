package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.calendar.ReservedNodes;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.Workload;

/** Checks reservations against each other, the policy, the fleet and the tenants of the jobs. */
final class ReservationCheck {
  private final Fleet fleet;
  private final FleetLayout layout;
  private final PlanCheck plans;
  private final List<String> tenants;
  private final List<Violation> violations;

  private ReservationCheck(Fleet fleet, List<String> tenants, List<Violation> violations) {
    this.fleet = fleet;
    this.layout = new FleetLayout(fleet);
    this.plans = new PlanCheck(fleet, violations);
    this.tenants = tenants;
    this.violations = violations;
  }

  /** Whether a policy can do with reservations; what is wrong is told of this field. */
  static void checkPolicy(
      String field, SchedulingPolicy policy, ReservationRule rule, List<Violation> violations) {
    if (!rule.keepsNothing() && policy.order().sharesTime()) {
      violations.add(
          new Violation(
              field,
              policy.name(),
              "rounds share out device time among jobs and know of no reservations",
              "choose another discipline, or leave reservations out"));
    }
  }

  /** Whether a fleet has what is to be kept, and a workload somebody to keep it for. */
  static void check(
      ReservationRule rule, Fleet fleet, Workload workload, List<Violation> violations) {
    if (!rule.keepsNothing()) {
      new ReservationCheck(fleet, QueueCheck.tenantsOf(workload), violations)
          .check(rule, workload.epoch());
    }
  }

  private void check(ReservationRule given, Instant epoch) {
    ReservationRule rule = given.since(epoch);
    int before = violations.size();
    for (int i = 0; i < rule.reservations().size(); i++) {
      checkAlone(i, rule.reservations().get(i));
    }
    if (violations.size() == before) {
      checkNodes(rule);
    }
  }

  private void checkAlone(int index, Reservation one) {
    if (!plans.isHub(field(index, "hub"), one.hub())
        || !plans.counts(
            field(index, "hub"), NodeSpan.of(layout, one.hub(), one.deviceType()).size())) {
      return;
    }
    String type = one.deviceType();
    if (type != null && fleet.devices(type) == 0) {
      plans.addUnknownType(field(index, "deviceType"), type);
    }
    plans.checkTimes(field(index, "from"), one.fromSeconds(), one.toSeconds());
    if (tenants.stream().noneMatch(one::isFor)) {
      add(
          index,
          "tenant",
          one.tenant(),
          "no job of the workload is of this tenant or of a queue below it",
          Suggestion.remedy(one.tenant(), new ArrayList<>(tenants)));
    }
  }

  private void checkNodes(ReservationRule rule) {
    ReservedNodes reserved = new ReservedNodes(layout, rule);
    for (int i = 0; i < rule.reservations().size(); i++) {
      Integer wanted = rule.reservations().get(i).nodes();
      int got = reserved.count(i);
      if (got < (wanted == null ? 1 : wanted)) {
        add(
            i,
            "nodes",
            wanted,
            "only %d nodes that it is about are not kept by reservations before it then"
                .formatted(got),
            "ask for fewer, or at another time");
      }
    }
  }

  private static String field(int index, String name) {
    return "reservations[%d].%s".formatted(index, name);
  }

  private void add(int index, String name, @Nullable Object value, String rule, String remedy) {
    violations.add(new Violation(field(index, name), String.valueOf(value), rule, remedy));
  }
}
