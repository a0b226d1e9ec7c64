package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.HubEnergy;

/** What the devices of a fleet drew. */
@Schema(
    description =
        "What the devices drew in the window, with the PUE of each hour: held ones idle power +"
            + " efficiency × (design power − idle power), others idle power, those out of use"
            + " nothing. Sums are over what is known; what is not is named")
public record EnergyUseView(
    @Schema(description = "All of it: allocated and idle") Measure energy,
    @Schema(description = "For devices and shares of devices that jobs held") Measure allocated,
    @Schema(description = "For devices in use that nobody held") Measure idle,
    @Schema(description = "By the devices alone, before PUE") Measure ofDevices,
    @Schema(description = "At the tariff of each hour; null when no hub has one")
        @Nullable Measure cost,
    @Schema(description = "Carbon dioxide equivalent; null when no hub states its carbon intensity")
        @Nullable Measure carbon,
    @Schema(description = "From renewable sources; null when no hub states its green share")
        @Nullable Measure green,
    @Schema(description = "The hubs with devices, of which all else is the sum")
        List<HubEnergyView> hubs,
    @Schema(description = "Their devices are not counted: nobody stated their power")
        List<String> typesWithoutPower,
    @Schema(
            description =
                "Idle devices count nothing, and held ones their design power: nobody stated their"
                    + " idle power")
        List<String> typesWithoutIdlePower,
    @Schema(description = "Counted with a PUE of 1") List<String> hubsWithoutPue,
    @Schema(description = "Not in the cost") List<String> hubsWithoutTariff,
    @Schema(description = "Not in the carbon") List<String> hubsWithoutCarbon,
    @Schema(description = "Not in the green energy") List<String> hubsWithoutGreenShare) {
  private static final String KILOWATT_HOURS = "kW.h";

  /** What the devices of one hub drew. */
  @Schema(description = "One hub, with the same meaning")
  public record HubEnergyView(
      String hub,
      Measure energy,
      Measure allocated,
      Measure idle,
      Measure ofDevices,
      @Nullable Measure cost,
      @Nullable Measure carbon,
      @Nullable Measure green) {
    static HubEnergyView of(HubEnergy e) {
      return new HubEnergyView(
          e.hub(),
          kilowattHours(e.kilowattHours()),
          kilowattHours(e.allocatedKilowattHours()),
          kilowattHours(e.idleKilowattHours()),
          kilowattHours(e.deviceKilowattHours()),
          known(e.costCny(), "CNY"),
          known(e.carbonKilograms(), "kg"),
          known(e.greenKilowattHours(), KILOWATT_HOURS));
    }
  }

  static @Nullable EnergyUseView of(@Nullable EnergyUse e) {
    return e == null
        ? null
        : new EnergyUseView(
            kilowattHours(e.kilowattHours()),
            kilowattHours(e.allocatedKilowattHours()),
            kilowattHours(e.idleKilowattHours()),
            kilowattHours(e.deviceKilowattHours()),
            known(e.costCny(), "CNY"),
            known(e.carbonKilograms(), "kg"),
            known(e.greenKilowattHours(), KILOWATT_HOURS),
            e.hubs().stream().map(HubEnergyView::of).toList(),
            e.typesWithoutPower(),
            e.typesWithoutIdlePower(),
            e.hubsWithoutPue(),
            e.hubsWithoutTariff(),
            e.hubsWithoutCarbon(),
            e.hubsWithoutGreenShare());
  }

  private static Measure kilowattHours(double value) {
    return Measure.of(value, KILOWATT_HOURS);
  }

  private static @Nullable Measure known(@Nullable Double value, String unit) {
    return value == null ? null : Measure.of(value, unit);
  }
}
