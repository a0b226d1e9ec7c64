package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.DeviceOrigins;

/** From where the devices are that jobs held. */
@Schema(description = "Device time that jobs held, by the country of the devices' maker")
public record OriginsView(
    @Schema(description = "In the order of the fleet's device types") List<OfCountry> countries,
    @Schema(description = "The fleet's country; null when nobody stated it")
        @Nullable String domesticCountry,
    @Schema(
            description =
                "Share of the device time held that was of devices from the fleet's country; null"
                    + " when that is not stated, nothing was held, or it is not known of some from"
                    + " where they are")
        @Nullable Double domesticShare) {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

  /** The devices of one country's makers. */
  @Schema(name = "DevicesOfCountry")
  public record OfCountry(
      @Schema(description = "ISO 3166-1 alpha-2; null where nobody stated it", examples = "CN")
          @Nullable String country,
      long devices,
      Measure deviceHours,
      @Schema(description = "Of what could have been allocated") double allocation,
      @Schema(description = "Of what jobs held of all devices; null when they held none")
          @Nullable Double shareOfAllocated) {
    static OfCountry of(DeviceOrigins.OfCountry of) {
      return new OfCountry(
          of.country(),
          of.devices(),
          Measure.of(of.allocatedMilliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h"),
          of.allocation(),
          of.shareOfAllocated());
    }
  }

  static @Nullable OriginsView of(@Nullable DeviceOrigins origins) {
    return origins == null
        ? null
        : new OriginsView(
            origins.countries().stream().map(OfCountry::of).toList(),
            origins.domesticCountry(),
            origins.domesticShare());
  }
}
