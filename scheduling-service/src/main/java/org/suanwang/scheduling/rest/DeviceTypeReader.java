package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Throughput;
import org.suanwang.scheduling.workload.Precision;

/** Reads the device types that a fleet brings itself. */
final class DeviceTypeReader {
  private static final int TYPES_MAX = 10_000;
  private static final double TERAFLOPS_MAX = 1e6;
  private static final double WATTS_MAX = 1e6;
  private static final double GIGABYTES_MAX = 1e6;

  /** A million million operations a second, of floating point or of integers. */
  private static final List<String> PEAK_UNITS = List.of("TFLOP/s", "TOP/s");

  private final Findings findings;
  private final String list;

  /** Reads a list of this name. */
  DeviceTypeReader(Findings findings, String list) {
    this.findings = findings;
    this.list = list;
  }

  List<DeviceType> read(@Nullable List<FleetRequest.@Nullable DeviceTypeRequest> requests) {
    List<FleetRequest.@Nullable DeviceTypeRequest> given =
        Objects.requireNonNullElse(requests, List.of());
    findings.require(
        given.size() <= TYPES_MAX, list, given.size(), "at most " + TYPES_MAX, "send fewer");
    List<DeviceType> types = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      String field = list + "[" + i + "]";
      FleetRequest.DeviceTypeRequest type = given.get(i);
      if (type == null) {
        findings.add(field, null, "must be a device type", "remove the null");
      } else {
        String id = findings.name(field + ".id", type.id(), FleetLimits.NAME_LENGTH_MAX);
        findings.require(ids.add(id), field + ".id", id, "must be unique", "remove one of them");
        types.add(read(field, id, type));
      }
    }
    return types;
  }

  private DeviceType read(String field, String id, FleetRequest.DeviceTypeRequest type) {
    FleetRequest.SpecificationRequest spec = type.specification();
    List<Throughput> peaks =
        throughputs(field + ".throughputs", spec == null ? type.throughputs() : spec.throughputs());
    Double teraflops = type.fp16DenseTflops();
    if (teraflops == null) {
      teraflops = Throughput.findFp16Dense(peaks).orElse(null);
    }
    Map<Precision, Double> dense = Throughput.densePeaks(peaks);
    if (teraflops != null) {
      dense.put(Precision.FP16, teraflops);
    }
    dense.forEach((of, peak) -> inRange(field + ".throughputs", peak, TERAFLOPS_MAX));
    Double watts = powerWatts(field, type);
    return new DeviceType(
        id,
        inRange(field + ".fp16DenseTflops", teraflops, TERAFLOPS_MAX),
        watts,
        DeviceType.Source.REQUEST,
        vendor(field, type),
        name(field + ".softwareStack", type.softwareStack()),
        inRange(
            field + ".memoryBandwidthGBps",
            first(
                field + ".memoryBandwidth",
                type.memoryBandwidthGBps(),
                spec == null ? type.memoryBandwidth() : spec.memoryBandwidth(),
                "GB/s"),
            GIGABYTES_MAX),
        memoryMib(field, type),
        dense,
        TemplateReader.read(findings, field + ".templates", type.templates()),
        EnergyReader.idleWatts(findings, field + ".idlePowerWatts", type.idlePowerWatts(), watts),
        country(field, type));
  }

  private @Nullable Double powerWatts(String field, FleetRequest.DeviceTypeRequest type) {
    FleetRequest.SpecificationRequest spec = type.specification();
    Double stated =
        first(field + ".power", type.powerWatts(), spec == null ? type.power() : spec.power(), "W");
    return inRange(field + ".powerWatts", stated, WATTS_MAX);
  }

  private @Nullable Double first(
      String at,
      @Nullable Double stated,
      FleetRequest.@Nullable ResolvedRequest resolved,
      String unit) {
    return stated == null && resolved != null ? in(at, resolved, List.of(unit)) : stated;
  }

  /** Without a unit it is taken to be in one of these, which are equally large. */
  private @Nullable Double in(
      String at, FleetRequest.ResolvedRequest resolved, List<String> units) {
    findings.require(
        resolved.unit() == null || units.contains(resolved.unit()),
        at + ".unit",
        resolved.unit(),
        "must be " + String.join(" or ", units),
        "convert the value");
    return resolved.value();
  }

  private @Nullable String vendor(String field, FleetRequest.DeviceTypeRequest type) {
    FleetRequest.VendorRequest vendor = type.vendor();
    return type.vendorId() == null && vendor != null
        ? name(field + ".vendor.id", vendor.id())
        : name(field + ".vendorId", type.vendorId());
  }

  private @Nullable String country(String field, FleetRequest.DeviceTypeRequest type) {
    FleetRequest.VendorRequest vendor = type.vendor();
    return type.country() == null && vendor != null
        ? CountryCode.read(findings, field + ".vendor.country", vendor.country())
        : CountryCode.read(findings, field + ".country", type.country());
  }

  private @Nullable String name(String field, @Nullable String given) {
    return given == null ? null : findings.name(field, given, FleetLimits.NAME_LENGTH_MAX);
  }

  private @Nullable Integer memoryMib(String field, FleetRequest.DeviceTypeRequest type) {
    if (type.memoryMib() != null) {
      return findings.whole(
          field + ".memoryMib", type.memoryMib(), 1, FleetLimits.DEVICE_MEMORY_MIB_MAX, 1);
    }
    FleetRequest.SpecificationRequest spec = type.specification();
    Double gigabytes =
        first(
            field + ".memoryCapacity",
            null,
            spec == null ? type.memoryCapacity() : spec.memoryCapacity(),
            "GB");
    Double checked = inRange(field + ".memoryCapacity", gigabytes, GIGABYTES_MAX);
    return checked == null ? null : DeviceType.memoryMib(checked);
  }

  private @Nullable Double inRange(String field, @Nullable Double value, double max) {
    return value == null ? null : findings.number(field, value, 1e-3, max, 1);
  }

  private List<Throughput> throughputs(
      String at, @Nullable List<FleetRequest.@Nullable PeakRequest> peaks) {
    List<Throughput> read = new ArrayList<>();
    for (FleetRequest.PeakRequest peak :
        Objects.requireNonNullElse(peaks, List.<FleetRequest.PeakRequest>of())) {
      Double value =
          peak == null || peak.peak() == null ? null : in(at + ".peak", peak.peak(), PEAK_UNITS);
      if (peak != null && value != null) {
        read.add(
            new Throughput(
                Objects.requireNonNullElse(peak.precision(), ""),
                Objects.requireNonNullElse(peak.sparsity(), ""),
                Objects.requireNonNullElse(peak.scope(), ""),
                value));
      }
    }
    return read;
  }
}
