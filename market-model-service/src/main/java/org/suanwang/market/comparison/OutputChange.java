package org.suanwang.market.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Reading;

/**
 * A variable whose value or printed value is not the same on both sides.
 *
 * @param from null when the formula has no result there
 * @param to null when the formula has no result there
 * @param difference how much more {@code to} is, in the unit of {@code to}; null when one is
 *     missing or the units cannot be compared
 * @param percent the difference as a percentage of the magnitude of {@code from}; null also when
 *     that is zero
 */
public record OutputChange(
    String name,
    String label,
    @Nullable Figure from,
    @Nullable Figure to,
    @Nullable BigFraction difference,
    @Nullable BigFraction percent) {
  /** The changes of all variables that both sides have, in the order of {@code to}. */
  static List<OutputChange> between(Results from, Results to) {
    List<OutputChange> changes = new ArrayList<>();
    for (Map.Entry<String, String> variable : to.labels().entrySet()) {
      String name = variable.getKey();
      if (from.labels().containsKey(name)) {
        Figure before = from.find(name);
        Figure after = to.find(name);
        if (!isSame(before, after)) {
          changes.add(of(name, variable.getValue(), before, after));
        }
      }
    }
    return changes;
  }

  private static boolean isSame(@Nullable Figure a, @Nullable Figure b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.unit().text().equals(b.unit().text())
        && exact(a).equals(exact(b))
        && a.printed().equals(b.printed());
  }

  private static OutputChange of(
      String name, String label, @Nullable Figure from, @Nullable Figure to) {
    if (from == null || to == null || !from.unit().isComparableTo(to.unit())) {
      return new OutputChange(name, label, from, to, null, null);
    }
    BigFraction before = to.unit().fromCoherent(from.unit().toCoherent(exact(from)));
    BigFraction difference = exact(to).subtract(before);
    BigFraction percent =
        before.signum() == 0 ? null : difference.divide(before.abs()).multiply(100);
    return new OutputChange(name, label, from, to, difference, percent);
  }

  private static BigFraction exact(Figure figure) {
    if (figure.reading() instanceof Reading.Exact exact) {
      return exact.value();
    }
    throw new IllegalArgumentException(figure.name() + " was not evaluated exactly");
  }
}
