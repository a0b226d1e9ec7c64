package org.suanwang.catalog.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Resolved;

/**
 * So many of one accelerator or system stand for so many of another.
 *
 * @param count of the second, whole ones, by the resolved values
 * @param countLow by the claims most favourable to the second
 * @param countHigh by the claims least favourable to the second
 * @param bindingConstraint the compared constraint that asks for the most
 * @param systems the systems made of nothing but the second, and how many whole ones hold the count
 * @param fromPower what the first draw together, by what is claimed of them
 * @param toPower what the second draw together
 */
public record Equivalence(
    Equipment from,
    long fromCount,
    Equipment to,
    long count,
    long countLow,
    long countHigh,
    String bindingConstraint,
    List<Constraint> constraints,
    List<WholeSystems> systems,
    Power fromPower,
    Power toPower) {
  public Equivalence {
    constraints = List.copyOf(constraints);
    systems = List.copyOf(systems);
  }

  /**
   * What one side draws.
   *
   * @param total absent when unknown
   * @param missing what would have to be claimed
   */
  public record Power(@Nullable Resolved total, List<String> missing) {
    public Power {
      missing = List.copyOf(missing);
    }
  }
}
