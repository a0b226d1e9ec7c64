package org.suanwang.scheduling.simulation;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.WaitReason;

/**
 * Bars jobs from nodes that are kept for others who have reservations there, as far as they would
 * by their estimates still run then; and by what is planned for the nodes.
 */
final class KeptGate implements NodeGate {
  private final NodeGate plans;
  private final KeptPlaces places;
  private final LongSupplier clock;
  private final PlannedGate.Expectation expected;

  /**
   * Made for a time.
   *
   * @param clock when a job would start
   * @param expected how long it would then run, in a group or a union of groups
   */
  KeptGate(
      NodeGate plans, KeptPlaces places, LongSupplier clock, PlannedGate.Expectation expected) {
    this.plans = plans;
    this.places = places;
    this.clock = clock;
    this.expected = expected;
  }

  @Override
  public @Nullable WaitReason refusal(int job, int group, int node) {
    return plans.refusal(job, group, node);
  }

  @Override
  public @Nullable WaitReason refusal(int job, int tasks, int group, int node) {
    WaitReason reason = plans.refusal(job, tasks, group, node);
    return reason == null && tasksMax(job, tasks, group, node) == 0
        ? WaitReason.BEHIND_RESERVATION
        : reason;
  }

  @Override
  public int tasksMax(int job, int tasks, int group, int node) {
    if (places.isEmpty() || !places.areOn(node)) {
      return UNLIMITED;
    }
    long from = clock.getAsLong();
    return places.tasksMax(job, node, from, from + expected.seconds(job, tasks, group));
  }

  @Override
  public boolean isOpen() {
    return places.isEmpty() && plans.isOpen();
  }

  @Override
  public NodeGate besideReservations() {
    return plans;
  }
}
