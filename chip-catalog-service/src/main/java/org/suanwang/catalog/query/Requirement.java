package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.query.Efficiency.Stated;

/**
 * What is to be done, with which accelerators, within which limits.
 *
 * @param fallbacks the precisions that may take the place of the wanted one, best first
 * @param efficiency stated by the asker; else the claims of {@code workload} count
 * @param workload whose efficiency claims count
 */
public record Requirement(
    Work work,
    Precision precision,
    List<Precision> fallbacks,
    @Nullable Stated efficiency,
    @Nullable String workload,
    Filters filters,
    Limits limits,
    Rank rank) {
  public Requirement {
    fallbacks = List.copyOf(fallbacks);
  }

  /** By what matches are ranked: the least first, the unknown last. */
  public enum Rank {
    DEVICES,
    POWER,
    ENERGY,
    COST
  }

  /**
   * Which accelerators come into question; an empty set lets all.
   *
   * @param countries ISO 3166-1 alpha-2, of the vendor
   * @param stacks ids of software stacks, one of which it must run
   * @param segments market segments, one of which it must be sold to
   * @param scenarios what it may be sold for; who says nothing of it is let in
   * @param releasedBy the day on which it must be on sale; who says nothing of it is let in
   * @param memoryGigabytes that one device must have
   * @param interconnectGigabytesPerSecond that one device must have
   * @param exportRules that must not hold it back, where that is asked
   */
  public record Filters(
      Set<String> countries,
      Set<String> vendors,
      Set<String> stacks,
      Set<String> segments,
      Set<Scenario> scenarios,
      @Nullable LocalDate releasedBy,
      @Nullable BigDecimal memoryGigabytes,
      @Nullable BigDecimal interconnectGigabytesPerSecond,
      @Nullable ExportRules exportRules) {
    public static final Filters NONE =
        new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null);

    public Filters {
      countries = Set.copyOf(countries);
      vendors = Set.copyOf(vendors);
      stacks = Set.copyOf(stacks);
      segments = Set.copyOf(segments);
      scenarios = Set.copyOf(scenarios);
    }
  }

  /**
   * The export rules of a day.
   *
   * @param destination ISO 3166-1 alpha-2; what is made there is not exported to it
   */
  public record ExportRules(ExportControl rules, LocalDate on, String destination) {}

  /** What must not be passed; power and cost are of the devices alone. */
  public record Limits(
      @Nullable Long devices,
      @Nullable BigDecimal powerWatts,
      @Nullable BigDecimal cost,
      Unit currency) {
    public static final Limits NONE = new Limits(null, null, null, Unit.US_DOLLAR);
  }
}
