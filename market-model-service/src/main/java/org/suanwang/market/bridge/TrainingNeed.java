package org.suanwang.market.bridge;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What a model says of training: so many companies, each so many reference devices for so long.
 *
 * @param referenceDevice the catalogue's id of the device counted in
 */
public record TrainingNeed(
    int companies,
    long devicesPerCompany,
    Duration time,
    String referenceDevice,
    String precision) {
  private static final int COMPANIES_MAX = 1000;
  private static final long DEVICES_MAX = 10_000_000;
  private static final long SECONDS_MAX = 10L * 366 * 86_400;

  /**
   * Evaluates the roles of demand.
   *
   * @throws InvalidInputException when the model plays no such roles, or a value is not whole or
   *     too large
   */
  public static TrainingNeed evaluate(PublishedModel model, Assumptions assumptions) {
    var reader = new Reader(model, assumptions);
    long companies = reader.whole("companies", "company", COMPANIES_MAX);
    long devices = reader.whole("devicesPerCompany", "device/company", DEVICES_MAX);
    long seconds = reader.whole("trainingTime", "s", SECONDS_MAX);
    reader.refuse();
    return new TrainingNeed(
        (int) companies,
        devices,
        Duration.ofSeconds(seconds),
        model.roles().referenceDevice(),
        model.roles().precision());
  }

  /** Reads roles as whole numbers, noting every fault before it complains. */
  private record Reader(PublishedModel model, Assumptions assumptions, List<Violation> violations) {
    Reader(PublishedModel model, Assumptions assumptions) {
      this(model, assumptions, new ArrayList<>());
    }

    long whole(String role, String unit, long max) {
      String name = RoleNames.require(model, role);
      var figure = Evaluation.evaluate(model, assumptions, Mode.EXACT, List.of(name)).require(name);
      Unit wanted = Unit.parse(unit);
      if (!(figure.reading() instanceof Reading.Exact exact)
          || !figure.unit().isComparableTo(wanted)) {
        return fault(name, figure.unit().text(), "must be in " + unit, "mend the model's roles");
      }
      BigFraction value = wanted.fromCoherent(figure.unit().toCoherent(exact.value()));
      if (!value.getDenominator().equals(BigInteger.ONE)
          || value.signum() <= 0
          || value.compareTo(BigFraction.of(max)) > 0) {
        return fault(
            name,
            figure.printed(),
            "must be a whole number of " + unit + " from 1 to " + max,
            "change the override or scenario");
      }
      return value.longValue();
    }

    private long fault(String name, String value, String rule, String remedy) {
      violations.add(new Violation(name, value, rule, remedy));
      return 1;
    }

    void refuse() {
      if (!violations.isEmpty()) {
        throw new InvalidInputException(violations);
      }
    }
  }
}
