package org.suanwang.market.bridge;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A model's demand in devices of one kind, by class; at least one of training and serving is there.
 *
 * @param assumptions everything that is taken for granted on the way
 */
public record Demand(
    @Nullable TrainingNeed trainingNeed,
    @Nullable ServingNeed servingNeed,
    List<ClassDemand> classes,
    List<AssumptionList.Entry> assumptions) {
  public Demand {
    classes = List.copyOf(classes);
    assumptions = List.copyOf(assumptions);
  }

  /** The class that comes first; its conversion is the demand's own where it stands alone. */
  public ClassDemand first() {
    return classes.getFirst();
  }

  /** A class of the demand, or null when it has none of it. */
  public @Nullable ClassDemand of(String jobClass) {
    return classes.stream().filter(c -> c.jobClass().equals(jobClass)).findFirst().orElse(null);
  }

  /** The sum of a number over all classes. */
  public BigFraction sum(Function<ClassDemand, BigFraction> number) {
    return classes.stream().map(number).reduce(BigFraction.ZERO, BigFraction::add);
  }
}
