package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Throughput;

/** Reads the device types that a fleet brings itself. */
final class DeviceTypeReader {
  private static final int TYPES_MAX = 10_000;
  private static final double TERAFLOPS_MAX = 1e6;
  private static final double WATTS_MAX = 1e6;

  private final Findings findings;

  DeviceTypeReader(Findings findings) {
    this.findings = findings;
  }

  List<DeviceType> read(@Nullable List<FleetRequest.@Nullable DeviceTypeRequest> requests) {
    List<FleetRequest.@Nullable DeviceTypeRequest> given =
        Objects.requireNonNullElse(requests, List.of());
    findings.require(
        given.size() <= TYPES_MAX,
        "deviceTypes",
        given.size(),
        "at most " + TYPES_MAX,
        "send fewer");
    List<DeviceType> types = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      String field = "deviceTypes[" + i + "]";
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
    var peaks = spec == null ? type.throughputs() : spec.throughputs();
    FleetRequest.ResolvedRequest power = spec == null ? type.power() : spec.power();
    Double teraflops = type.fp16DenseTflops();
    if (teraflops == null) {
      teraflops = Throughput.findFp16Dense(throughputs(peaks)).orElse(null);
    }
    Double watts = type.powerWatts() == null && power != null ? power.value() : type.powerWatts();
    return new DeviceType(
        id,
        inRange(field + ".fp16DenseTflops", teraflops, TERAFLOPS_MAX),
        inRange(field + ".powerWatts", watts, WATTS_MAX),
        DeviceType.Source.REQUEST);
  }

  private @Nullable Double inRange(String field, @Nullable Double value, double max) {
    return value == null ? null : findings.number(field, value, 1e-3, max, 1);
  }

  private static List<Throughput> throughputs(
      @Nullable List<FleetRequest.@Nullable PeakRequest> peaks) {
    List<Throughput> read = new ArrayList<>();
    for (FleetRequest.PeakRequest peak :
        Objects.requireNonNullElse(peaks, List.<FleetRequest.PeakRequest>of())) {
      Double value = peak == null || peak.peak() == null ? null : peak.peak().value();
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
