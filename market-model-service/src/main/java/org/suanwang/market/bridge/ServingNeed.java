package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What a model says of inference: so many reference devices that serve, held for a time.
 *
 * @param devices the part of them that is asked for
 * @param devicesInAll what the model says, not rounded
 * @param name what the model calls them
 */
public record ServingNeed(long devices, BigFraction devicesInAll, String name, Duration time) {
  /** What the model must say to have inference. */
  static final String ROLE = "inferenceDevices";

  /** More than that the catalogue does not compare. */
  private static final long DEVICES_MAX = 100_000_000;

  /**
   * Evaluates the role of inference.
   *
   * @param start whose year chooses among the names of several years
   * @throws InvalidInputException when the model plays no such role in that year, or the value is
   *     not positive or too large
   */
  public static ServingNeed evaluate(
      PublishedModel model,
      Assumptions assumptions,
      DemandShare share,
      LocalDate start,
      Duration time) {
    String name = name(model, start.getYear());
    var reader = new RoleReader(model, assumptions);
    BigFraction devices = reader.positive(name, "device", DEVICES_MAX);
    reader.refuse();
    return new ServingNeed(share.of(devices), devices, name, time);
  }

  private static String name(PublishedModel model, int year) {
    List<String> years = model.roles().years(ROLE);
    if (years.isEmpty()) {
      return RoleNames.require(model, ROLE);
    }
    return model
        .roles()
        .find(ROLE, year)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "start",
                    String.valueOf(year),
                    "must be in "
                        + String.join(", ", years)
                        + ", of which the model says inference",
                    "start in one of these years, or ask for \"classes\": [\""
                        + TrainingDemand.JOB_CLASS
                        + "\"]"));
  }
}
