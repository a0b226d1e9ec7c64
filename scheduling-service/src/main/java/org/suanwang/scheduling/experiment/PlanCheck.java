package org.suanwang.scheduling.experiment;

import java.util.List;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Checks what all plans for nodes of a fleet say: where, of what type, and when. */
final class PlanCheck {
  /** Pools × plans: they are kept one by one. */
  static final int POOLS_MAX = 200_000;

  private final Fleet fleet;
  private final List<Violation> violations;
  private long pools;

  PlanCheck(Fleet fleet, List<Violation> violations) {
    this.fleet = fleet;
    this.violations = violations;
  }

  /**
   * Counts the pools that a plan is about; told of the plan that makes them too many.
   *
   * @return whether all plans so far can be kept
   */
  boolean counts(String field, int poolsOfPlan) {
    boolean fitBefore = pools <= POOLS_MAX;
    pools += poolsOfPlan;
    if (fitBefore && pools > POOLS_MAX) {
      violations.add(
          new Violation(
              field,
              pools + " pools of nodes",
              "the pools that plans are about, those of each plan counted anew, are at most "
                  + POOLS_MAX,
              "make fewer plans, or of fewer device types, or a fleet of fewer pools"));
    }
    return pools <= POOLS_MAX;
  }

  /** Whether it is a hub of the fleet; told when it is not. */
  boolean isHub(String field, String hub) {
    List<String> known = fleet.hubs().stream().map(Hub::id).toList();
    if (known.contains(hub)) {
      return true;
    }
    violations.add(
        new Violation(field, hub, "must be a hub of the fleet", Suggestion.remedy(hub, known)));
    return false;
  }

  /** Tells of a device type that is not where it is to be. */
  void addUnknownType(String field, String type) {
    List<String> known = fleet.deviceTypes().stream().map(DeviceType::id).toList();
    violations.add(
        new Violation(
            field, type, "must be a device type of the fleet", Suggestion.remedy(type, known)));
  }

  void checkTimes(String field, long fromSeconds, long toSeconds) {
    if (fromSeconds < 0 || toSeconds > WorkloadLimits.SECONDS_MAX) {
      violations.add(
          new Violation(
              field,
              fromSeconds + ".." + toSeconds + " s",
              "must lie within 68 years from the epoch of the workload on",
              "choose later times, or an earlier epoch"));
    }
  }
}
