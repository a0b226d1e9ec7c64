package org.suanwang.catalog.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Resolved;

/**
 * Which accelerators meet a requirement, how many of each, and why all others do not.
 *
 * @param demand at the wanted precision
 * @param matches the best by the asked rank first
 * @param others every other accelerator, ordered by id
 */
public record RequirementMatch(Demand demand, List<Fit> matches, List<Miss> others) {
  public RequirementMatch {
    matches = List.copyOf(matches);
    others = List.copyOf(others);
  }

  /** How many accelerators fall short for each reason; one may for several. */
  public Map<Shortfall.Code, Long> countsByReason() {
    Map<Shortfall.Code, Long> counts = new EnumMap<>(Shortfall.Code.class);
    others.forEach(
        o ->
            o.shortfalls().stream()
                .map(Shortfall::code)
                .distinct()
                .forEach(c -> counts.merge(c, 1L, Long::sum)));
    return counts;
  }

  /**
   * An accelerator that meets the requirement.
   *
   * @param precision the wanted one, or the one that takes its place
   * @param efficiency the share of the peak that is reached, in percent
   * @param devices whole ones
   * @param binding the need that asks for the most
   * @param needs what each need asks for
   * @param powerWatts of all devices; absent when unknown
   * @param days that the training takes with so many devices
   * @param energyKilowattHours of the training, or of a day of inference; of the devices alone
   * @param cost of all devices, in the asked currency; absent when unknown
   * @param holdsForAllClaims whether the limits are kept even by the least favourable claims
   * @param systems whole systems that hold the devices, where such are known
   */
  public record Fit(
      Accelerator accelerator,
      Precision precision,
      Circuit circuit,
      Resolved peak,
      Resolved efficiency,
      Devices devices,
      Demand.Kind binding,
      List<NeededDevices> needs,
      @Nullable Amount powerWatts,
      @Nullable Amount days,
      @Nullable Amount energyKilowattHours,
      @Nullable Amount cost,
      boolean holdsForAllClaims,
      List<WholeSystems> systems) {
    public Fit {
      needs = List.copyOf(needs);
      systems = List.copyOf(systems);
    }
  }

  /** What one need asks for: so much in total, so much from each device. */
  public record NeededDevices(Demand.Need need, Amount perDevice, Devices devices) {}

  /** An accelerator that does not meet the requirement, or of which that is not known. */
  public record Miss(Accelerator accelerator, List<Shortfall> shortfalls) {
    public Miss {
      shortfalls = List.copyOf(shortfalls);
    }

    /** Whether it fails by what is known. */
    public boolean isCertain() {
      return shortfalls.stream().anyMatch(s -> s.code().isCertain());
    }
  }
}
