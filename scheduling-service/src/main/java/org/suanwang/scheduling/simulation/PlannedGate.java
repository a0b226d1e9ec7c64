package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.Segment;
import org.suanwang.scheduling.calendar.Window;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Tenant;

/**
 * Bars jobs from nodes by what is planned for the nodes. While nodes are kept for a tenant, or
 * drained for it, nobody else starts there. A policy that foretells starts also starts no job that
 * would by its estimate run into a time for which its nodes are kept for others or out of use.
 */
public final class PlannedGate implements NodeGate {
  private static final BitSet NONE = new BitSet();

  private final NodeCalendar calendar;
  private final boolean foretells;
  private final LongSupplier clock;
  private final Expectation expected;
  private final JobTable jobs;
  private final BitSet[] ofTenant;

  /** How long a job is expected to hold a group's devices if it starts with so many tasks now. */
  @FunctionalInterface
  public interface Expectation {
    long seconds(int job, int tasks, int group);
  }

  /** The same in a union of groups too: on the slowest that the job may use. */
  static Expectation onSlowest(SimulationInput input, Expectation expected) {
    FleetLayout layout = input.layout();
    return (job, tasks, group) ->
        layout.isUnion(group)
            ? Unions.groupsOf(layout.group(group).poolsFor(input.jobs().request(job)))
                .mapToLong(part -> expected.seconds(job, tasks, part))
                .max()
                .orElse(0)
            : expected.seconds(job, tasks, group);
  }

  private PlannedGate(
      SimulationInput input, NodeCalendar calendar, LongSupplier clock, Expectation expected) {
    this.calendar = calendar;
    this.clock = clock;
    this.expected = onSlowest(input, expected);
    foretells = input.policy().discipline().reservesAhead();
    jobs = input.jobs();
    ofTenant = ofTenants(input.reservations().reservations(), jobs.distinctTenants());
  }

  /** The numbers of the reservations for each of these tenants, or for a queue above it. */
  private static BitSet[] ofTenants(List<Reservation> reservations, List<String> tenants) {
    Map<String, BitSet> ofQueue = new HashMap<>();
    for (int i = 0; i < reservations.size(); i++) {
      ofQueue.computeIfAbsent(reservations.get(i).tenant(), t -> new BitSet()).set(i);
    }
    return tenants.stream().map(tenant -> upwards(tenant, ofQueue)).toArray(BitSet[]::new);
  }

  private static BitSet upwards(String tenant, Map<String, BitSet> ofQueue) {
    BitSet all = new BitSet();
    for (String at = tenant; at != null; at = Tenant.above(at)) {
      all.or(ofQueue.getOrDefault(at, NONE));
    }
    return all;
  }

  /**
   * The gate of a run, or of what its policy foretells.
   *
   * @param clock when a job would start
   */
  public static NodeGate of(
      SimulationInput input, NodeCalendar calendar, LongSupplier clock, Expectation expected) {
    return calendar.isEmpty() ? OPEN : new PlannedGate(input, calendar, clock, expected);
  }

  @Override
  public @Nullable WaitReason refusal(int job, int group, int node) {
    return refusal(job, jobs.tasks(job), group, node);
  }

  @Override
  public @Nullable WaitReason refusal(int job, int tasks, int group, int node) {
    Segment segment = calendar.of(node);
    if (segment.isFree()) {
      return null;
    }
    long from = clock.getAsLong();
    long to = foretells ? from + expected.seconds(job, tasks, group) : from;
    for (Window window : segment.near(from, to)) {
      if (window.bars(from, to) && !isFor(job, window)) {
        return window.isMaintenance() ? WaitReason.DRAINING : WaitReason.KEPT_FOR_OTHERS;
      }
    }
    return null;
  }

  /** Whether a node is neither out of use now nor kept for others, whatever is to come. */
  boolean isOpenNow(int job, int node) {
    long now = clock.getAsLong();
    for (Window window : calendar.of(node).near(now, now)) {
      if (window.isOn(now) && !isFor(job, window)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFor(int job, Window window) {
    return !window.isMaintenance() && ofTenant[jobs.tenantIndex(job)].get(window.reservation());
  }

  /** Whether nodes are kept for the tenant of the job at some time. */
  boolean hasReservation(int job) {
    return !ofTenant[jobs.tenantIndex(job)].isEmpty();
  }

  /** Whether some of these reservations, by their numbers, are for the tenant of the job. */
  boolean hasReservation(int job, BitSet numbers) {
    return ofTenant[jobs.tenantIndex(job)].intersects(numbers);
  }

  /** Those of these reservations, by their numbers, that are for the tenants of both jobs. */
  BitSet reservations(int one, int other, BitSet numbers) {
    BitSet both = (BitSet) numbers.clone();
    both.and(ofTenant[jobs.tenantIndex(one)]);
    both.and(ofTenant[jobs.tenantIndex(other)]);
    return both;
  }

  /**
   * Why a job may not start now on a node that is to be kept for it; a job that would by its
   * estimate outlast that time may not where starts are foretold.
   */
  @Nullable WaitReason refusalOfKept(int job, int group, int node) {
    long from = clock.getAsLong();
    for (Window window : calendar.of(node).near(from, from)) {
      if (!window.isMaintenance() && window.isOn(from) && isFor(job, window)) {
        boolean outlasts =
            foretells && from + expected.seconds(job, jobs.tasks(job), group) > window.toSeconds();
        return outlasts ? WaitReason.KEPT_FOR_OTHERS : refusal(job, group, node);
      }
    }
    return WaitReason.KEPT_FOR_OTHERS;
  }
}
