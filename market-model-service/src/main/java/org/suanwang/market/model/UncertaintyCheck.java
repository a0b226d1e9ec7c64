package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.Violation;
import org.suanwang.market.distribution.Laws;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.DistributionRules;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Uncertainty;

/** Intervals and distributions are possible ones, and hold the value that is stated. */
public final class UncertaintyCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<Finding>();
    for (Parameter parameter : draft.parameters()) {
      for (int i = 0; i < parameter.values().size(); i++) {
        DatedValue value = parameter.values().get(i);
        Origin origin = parameter.origin().at("values[" + i + "]");
        String key = parameter.key(value.period());
        check(value.uncertainty(), value.value())
            .forEach(v -> findings.add(finding(parameter, key, origin, v)));
      }
    }
    return findings;
  }

  /**
   * What is wrong with an uncertainty, with fields such as {@code distribution.low}.
   *
   * @param value the value it stands beside
   */
  public static List<Violation> check(Uncertainty uncertainty, BigFraction value) {
    String field = uncertainty instanceof Uncertainty.Interval ? "interval" : "distribution";
    List<Violation> violations = DistributionRules.check(field, uncertainty, value);
    return violations.isEmpty() && uncertainty instanceof Uncertainty.Distributed distributed
        ? truncation(field, distributed)
        : violations;
  }

  private static List<Violation> truncation(String field, Uncertainty.Distributed distributed) {
    double within = Laws.within(distributed);
    return within >= Laws.WITHIN_MIN
        ? List.of()
        : List.of(
            new Violation(
                field + ".truncation",
                distributed.truncation().text(),
                String.format(
                    Locale.ROOT,
                    "leaves %.3g of the probability, and must leave at least %.0e",
                    within,
                    Laws.WITHIN_MIN),
                "truncate less, or state the distribution that is meant"));
  }

  private static Finding finding(
      Parameter parameter, String key, Origin value, Violation violation) {
    return Finding.error(
        "uncertainty",
        parameter.name(),
        value.at(violation.field()),
        key + "." + violation.field() + " = " + violation.value() + ": " + violation.rule(),
        violation.remedy());
  }
}
