package org.suanwang.catalog.query;

import static org.suanwang.catalog.query.SmallCatalog.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;

/** Questions of equivalence that tests share. */
final class EquivalenceFixture {
  private EquivalenceFixture() {}

  static Equivalence evaluate(Catalog catalog, String from, long count, String to) {
    return evaluate(catalog, from, count, to, Set.copyOf(Constraint.USUAL), Efficiency.Terms.NONE);
  }

  static Equivalence evaluate(
      Catalog catalog,
      String from,
      long count,
      String to,
      Set<String> constraints,
      Efficiency.Terms terms) {
    return new EquivalenceCalculation(catalog)
        .evaluate(new EquivalenceQuestion(from, count, to, Precision.FP16, constraints, terms));
  }

  static Constraint constraint(Equivalence e, String name) {
    return e.constraints().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  static Efficiency.Terms terms(Efficiency.@Nullable Stated from, Efficiency.@Nullable Stated to) {
    return new Efficiency.Terms(from, to, null, false);
  }
}
