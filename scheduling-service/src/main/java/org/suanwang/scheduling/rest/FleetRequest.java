package org.suanwang.scheduling.rest;

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
        @Nullable List<@Nullable LinkRequest> links) {
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
      @Schema(description = "Power usage effectiveness, 1 to 10") @Nullable Double pue,
      @Nullable List<@Nullable PoolRequest> pools,
      @Schema(
              description =
                  "How many racks after each other, counted through its pools, hang on one spine;"
                      + " left out, spines are not modelled")
          @Nullable Integer racksPerSpine) {}

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
          @Nullable Integer nodesPerRack) {}

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
      @Nullable SpecificationRequest specification) {}

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
  public record VendorRequest(@Nullable String id) {}

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
