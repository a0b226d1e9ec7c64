package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.RequirementMatch.Fit;
import org.suanwang.catalog.query.RequirementMatch.NeededDevices;
import org.suanwang.catalog.query.Shortfall.Code;

/** How many devices of one accelerator a requirement asks for, and what they draw and cost. */
final class FitCalculation {
  private static final BigDecimal TERA_PER_ZETTA = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal KILOWATT_HOURS_PER_WATT_DAY = new BigDecimal("0.024");

  /** Matrix circuits first, as everywhere. */
  private static final List<Circuit> CIRCUITS =
      List.of(Circuit.MATRIX, Circuit.UNSTATED, Circuit.VECTOR);

  private final Catalog catalog;
  private final Requirement requirement;
  private final ModelNumbers model;
  private final List<WholeSystems.Sole> systems;
  private final Map<Precision, Demand> demands = new EnumMap<>(Precision.class);

  FitCalculation(Catalog catalog, Requirement requirement, ModelNumbers model) {
    this.catalog = catalog;
    this.requirement = requirement;
    this.model = model;
    this.systems = WholeSystems.sole(catalog);
  }

  private record Peak(Precision precision, Circuit circuit, Resolved resolved) {}

  /** The fit, or nothing; why not is added to the shortfalls. */
  @Nullable Fit evaluate(Accelerator accelerator, List<Shortfall> shortfalls) {
    Equipment device = Equipment.of(catalog, accelerator);
    Optional<Peak> peak = findPeak(device);
    Resolved share = efficiency(accelerator, shortfalls);
    if (peak.isEmpty()) {
      shortfalls.add(withoutPeak(accelerator));
    }
    Demand demand = demand(peak.map(Peak::precision).orElse(requirement.precision()));
    List<NeededDevices> needs = new ArrayList<>();
    for (Demand.Need need : demand.needs()) {
      Amount each = perDevice(need.kind(), device, peak, share, shortfalls);
      if (each != null) {
        needs.add(new NeededDevices(need, each, Devices.of(need.total().dividedBy(each))));
      }
    }
    checkReplica(device, demand, shortfalls);
    return needs.size() < demand.needs().size() || peak.isEmpty() || share == null
        ? null
        : fit(device, accelerator, peak.get(), share, needs, demand, shortfalls);
  }

  private Demand demand(Precision precision) {
    return demands.computeIfAbsent(precision, p -> Demand.of(model, requirement.work(), p));
  }

  private Optional<Peak> findPeak(Equipment device) {
    return Stream.concat(Stream.of(requirement.precision()), requirement.fallbacks().stream())
        .flatMap(
            p ->
                CIRCUITS.stream()
                    .flatMap(c -> device.peak(p, c).stream())
                    .map(k -> new Peak(p, k.circuit(), k.peak())))
        .findFirst();
  }

  private @Nullable Resolved efficiency(Accelerator accelerator, List<Shortfall> shortfalls) {
    if (requirement.efficiency() != null) {
      return requirement.efficiency().resolved();
    }
    String workload = String.valueOf(requirement.workload());
    Resolved claimed =
        Efficiency.claimed(catalog, accelerator.id()).get(workload.toLowerCase(Locale.ROOT));
    if (claimed == null) {
      shortfalls.add(
          Shortfall.missing(
              Code.EFFICIENCY_UNKNOWN,
              "what it reaches of its peak in " + workload + " is not claimed",
              accelerator.id() + ".efficiency " + workload));
    }
    return claimed;
  }

  private Shortfall withoutPeak(Accelerator accelerator) {
    Specification s = catalog.findSpecification(accelerator.id()).orElseThrow();
    Precision wanted = requirement.precision();
    String missing = accelerator.id() + "." + wanted + " DENSE";
    if (!s.densePeaks(wanted).isEmpty()) {
      return Shortfall.missing(
          Code.NO_PEAK_OF_DEVICE,
          "its dense " + wanted + " peak is claimed by a bound, or of a part of the device only",
          missing + " " + accelerator.scope());
    }
    boolean isSparseOnly =
        s.throughputs().stream()
            .anyMatch(
                t -> t.of().precision() == wanted && t.of().sparsity() == Sparsity.SPARSE_2_4);
    return isSparseOnly
        ? Shortfall.missing(
            Code.ONLY_SPARSE_PEAK, "its " + wanted + " peak is claimed with sparsity only", missing)
        : Shortfall.missing(Code.PEAK_UNKNOWN, "no dense " + wanted + " peak is claimed", missing);
  }

