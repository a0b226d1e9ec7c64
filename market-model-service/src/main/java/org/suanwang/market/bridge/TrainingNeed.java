package org.suanwang.market.bridge;

import java.time.Duration;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What a model says of training: so many companies, each so many reference devices for so long.
 *
 * @param devicesPerCompany the part of a company's devices that is asked for
 * @param devicesPerCompanyInAll what the model says
 */
public record TrainingNeed(
    int companies, long devicesPerCompany, long devicesPerCompanyInAll, Duration time) {
  /** What the model must say to have training. */
  static final String ROLE = "companies";

  private static final String TIME = "trainingTime";
  private static final int COMPANIES_MAX = 1000;
  private static final long DEVICES_MAX = 10_000_000;
  private static final long SECONDS_MAX = 10L * 366 * 86_400;

  /**
   * Evaluates the roles of training.
   *
   * @throws InvalidInputException when the model plays no such roles, or a value is not whole or
   *     too large
   */
  public static TrainingNeed evaluate(
      PublishedModel model, Assumptions assumptions, DemandShare share) {
    var reader = new RoleReader(model, assumptions);
    long companies = reader.whole(RoleNames.require(model, ROLE), "company", COMPANIES_MAX);
    String perCompany = RoleNames.require(model, "devicesPerCompany");
    long devices = reader.whole(perCompany, "device/company", DEVICES_MAX);
    long seconds = reader.whole(RoleNames.require(model, TIME), "s", SECONDS_MAX);
    reader.refuse();
    return new TrainingNeed(
        (int) companies, share.of(BigFraction.of(devices)), devices, Duration.ofSeconds(seconds));
  }

  BigFraction hours(long devices) {
    return Hours.of(BigFraction.of(devices).multiply(companies), time);
  }
}
