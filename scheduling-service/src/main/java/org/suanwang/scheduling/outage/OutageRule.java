package org.suanwang.scheduling.outage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes down in a simulation, and how often a job may be hit.
 *
 * @param reliability what fails by itself; several for the same units add up
 * @param maintenance what is planned
 * @param retriesMax how often a job waits again after a failure; null for as often as it takes
 */
public record OutageRule(
    List<Reliability> reliability, List<Maintenance> maintenance, @Nullable Integer retriesMax) {
  /** Nothing ever goes down. */
  public static final OutageRule NONE = new OutageRule(List.of(), List.of(), null);

  public static final int RELIABILITY_MAX = 100;
  public static final int MAINTENANCE_MAX = 10_000;
  public static final int RETRIES_MAX = 1_000;

  public OutageRule {
    reliability = List.copyOf(Objects.requireNonNullElse(reliability, List.of()));
    maintenance = List.copyOf(Objects.requireNonNullElse(maintenance, List.of()));
    if (retriesMax != null && (retriesMax < 0 || retriesMax > RETRIES_MAX)) {
      throw new IllegalArgumentException("retries outside 0.." + RETRIES_MAX);
    }
  }

  /** Whether nothing goes down under this rule. */
  public boolean happensNever() {
    return reliability.isEmpty() && maintenance.isEmpty();
  }

  /** The same with all times counted from this epoch. */
  public OutageRule since(Instant epoch) {
    return new OutageRule(
        reliability, maintenance.stream().map(m -> m.since(epoch)).toList(), retriesMax);
  }
}
