package org.suanwang.scheduling.rest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;

/** Reads what a hub says of its energy by the hours of its local day. */
final class EnergyReader {
  static final double PUE_MAX = 10;
  private static final String TARIFF_UNIT = "CNY/(kW.h)";

  /** Below zero, as spot markets have had them. */
  private static final double TARIFF_MIN = -10;

  private static final double TARIFF_MAX = 100;
  private static final double GRAMS_MAX = 5_000;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final Findings findings;
  private final String field;

  /** Reads a hub with this place in the request. */
  EnergyReader(Findings findings, String field) {
    this.findings = findings;
    this.field = field;
  }

  EnergyTerms read(FleetRequest.HubRequest hub) {
    findings.require(
        hub.pue() == null || hub.pueByHour() == null,
        field + ".pueByHour",
        "beside pue",
        "a hub has one PUE for all hours, or one for each",
        "leave pue out");
    String zone = Objects.requireNonNullElse(hub.timeZone(), EnergyTerms.TIME_ZONE_DEFAULT);
    boolean isZone =
        findings.require(
            ZONES.contains(zone),
            field + ".timeZone",
            hub.timeZone(),
            "must be a time zone of the tz database",
            Suggestion.remedy(zone, ZONES));
    return new EnergyTerms(
        isZone ? zone : EnergyTerms.TIME_ZONE_DEFAULT,
        values(".pueByHour", hub.pueByHour(), false, 1, PUE_MAX),
        tariff(hub.tariff()),
        values(".carbonGramsPerKilowattHour", hub.carbonGramsPerKilowattHour(), true, 0, GRAMS_MAX),
        values(".greenShare", hub.greenShare(), true, 0, 1));
  }

  private @Nullable Tariff tariff(FleetRequest.@Nullable TariffRequest given) {
    if (given == null) {
      return null;
    }
    String at = ".tariff";
    new PriceReader(findings, field + at)
        .check(given.value(), "give a price, or 24", given.unit(), TARIFF_UNIT, given.rationale());
    List<Double> prices = values(at + ".value", given.value(), true, TARIFF_MIN, TARIFF_MAX);
    return new Tariff(prices, Objects.requireNonNullElse(given.rationale(), ""));
  }

  /** A value for each hour, or one for all of them where that may be. */
  private List<Double> values(
      String name,
      @Nullable List<@Nullable Double> given,
      boolean mayBeOne,
      double min,
      double max) {
    if (given == null) {
      return List.of();
    }
    int size = given.size();
    boolean isDay =
        findings.require(
            size == EnergyTerms.HOURS || (mayBeOne && size == 1),
            field + name,
            size + " numbers",
            mayBeOne ? "must be one number, or 24" : "must be 24 numbers",
            "give one for each hour of the local day, from midnight on");
    List<Double> values = new ArrayList<>();
    for (int hour = 0; isDay && hour < size; hour++) {
      String at = field + name + "[" + hour + "]";
      findings.require(given.get(hour) != null, at, null, "must be a number", "remove the null");
      values.add(findings.number(at, given.get(hour), min, max, min));
    }
    return values;
  }

  /** Idle power of a device type; null when nobody stated it, or it cannot be. */
  static @Nullable Double idleWatts(
      Findings findings, String at, @Nullable Double idle, @Nullable Double most) {
    if (idle == null) {
      return null;
    }
    boolean holds =
        findings.require(
            most != null && idle >= 0 && idle <= most,
            at,
            idle,
            most == null ? "needs powerWatts beside it" : "must be from 0 to powerWatts " + most,
            "give what one device draws that does nothing");
    return holds ? idle : null;
  }
}
