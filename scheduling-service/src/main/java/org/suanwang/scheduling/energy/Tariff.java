package org.suanwang.scheduling.energy;

import java.util.List;

/**
 * What a kilowatt-hour costs.
 *
 * @param cnyPerKilowattHour for each hour of the local day, or one price for all of them
 * @param rationale why this price, or where it is from
 */
public record Tariff(List<Double> cnyPerKilowattHour, String rationale) {
  public Tariff {
    cnyPerKilowattHour = EnergyTerms.checked(cnyPerKilowattHour);
  }
}
