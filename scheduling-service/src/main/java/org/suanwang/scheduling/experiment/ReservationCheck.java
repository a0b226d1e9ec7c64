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
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.Workload;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Checks reservations against each other, the policy, the fleet and the tenants of the jobs. */
final class ReservationCheck {
  private final Fleet fleet;
  private final List<String> tenants;
  private final List<Violation> violations;

  private ReservationCheck(Fleet fleet, List<String> tenants, List<Violation> violations) {
    this.fleet = fleet;
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
    if (fleet.hubs().stream().noneMatch(h -> h.id().equals(one.hub()))) {
      add(
          index,
          "hub",
          one.hub(),
          "must be a hub of the fleet",
          Suggestion.remedy(one.hub(), fleet.hubs().stream().map(Hub::id).toList()));
    }
    String type = one.deviceType();
    if (type != null && fleet.devices(type) == 0) {
      add(
          index,
          "deviceType",
          type,
          "must be a device type of the fleet",
          Suggestion.remedy(type, fleet.deviceTypes().stream().map(DeviceType::id).toList()));
    }
    if (tenants.stream().noneMatch(one::isFor)) {
      add(
          index,
          "tenant",
          one.tenant(),
          "no job of the workload is of this tenant or of a queue below it",
          Suggestion.remedy(one.tenant(), new ArrayList<>(tenants)));
    }
    if (one.fromSeconds() < 0 || one.toSeconds() > WorkloadLimits.SECONDS_MAX) {
      add(
          index,
          "from",
          one.fromSeconds() + ".." + one.toSeconds() + " s",
          "must lie within 68 years from the epoch of the workload on",
          "choose later times, or an earlier epoch");
    }
  }

  private void checkNodes(ReservationRule rule) {
    ReservedNodes reserved = new ReservedNodes(new FleetLayout(fleet), rule);
    if (reserved.nodes() >= ReservationRule.NODES_MAX) {
      violations.add(
          new Violation(
              "reservations",
              reserved.nodes() + " nodes",
              "all reservations together may have fewer than %d nodes, each counted as often as it"
                      .formatted(ReservationRule.NODES_MAX)
                  + " is kept",
              "keep fewer nodes, or less often"));
      return;
    }
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

  private void add(int index, String name, @Nullable Object value, String rule, String remedy) {
    String field = "reservations[%d].%s".formatted(index, name);
    violations.add(new Violation(field, String.valueOf(value), rule, remedy));
  }
}
