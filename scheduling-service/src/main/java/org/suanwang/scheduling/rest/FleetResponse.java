package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.CatalogVersion;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Price;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.Precision;

/** A fleet that is kept. */
@Schema(description = "A fleet as it is kept; it never changes")
public record FleetResponse(
    String id,
    String name,
    List<HubView> hubs,
    long nodes,
    long devices,
    List<DeviceTypeView> deviceTypes,
    @Nullable CatalogVersion catalogVersion,
    @Schema(description = "Dense FP16 peak of all devices whose peak is known") Measure throughput,
    @Schema(description = "Device types that count 0 in throughput: nobody stated their peak")
        List<String> typesWithoutThroughput,
    @Schema(description = "Direct lines between its hubs") List<LinkView> links,
    @Schema(
            description =
                "Of a list of Kubernetes nodes, when it is sent: nodes left out, by the reason")
        @Nullable Map<String, Integer> leftOut,
    @Schema(
            description =
                "Of a list of Kubernetes nodes, when it is sent: nodes that are not quite as it has"
                    + " them, by what was not taken")
        @Nullable Map<String, Integer> changed,
    Instant createdAt,
    @Schema(description = "Whose makers' devices are domestic; null when nobody said")
        @Nullable String country) {
  private static final double TERA_PER_EXA = 1e6;

  /** A hub. */
  public record HubView(
      String id,
      String name,
      @Nullable Double pue,
      @Nullable Integer racksPerSpine,
      long devices,
      List<PoolView> pools,
      EnergyTermsView energy) {}

  /** What a hub said of its energy. */
  @Schema(
      description =
          "What was said of its energy: lists have a value for each hour of the local day, or one"
              + " for all of them, or none when nobody stated any")
  public record EnergyTermsView(
      @Schema(description = "Id of the tz database by which its day goes") String timeZone,
      @Schema(description = "Power usage effectiveness, where it goes by hours")
          List<Double> pueByHour,
      @Nullable TariffView tariff,
      List<Double> carbonGramsPerKilowattHour,
      List<Double> greenShare) {
    static EnergyTermsView of(EnergyTerms terms) {
      Tariff tariff = terms.tariff();
      return new EnergyTermsView(
          terms.timeZone(),
          terms.pueByHour(),
          tariff == null
              ? null
              : new TariffView(tariff.cnyPerKilowattHour(), "CNY/(kW.h)", tariff.rationale()),
          terms.carbonGramsPerKilowattHour(),
          terms.greenShare());
    }
  }

  /** A tariff with its reason. */
  public record TariffView(List<Double> value, String unit, String rationale) {}

  /** A pool. */
  public record PoolView(
      @Nullable String deviceType,
      int nodes,
      int devicesPerNode,
      @Nullable Integer cpuMilliPerNode,
      @Nullable Integer memoryMibPerNode,
      @Nullable PriceView price,
      @Nullable Integer nodesPerRack,
      @Schema(description = "Names of its nodes, in their order; none where nobody named them")
          List<String> nodeNames) {}

  /** A price with its reason. */
  public record PriceView(BigDecimal value, String unit, String rationale) {}

  /** A device type with where it is from. */
  public record DeviceTypeView(
      String id,
      @Nullable Double fp16DenseTflops,
      @Nullable Double powerWatts,
      @Schema(description = "catalogue or request") String source,
      @Schema(description = "The software stack its programs are written for")
          @Nullable String softwareStack,
      @Schema(description = "1e9 byte/s") @Nullable Double memoryBandwidthGBps,
      @Nullable Integer memoryMib,
      @Schema(description = "Dense peaks by precision, TFLOP/s") Map<Precision, Double> peaks,
      @Schema(description = "Sizes in which one can be divided; none when in any")
          List<DeviceTemplate> templates,
      long devices,
      @Schema(description = "What one draws that does nothing; null when nobody stated it")
          @Nullable Double idlePowerWatts,
      @Schema(description = "Country of its maker; null when nobody stated it")
          @Nullable String country) {}

  static FleetResponse of(Stored<Fleet> stored) {
    return of(stored, null, null);
  }

  static FleetResponse of(TraceLoader.LoadedFleet loaded) {
    return of(loaded.fleet(), loaded.leftOut(), loaded.changed());
  }

  private static FleetResponse of(
      Stored<Fleet> stored,
      @Nullable Map<String, Integer> leftOut,
      @Nullable Map<String, Integer> changed) {
    Fleet fleet = stored.value();
    double teraflops = 0;
    List<String> unknown = new ArrayList<>();
    for (DeviceType type : fleet.deviceTypes()) {
      Double peak = type.fp16DenseTflops();
      if (peak == null) {
        unknown.add(type.id());
      } else {
        teraflops += peak * fleet.devices(type.id());
      }
    }
    return new FleetResponse(
        stored.id(),
        fleet.name(),
        fleet.hubs().stream().map(FleetResponse::view).toList(),
        fleet.nodes(),
        fleet.devices(),
        fleet.deviceTypes().stream().map(t -> view(t, fleet)).toList(),
        fleet.catalogVersion(),
        Measure.of(teraflops / TERA_PER_EXA, "EFLOP/s"),
        unknown,
        fleet.links().stream().map(LinkView::of).toList(),
        leftOut,
        changed,
        stored.createdAt(),
        fleet.country());
  }

  private static DeviceTypeView view(DeviceType type, Fleet fleet) {
    return new DeviceTypeView(
        type.id(),
        type.fp16DenseTflops(),
        type.powerWatts(),
        type.source().name().toLowerCase(Locale.ROOT),
        type.stack(),
        type.memoryBandwidthGBps(),
        type.memoryMib(),
        type.peaks(),
        type.templates(),
        fleet.devices(type.id()),
        type.idlePowerWatts(),
        type.country());
  }

  private static HubView view(Hub hub) {
    return new HubView(
        hub.id(),
        hub.name(),
        hub.pue(),
        hub.racksPerSpine(),
        hub.pools().stream().mapToLong(Pool::devices).sum(),
        hub.pools().stream().map(FleetResponse::view).toList(),
        EnergyTermsView.of(hub.energy()));
  }

  private static PoolView view(Pool pool) {
    Price price = pool.price();
    return new PoolView(
        pool.deviceType(),
        pool.nodes(),
        pool.devicesPerNode(),
        pool.cpuMilliPerNode() == 0 ? null : pool.cpuMilliPerNode(),
        pool.memoryMibPerNode() == 0 ? null : pool.memoryMibPerNode(),
        price == null
            ? null
            : new PriceView(
                Measure.cny(price.microCnyPerDeviceHour()).value(),
                "CNY/(device.h)",
                price.rationale()),
        pool.nodesPerRack(),
        pool.nodeNames());
  }
}
