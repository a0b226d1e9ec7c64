package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.query.RequirementMatch.Fit;
import org.suanwang.catalog.query.RequirementMatch.Miss;

/**
 * Finds the accelerators that meet a requirement, by the rules of docs/requirement-matching.md: no
 * number is guessed, and who has none is told what is missing.
 */
public final class RequirementMatching {
  private final Catalog catalog;
  private final Relations relations;

  public RequirementMatching(Catalog catalog, Relations relations) {
    this.catalog = catalog;
    this.relations = relations;
  }

  /**
   * Looks at every accelerator.
   *
   * @throws InvalidInputException when the work lacks numbers that neither the request gives nor a
   *     claim, or names what is not there
   */
  public RequirementMatch run(Requirement requirement) {
    ModelNumbers model = ModelNumbers.of(catalog, requirement.work());
    CandidateFilter filter = new CandidateFilter(catalog, relations, requirement.filters());
    FitCalculation calculation = new FitCalculation(catalog, requirement, model);
    List<Fit> fits = new ArrayList<>();
    List<Miss> misses = new ArrayList<>();
    for (Accelerator accelerator : catalog.accelerators()) {
      List<Shortfall> shortfalls = new ArrayList<>(filter.check(accelerator));
      Fit fit = calculation.evaluate(accelerator, shortfalls);
      if (fit != null && shortfalls.isEmpty()) {
        fits.add(fit);
      } else {
        misses.add(new Miss(accelerator, shortfalls));
      }
    }
    fits.sort(order(requirement.rank()));
    return new RequirementMatch(
        Demand.of(model, requirement.work(), requirement.precision()), fits, misses);
  }

  private static Comparator<Fit> order(Requirement.Rank rank) {
    return Comparator.<Fit, @Nullable BigDecimal>comparing(
            f -> key(f, rank), Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparingLong(f -> f.devices().value())
        .thenComparing(f -> f.accelerator().id());
  }

  private static @Nullable BigDecimal key(Fit fit, Requirement.Rank rank) {
    Amount amount =
        switch (rank) {
          case DEVICES -> fit.devices().amount();
          case POWER -> fit.powerWatts();
          case ENERGY -> fit.energyKilowattHours();
          case COST -> fit.cost();
        };
    return amount == null ? null : amount.value();
  }
}
