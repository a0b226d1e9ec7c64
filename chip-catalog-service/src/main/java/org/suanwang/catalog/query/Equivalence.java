package org.suanwang.catalog.query;

import java.util.List;
import org.suanwang.catalog.accelerator.Accelerator;

/**
 * So many of one accelerator stand for so many of another.
 *
 * @param count devices of the second, whole ones, by the resolved values
 * @param countLow devices by the claims most favourable to the second
 * @param countHigh devices by the claims least favourable to the second
 * @param bindingConstraint the compared constraint that asks for the most devices
 */
public record Equivalence(
    Accelerator from,
    long fromCount,
    Accelerator to,
    long count,
    long countLow,
    long countHigh,
    String bindingConstraint,
    List<Constraint> constraints) {
  public Equivalence {
    constraints = List.copyOf(constraints);
  }
}
