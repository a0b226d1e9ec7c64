package org.suanwang.scheduling.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Tenant;

/**
 * A time for which whole nodes of a hub are kept for the jobs of a tenant, as with the advance
 * reservations of Slurm (Jackson, Snell and Clement, JSSPP 2001, describe those of Maui).
 *
 * @param tenant path of a queue; the jobs of the queues below it are meant as well
 * @param hub id
 * @param deviceType only nodes with devices of this type; null for all nodes of the hub
 * @param nodes how many of them, the first that are not kept for others then; null for all
 * @param fromSeconds when the jobs of others that still run there give way
 * @param toSeconds from when on everybody may start there again; later than {@code fromSeconds}
 * @param drainSeconds for how long before nobody else starts there
 * @param ofCalendar whether the two are counted from 1970, and not from the epoch of the workload
 */
public record Reservation(
    String tenant,
    String hub,
    @Nullable String deviceType,
    @Nullable Integer nodes,
    long fromSeconds,
    long toSeconds,
    long drainSeconds,
    boolean ofCalendar) {
  public Reservation {
    if (drainSeconds < 0) {
      throw new IllegalArgumentException("a drain begins before what it is for");
    }
    if (fromSeconds >= toSeconds || (nodes != null && nodes < 1)) {
      throw new IllegalArgumentException("a reservation of nothing");
    }
  }

  /** The same with times counted from this epoch. */
  Reservation since(Instant epoch) {
    if (!ofCalendar) {
      return this;
    }
    long start = epoch.getEpochSecond();
    return new Reservation(
        tenant,
        hub,
        deviceType,
        nodes,
        fromSeconds - start,
        toSeconds - start,
        drainSeconds,
        false);
  }

  /** Whether nodes are kept for the jobs of a tenant by this. */
  public boolean isFor(String other) {
    return other.equals(tenant)
        || (other.startsWith(tenant) && other.startsWith(Tenant.SEPARATOR, tenant.length()));
  }
}
