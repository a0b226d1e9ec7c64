package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.OutageSchedule;

/** Checks what is to go down against the fleet and the epoch. */
final class OutageCheck {
  /** More failures a second would be noise, and leave nothing to run on. */
  static final double PER_SECOND_MAX = 1;

  private static final String FIELD = "outages.maintenance[%d].%s";

  private final Fleet fleet;
  private final FleetLayout layout;
  private final PlanCheck plans;
  private final List<Violation> violations;

  private OutageCheck(Fleet fleet, List<Violation> violations) {
    this.fleet = fleet;
    this.layout = new FleetLayout(fleet);
    this.plans = new PlanCheck(fleet, violations);
    this.violations = violations;
  }

  /** Whether a fleet has what is to go down, from this epoch on. */
  static void checkFleet(OutageRule rule, Fleet fleet, Instant epoch, List<Violation> violations) {
    if (!rule.happensNever()) {
      new OutageCheck(fleet, violations).check(rule.since(epoch));
    }
  }

  private void check(OutageRule rule) {
    for (int i = 0; i < rule.reliability().size(); i++) {
      checkType("outages.reliability[%d].deviceType".formatted(i), rule, i);
    }
    for (int i = 0; i < rule.reliability().size(); i++) {
      Level level = rule.reliability().get(i).level();
      if (OutageSchedule.count(layout, rule.reliability().get(i)) == 0 && level.holdsNodes()) {
        add(
            "outages.reliability[%d].level".formatted(i),
            level,
            "the fleet has no unit of this level",
            "give its pools nodesPerRack, and its hubs racksPerSpine");
      }
    }
    double rate = OutageSchedule.failuresPerSecond(layout, rule);
    if (rate > PER_SECOND_MAX) {
      add(
          "outages.reliability",
          rate + " failures a second",
          "the fleet may have at most one failure a second on the average",
          "make mtbfHours longer");
    }
    for (int i = 0; i < rule.maintenance().size(); i++) {
      checkPlan(i, rule.maintenance().get(i));
    }
  }

  private void checkType(String field, OutageRule rule, int index) {
    String type = rule.reliability().get(index).deviceType();
    if (type != null && fleet.devices(type) == 0) {
      plans.addUnknownType(field, type);
    }
  }

  private void checkPlan(int index, Maintenance plan) {
    if (!plans.isHub(FIELD.formatted(index, "hub"), plan.hub())) {
      return;
    }
    plans.checkTimes(FIELD.formatted(index, "from"), plan.fromSeconds(), plan.toSeconds());
    List<NodeSpan> meant = NodeSpan.of(layout, plan.hub(), plan.deviceType());
    if (!plans.counts(FIELD.formatted(index, "hub"), meant.size())) {
      return;
    }
    int nodes = meant.stream().mapToInt(NodeSpan::size).sum();
    String type = plan.deviceType();
    if (nodes == 0 && type != null) {
      plans.addUnknownType(FIELD.formatted(index, "deviceType"), type);
    } else if (plan.nodes() != null && plan.nodes() > nodes) {
      add(
          FIELD.formatted(index, "nodes"),
          plan.nodes(),
          "must be at most the " + nodes + " nodes of the hub that it is about",
          "leave it out for all of them");
    }
  }

  private void add(String field, @Nullable Object value, String rule, String remedy) {
    violations.add(new Violation(field, String.valueOf(value), rule, remedy));
  }
}
