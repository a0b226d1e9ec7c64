package org.suanwang.scheduling.energy;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the energy of a hub by the hours of its local day, from midnight on. Each list
 * has a value for each hour, or one for all of them, or is empty when nobody stated any.
 *
 * @param timeZone id of the tz database by which its day goes
 * @param pueByHour power usage effectiveness of the facility, at least 1; 24 values or none
 * @param tariff what energy costs; null when nobody stated it
 * @param carbonGramsPerKilowattHour carbon dioxide equivalent of the energy it draws
 * @param greenShare share of the energy that is from renewable sources, 0 to 1
 */
public record EnergyTerms(
    String timeZone,
    List<Double> pueByHour,
    @Nullable Tariff tariff,
    List<Double> carbonGramsPerKilowattHour,
    List<Double> greenShare) {
  /** Hours of a day. */
  public static final int HOURS = 24;

  /** By which the day of a hub goes that says nothing of it. */
  public static final String TIME_ZONE_DEFAULT = "Asia/Shanghai";

  /** A hub of which nothing is said. */
  public static final EnergyTerms NONE =
      new EnergyTerms(TIME_ZONE_DEFAULT, List.of(), null, List.of(), List.of());

  /** What was kept without some of it has none of that. */
  public EnergyTerms {
    timeZone = Objects.requireNonNullElse(timeZone, TIME_ZONE_DEFAULT);
    pueByHour = checked(pueByHour);
    carbonGramsPerKilowattHour = checked(carbonGramsPerKilowattHour);
    greenShare = checked(greenShare);
  }

  @SuppressWarnings("ConstantValue")
  static List<Double> checked(List<Double> values) {
    List<Double> copy = values == null ? List.of() : List.copyOf(values);
    if (copy.size() > 1 && copy.size() != HOURS) {
      throw new IllegalArgumentException("a day has " + HOURS + " hours, not " + copy.size());
    }
    return copy;
  }

  /** By which its day goes. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /**
   * The values of the hours, each times the other's where there is another.
   *
   * @param values 24, or one for all hours; none are ones
   * @param others likewise
   */
  public static double[] byHour(List<Double> values, List<Double> others) {
    double[] product = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      product[hour] = at(values, hour) * at(others, hour);
    }
    return product;
  }

  private static double at(List<Double> values, int hour) {
    return values.isEmpty() ? 1 : values.get(values.size() == 1 ? 0 : hour);
  }
}
