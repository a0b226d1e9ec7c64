package org.suanwang.scheduling.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data a job reads, which must be in a hub before the job starts there. Jobs that name the same
 * id read the same data.
 *
 * @param id what it is called in its workload
 * @param hub id of the hub in which it is from the beginning
 * @param megabytes how much it is, in 10⁶ byte
 * @param residency ids of the hubs in which it may be beside its own; null: in any
 */
public record JobData(String id, String hub, long megabytes, @Nullable List<String> residency) {
  private static final long BITS_PER_MEGABYTE = 8_000_000;

  public JobData {
    if (megabytes < 1) {
      throw new IllegalArgumentException("there is no less data than nothing");
    }
    residency = residency == null ? null : List.copyOf(residency);
  }

  /** How much it is, in bit. */
  public long bits() {
    return megabytes * BITS_PER_MEGABYTE;
  }

  /** Whether it may be in a hub. */
  public boolean mayBeIn(String other) {
    return hub.equals(other) || residency == null || residency.contains(other);
  }
}
