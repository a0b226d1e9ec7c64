package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.measure.Unit;

/**
 * Which share of its dense peak an accelerator or a system reaches: stated by who asks, with where
 * it comes from, or as claimed for a workload.
 */
public final class Efficiency {
  static final String STATED = "stated-in-the-request";

  private Efficiency() {}

  /**
   * A share that the asker states, in percent.
   *
   * @param source where it comes from; the answer repeats it
   */
  public record Stated(BigDecimal value, BigDecimal low, BigDecimal high, String source) {
    Resolved resolved() {
      return SpanArithmetic.derived(value, low, high, Unit.PERCENT, STATED, List.of());
    }
  }

  /**
   * On which terms the two sides of an equivalence are compared.
   *
   * @param from stated for the first side; its claims count where it is absent
   * @param workload whose claims count; the first, by name, that both sides have where it is absent
   * @param assumeEqual whether both sides are taken to reach the same share where it is unknown
   */
  public record Terms(
      @Nullable Stated from, @Nullable Stated to, @Nullable String workload, boolean assumeEqual) {
    public static final Terms NONE = new Terms(null, null, null, false);
  }

  /** The claimed shares of a subject, by workload in small letters. */
  static Map<String, Resolved> claimed(Catalog catalog, String subjectId) {
    Map<String, Resolved> byWorkload = new TreeMap<>();
    catalog
        .findSpecification(subjectId)
        .ifPresent(s -> s.numbers().forEach((attribute, r) -> put(byWorkload, attribute, r)));
    return byWorkload;
  }

  private static void put(Map<String, Resolved> byWorkload, Attribute attribute, Resolved r) {
    if (attribute instanceof Named n && n.family() == Named.Family.EFFICIENCY && r.isComparable()) {
      byWorkload.put(n.name().toLowerCase(Locale.ROOT), r);
    }
  }

  /**
   * The claimed shares of the whole: its own, and those of the one accelerator that it is made of.
   */
  static Map<String, Resolved> claimed(Catalog catalog, Equipment equipment) {
    Map<String, Resolved> byWorkload = new TreeMap<>();
    if (equipment.composition().parts().size() == 1) {
      String only = equipment.composition().parts().getFirst().accelerator().id();
      byWorkload.putAll(claimed(catalog, only));
    }
    byWorkload.putAll(claimed(catalog, equipment.id()));
    return byWorkload;
  }

  /** The workload whose claims count: the named one, or the first that both have. */
  static Optional<String> workload(
      @Nullable String named, Map<String, Resolved> one, Map<String, Resolved> other) {
    if (named != null) {
      return Optional.of(named.toLowerCase(Locale.ROOT));
    }
    Set<String> both = new TreeSet<>(one.keySet());
    both.retainAll(other.keySet());
    return both.stream().findFirst();
  }
}
