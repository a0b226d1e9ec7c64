package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.AcceleratorSource;
import org.suanwang.market.bridge.ClassDemand;
import org.suanwang.market.bridge.Conversion;
import org.suanwang.market.bridge.DemandJob;
import org.suanwang.market.bridge.EfficiencyPair;
import org.suanwang.market.bridge.ServingNeed;

/**
 * The demand of one class.
 *
 * @param referenceDeviceHoursInAll device-hours of the reference device, as the model says
 * @param referenceDeviceHours the share of them that is asked for, in whole devices
 * @param deviceHours the exact sum of the class's jobs and of its months
 * @param efficiency left out where devices are compared by peak
 * @param vendor whose the device is; left out where it does not matter
 */
@Schema(name = "DemandClass")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandClassBody(
    @JsonProperty("class") String jobClass,
    CatalogReference catalogVersion,
    Measure referenceDeviceHoursInAll,
    Measure referenceDeviceHours,
    Measure deviceHours,
    @Nullable Efficiency efficiency,
    @Nullable VendorReference vendor) {
  static final String DEVICE_HOURS = "device.h";
  private static final int SECONDS_PER_DAY = 86_400;

  static DemandClassBody of(ClassDemand demand) {
    Conversion conversion = demand.conversion();
    return new DemandClassBody(
        demand.jobClass(),
        CatalogReference.of(conversion.answer()),
        Measure.of(demand.referenceHoursInAll(), DEVICE_HOURS),
        Measure.of(demand.referenceHours(), DEVICE_HOURS),
        Measure.of(demand.deviceHours(), demand.lowHours(), demand.highHours(), DEVICE_HOURS),
        Efficiency.of(conversion.efficiency()),
        VendorReference.of(conversion.accelerator()));
  }

  static BigDecimal days(Duration time) {
    return Measure.number(BigFraction.of(time.toSeconds(), SECONDS_PER_DAY));
  }

  /**
   * What is reached of the peaks.
   *
   * @param reference what the reference device reaches, 0 to 1
   * @param device what the device asked for reaches
   * @param ratio the one over the other
   */
  @Schema(name = "DemandEfficiency")
  public record Efficiency(BigDecimal reference, BigDecimal device, BigDecimal ratio) {
    static @Nullable Efficiency of(@Nullable EfficiencyPair pair) {
      return pair == null
          ? null
          : new Efficiency(
              Measure.number(pair.reference()),
              Measure.number(pair.other()),
              Measure.number(pair.ratio()));
    }
  }

  /** Which country's vendor makes the device, by which catalogue version. */
  @Schema(name = "DemandVendor")
  public record VendorReference(String country, CatalogReference catalogVersion) {
    static @Nullable VendorReference of(AcceleratorSource.@Nullable Answer answer) {
      return answer == null
          ? null
          : new VendorReference(answer.accelerator().country(), CatalogReference.of(answer));
    }
  }

  /**
   * What the model counts in for serving.
   *
   * @param name what the model calls the devices
   * @param devicesInAll what the model says
   * @param devices the share of them that is asked for, in whole devices
   * @param equivalence the catalogue's answer for them
   */
  @Schema(name = "DemandServingReference")
  public record Serving(
      String device,
      String name,
      BigDecimal devicesInAll,
      long devices,
      BigDecimal days,
      long replicas,
      long replicaDevices,
      @JsonRawValue @Schema(implementation = Object.class) String equivalence) {
    static Serving of(ServingNeed need, ClassDemand demand) {
      var equivalence = demand.conversion().equivalence();
      return new Serving(
          equivalence.fromDevice(),
          need.name(),
          Measure.number(need.devicesInAll()),
          need.devices(),
          DemandClassBody.days(need.time()),
          demand.jobs().stream().mapToLong(DemandJob::tasks).sum(),
          demand.jobs().getFirst().devicesPerTask(),
          equivalence.document());
    }
  }
}