  private static @Nullable Amount perDevice(
      Demand.Kind kind,
      Equipment device,
      Optional<Peak> peak,
      @Nullable Resolved share,
      List<Shortfall> shortfalls) {
    return switch (kind) {
      case COMPUTE ->
          peak.isEmpty() || share == null
              ? null
              : Amount.of(EffectiveThroughput.reached(peak.get().resolved(), share));
      case MEMORY_CAPACITY ->
          number(device, Plain.MEMORY_CAPACITY, Code.MEMORY_UNKNOWN, shortfalls);
      case MEMORY_BANDWIDTH ->
          number(device, Plain.MEMORY_BANDWIDTH, Code.MEMORY_BANDWIDTH_UNKNOWN, shortfalls);
    };
  }

  private static @Nullable Amount number(
      Equipment device, Plain attribute, Code unknown, List<Shortfall> shortfalls) {
    Equipment.Holding holding = device.number(attribute);
    if (holding.isKnown() && holding.resolved() != null) {
      return Amount.of(holding.resolved());
    }
    // A minimum that was asked for has told so already.
    if (shortfalls.stream().noneMatch(s -> s.code() == unknown)) {
      shortfalls.add(
          new Shortfall(
              unknown, attribute.kind() + " is not claimed as a number", holding.missing()));
    }
    return null;
  }

  /** The states of one replica fit into the memory of the devices that share them. */
  private void checkReplica(Equipment device, Demand demand, List<Shortfall> shortfalls) {
    Resolved memory = device.number(Plain.MEMORY_CAPACITY).resolved();
    if (!(requirement.work() instanceof Work.Training t)
        || t.shardedOver() == null
        || memory == null
        || !memory.isComparable()) {
      return;
    }
    BigDecimal needed =
        demand.needs().stream()
            .filter(n -> n.kind() == Demand.Kind.MEMORY_CAPACITY)
            .map(n -> n.total().dividedBy(Amount.of(t.shardedOver())).value())
            .findFirst()
            .orElseThrow();
    if (memory.value().compareTo(needed) < 0
        && shortfalls.stream().noneMatch(s -> s.code() == Code.MEMORY_TOO_SMALL)) {
      shortfalls.add(
          Shortfall.of(
              Code.MEMORY_TOO_SMALL,
              "one of "
                  + t.shardedOver()
                  + " devices must hold "
                  + RoundedText.of(needed)
                  + " GB, it has "
                  + memory.value().toPlainString()));
    }
  }

  private Fit fit(
      Equipment device,
      Accelerator accelerator,
      Peak peak,
      Resolved share,
      List<NeededDevices> needs,
      Demand demand,
      List<Shortfall> shortfalls) {
    Devices devices = needs.stream().map(NeededDevices::devices).reduce(Devices::max).orElseThrow();
    NeededDevices binding =
        needs.stream()
            .max(Comparator.comparing(n -> n.need().total().dividedBy(n.perDevice()).value()))
            .orElseThrow();
    Equipment.Holding power = device.number(Plain.POWER);
    Amount each = power.isKnown() ? Amount.of(requireKnown(power)) : null;
    Amount watts = each == null ? null : devices.amount().times(each);
    Amount rate = Amount.of(EffectiveThroughput.reached(peak.resolved(), share));
    Amount price = price(accelerator);
    Amount cost = price == null ? null : devices.amount().times(price);
    boolean holds =
        new LimitCheck(requirement.limits(), shortfalls).check(accelerator, devices, watts, cost);
    return new Fit(
        accelerator,
        peak.precision(),
        peak.circuit(),
        peak.resolved(),
        share,
        devices,
        binding.need().kind(),
        needs,
        watts,
        days(demand, rate, devices),
        energy(demand, rate, each, watts),
        cost,
        holds,
        WholeSystems.holding(systems, accelerator, devices));
  }

  private static Resolved requireKnown(Equipment.Holding holding) {
    if (holding.resolved() == null) {
      throw new IllegalStateException("asked before");
    }
    return holding.resolved();
  }

  private @Nullable Amount price(Accelerator accelerator) {
    Specification s = catalog.findSpecification(accelerator.id()).orElseThrow();
    Resolved price = DerivedMetric.price(s, requirement.limits().currency());
    return price == null || !price.isComparable() ? null : Amount.of(price);
  }

  /** With the number of devices that the resolved values ask for. */
  private static @Nullable Amount days(Demand demand, Amount rate, Devices devices) {
    return demand.compute() == null
        ? null
        : deviceDays(demand.compute(), rate).dividedBy(Amount.of(devices.value()));
  }

  private static Amount deviceDays(Amount compute, Amount rate) {
    return compute.times(TERA_PER_ZETTA).dividedBy(rate.times(SECONDS_PER_DAY));
  }

  /** Training takes the same energy on few devices as on many; inference is told for a day. */
  private static @Nullable Amount energy(
      Demand demand, Amount rate, @Nullable Amount each, @Nullable Amount watts) {
    if (each == null || watts == null) {
      return null;
    }
    Amount wattDays =
        demand.compute() == null ? watts : deviceDays(demand.compute(), rate).times(each);
    return wattDays.times(KILOWATT_HOURS_PER_WATT_DAY);
  }
}
