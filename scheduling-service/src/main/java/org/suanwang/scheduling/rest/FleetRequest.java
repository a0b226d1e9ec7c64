package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fleet to be kept. */
@Schema(description = "A fleet: hubs with pools of equal nodes")
public record FleetRequest(
    @Schema(description = "For people") @Nullable String name,
    @Nullable List<@Nullable HubRequest> hubs,
    @Schema(
            description =
                "Device types that need not be in the catalogue, in the catalogue's own shape or"
                    + " with fp16DenseTflops, powerWatts and the like")
        @Nullable List<@Nullable DeviceTypeRequest> deviceTypes,
    @Schema(
            description =
                "Direct lines between hubs, at most one for each pair; left out, no hub is known to"
                    + " be near another, and no data moves")
        @Nullable List<@Nullable LinkRequest> links,
    @Schema(
            description =
                "The country it stands in: devices of makers from there are domestic. ISO 3166-1"
                    + " alpha-2; left out, results tell device time by country, and no domestic share",
            examples = "CN")
        @Nullable String country) {
  /** A line between two hubs. */
  @Schema(
      name = "LinkRequest",
      description = "A direct line between two hubs, the same in both directions")
  public record LinkRequest(
      @Schema(description = "Id of a hub") @Nullable String from,
      @Schema(description = "Id of another") @Nullable String to,
      @Schema(description = "How long a round trip takes, ms, 0 to 10,000")
          @Nullable Double roundTripMillis,
      @Schema(
              description =
                  "How much it carries in each direction, 10⁹ bit/s, 0.01 to 100,000 in steps of"
                      + " 0.001")
          @Nullable Double gigabitsPerSecond,
      @Schema(description = "What it costs to send data over it; left out, nothing")
          @Nullable LinkPriceRequest price) {}

  /** What sending costs. */
  @Schema(name = "LinkPriceRequest")
  public record LinkPriceRequest(
      @Nullable Double value,
      @Schema(description = "CNY/GB, of 10⁹ byte") @Nullable String unit,
      @Schema(description = "Why this price, or where it is from") @Nullable String rationale) {}

  /** A site. */
  public record HubRequest(
      @Schema(description = "Stable slug, used as region by jobs") @Nullable String id,
      @Nullable String name,
      @Schema(description = "Power usage effectiveness at all hours, 1 to 10") @Nullable Double pue,
      @Nullable List<@Nullable PoolRequest> pools,
      @Schema(
              description =
                  "How many racks after each other, counted through its pools, hang on one spine;"
                      + " left out, spines are not modelled")
          @Nullable Integer racksPerSpine,
      @Schema(
              description =
                  "Instead of pue: power usage effectiveness in each hour of the local day, 24"
                      + " numbers from midnight on",
              examples = PUE_EXAMPLE)
          @Nullable List<@Nullable Double> pueByHour,
      @Schema(description = "What energy costs; left out, no energy cost is told")
          @Nullable TariffRequest tariff,
      @Schema(
              description =
                  "Carbon dioxide equivalent of a kilowatt-hour it draws, 0 to 5,000 g: a number for"
                      + " each hour of the local day, or one, which may stand without brackets",
              examples = "[556.8]")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<@Nullable Double> carbonGramsPerKilowattHour,
      @Schema(
              description =
                  "Share of its energy from renewable sources, 0 to 1, likewise; told beside carbon,"
                      + " from which it takes nothing",
              examples = "[0.35]")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<@Nullable Double> greenShare,
      @Schema(
              description = "Id of the tz database by which its day goes; left out, Asia/Shanghai",
              examples = "Asia/Shanghai")
          @Nullable String timeZone) {
    private static final String PUE_EXAMPLE =
        "[1.2,1.2,1.2,1.2,1.2,1.2,1.2,1.22,1.24,1.26,1.28,1.3,"
            + "1.32,1.33,1.34,1.34,1.33,1.31,1.28,1.26,1.24,1.22,1.2,1.2]";
  }

  /** What energy costs. */
  public record TariffRequest(
      @Schema(
              description =
                  "A price for each hour of the local day from midnight on, or one, which may stand"
                      + " without brackets; -10 to 100",
              examples = "[0.62]")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<@Nullable Double> value,
      @Schema(description = "CNY/(kW.h)", examples = "CNY/(kW.h)") @Nullable String unit,
      @Schema(description = "Why this price, or where it is from", examples = "example")
          @Nullable String rationale) {}

  /** Equal nodes. */
  public record PoolRequest(
      @Schema(description = "Id in the catalogue or in deviceTypes; left out for CPU nodes")
          @Nullable String deviceType,
      @Nullable Integer nodes,
      @Nullable Integer devicesPerNode,
      @Schema(description = "Thousandths of a core; left out when CPU is never short")
          @Nullable Integer cpuMilliPerNode,
      @Schema(description = "MiB; left out when memory is never short")
          @Nullable Integer memoryMibPerNode,
      @Nullable PriceRequest price,
      @Schema(
              description =
                  "How many nodes after each other are a rack; left out, racks are not modelled")
          @Nullable Integer nodesPerRack,
      @Schema(
              description =
                  "Names of its nodes, in their order, each once in the fleet, by which startNodes"
                      + " of jobs name them; left out, they have none",
              examples = "[\"node-01\",\"node-02\"]")
          @Nullable List<@Nullable String> nodeNames) {}

  /** What a device costs. */
  public record PriceRequest(
      @Nullable Double value,
      @Schema(description = "CNY/(device.h)") @Nullable String unit,
      @Nullable String rationale) {}

  /** A device type as the catalogue describes one. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DeviceTypeRequest(
      @Nullable String id,
      @Nullable Double fp16DenseTflops,
      @Nullable Double powerWatts,
      @Schema(description = "Id of its maker, as huawei") @Nullable String vendorId,
      @Schema(description = "Stack its programs are written for, as cann; left out, its maker's")
          @Nullable String softwareStack,
      @Schema(description = "1e9 byte/s") @Nullable Double memoryBandwidthGBps,
      @Schema(description = "Memory of one device, MiB") @Nullable Integer memoryMib,
      @Schema(
              description =
                  "Sizes in which one can be divided; shares are rounded up to the smallest that"
                      + " holds them. Left out, any share will do")
          @Nullable List<@Nullable TemplateRequest> templates,
      @Nullable List<@Nullable PeakRequest> throughputs,
      @Nullable ResolvedRequest power,
      @Nullable ResolvedRequest memoryBandwidth,
      @Nullable ResolvedRequest memoryCapacity,
      @Nullable VendorRequest vendor,
      @Nullable SpecificationRequest specification,
      @Schema(
              description =
                  "What one device draws that is in use and does nothing, 0 to powerWatts; left out,"
                      + " idle devices count nothing",
              examples = "65")
          @Nullable Double idlePowerWatts,
      @Schema(
              description =
                  "Country of its maker, ISO 3166-1 alpha-2; left out, that of vendor, as the"
                      + " catalogue has it",
              examples = "CN")
          @Nullable String country) {}

  /** The catalogue's SPEC, when an item of its list is sent unchanged. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SpecificationRequest(
      @Nullable List<@Nullable PeakRequest> throughputs,
      @Nullable ResolvedRequest power,
      @Nullable ResolvedRequest memoryBandwidth,
      @Nullable ResolvedRequest memoryCapacity) {}

  /** A vNPU template or a MIG profile. */
  @Schema(name = "TemplateRequest")
  public record TemplateRequest(
      @Schema(description = "As its maker calls it, as vir04") @Nullable String name,
      @Schema(description = "Thousandths of the device's compute, 1 to 999")
          @Nullable Integer computeMilli,
      @Schema(description = "Of the device's memory") @Nullable Integer memoryMib,
      @Nullable String source) {}

  /** Who makes it, as the catalogue says. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record VendorRequest(@Nullable String id, @Nullable String country) {}

  /** One peak. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PeakRequest(
      @Nullable String precision,
      @Nullable String sparsity,
      @Nullable String scope,
      @Nullable ResolvedRequest peak) {}

  /** One resolved value. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ResolvedRequest(@Nullable Double value, @Nullable String unit) {}
}
