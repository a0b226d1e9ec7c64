package org.suanwang.scheduling.simulation;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.Window;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Bars jobs from nodes by what is planned for the nodes. While nodes are kept for a tenant, or
 * drained for it, nobody else starts there. A policy that foretells starts also starts no job that
 * would by its estimate run into a time for which its nodes are kept for others or out of use.
 */
public final class PlannedGate implements NodeGate {
  private final NodeCalendar calendar;
  private final boolean foretells;
  private final LongSupplier clock;
  private final Expectation expected;
  private final JobTable jobs;
  private final boolean[][] isForTenant;

  /** How long a job is expected to hold devices of a group if it starts there now. */
  @FunctionalInterface
  public interface Expectation {
    long seconds(int job, int group);
  }

  private PlannedGate(
      SimulationInput input, NodeCalendar calendar, LongSupplier clock, Expectation expected) {
    this.calendar = calendar;
    this.clock = clock;
    this.expected = expected;
    foretells = input.policy().discipline().reservesAhead();
    jobs = input.jobs();
    List<Reservation> reservations = input.reservations().reservations();
    List<String> tenants = jobs.distinctTenants();
    isForTenant = new boolean[tenants.size()][reservations.size()];
    for (int tenant = 0; tenant < tenants.size(); tenant++) {
      for (int i = 0; i < reservations.size(); i++) {
        isForTenant[tenant][i] = reservations.get(i).isFor(tenants.get(tenant));
      }
    }
  }

  /**
   * The gate of a run, or of what its policy foretells.
   *
   * @param clock when a job would start
   */
  public static NodeGate of(
      SimulationInput input, NodeCalendar calendar, LongSupplier clock, Expectation expected) {
    boolean isOpen =
        calendar.isEmpty()
            || (input.reservations().keepsNothing()
                && !input.policy().discipline().reservesAhead());
    return isOpen ? OPEN : new PlannedGate(input, calendar, clock, expected);
  }

  @Override
  public @Nullable WaitReason refusal(int job, int group, int node) {
    Window[] windows = calendar.of(node);
    if (windows.length == 0) {
      return null;
    }
    long from = clock.getAsLong();
    long to = foretells ? from + expected.seconds(job, group) : from + 1;
    for (Window window : windows) {
      if (bars(window, from, to) && !isFor(job, window)) {
        return window.isMaintenance() ? WaitReason.DRAINING : WaitReason.KEPT_FOR_OTHERS;
      }
    }
    return null;
  }

  /** Maintenance of which a policy foretells nothing is no plan: nodes are drained, and go down. */
  private boolean bars(Window window, long from, long to) {
    if (!foretells) {
      return !window.isMaintenance() && window.isClosedAt(from);
    }
    return window.bars(from, to);
  }

  private boolean isFor(int job, Window window) {
    return !window.isMaintenance() && isForTenant[jobs.tenantIndex(job)][window.reservation()];
  }

  /** Whether nodes are kept for the tenant of the job at some time. */
  boolean hasReservation(int job) {
    for (boolean isFor : isForTenant[jobs.tenantIndex(job)]) {
      if (isFor) {
        return true;
      }
    }
    return false;
  }

  /**
   * Why a job may not start now on a node that is to be kept for it; a job that would by its
   * estimate outlast that time may not where starts are foretold.
   */
  @Nullable WaitReason refusalOfKept(int job, int group, int node) {
    long from = clock.getAsLong();
    for (Window window : calendar.of(node)) {
      if (!window.isMaintenance() && window.isOn(from) && isFor(job, window)) {
        boolean outlasts = foretells && from + expected.seconds(job, group) > window.toSeconds();
        return outlasts ? WaitReason.KEPT_FOR_OTHERS : refusal(job, group, node);
      }
    }
    return WaitReason.KEPT_FOR_OTHERS;
  }
}
