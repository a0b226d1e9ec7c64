package org.suanwang.catalog.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which accelerators are wanted, in which order.
 *
 * @param categories for each category the values of which one is wanted; {@code *} before or after
 *     a value stands for anything
 * @param ranges all of them must hold
 * @param match which number counts in the ranges where sources disagree
 * @param text words that must all stand in names of the accelerator or its vendor
 * @param sort the orders, the first one first; without any by id, or, with a text, the best match
 *     first
 */
public record AcceleratorQuery(
    Map<CategoryField, List<String>> categories,
    List<Range> ranges,
    Match match,
    Optional<String> text,
    List<Sort> sort) {
  /** Every accelerator, by id. */
  public static final AcceleratorQuery ALL =
      new AcceleratorQuery(Map.of(), List.of(), Match.RESOLVED, Optional.empty(), List.of());

  public AcceleratorQuery {
    // Ordered, so that the same question has the same text everywhere.
    Map<CategoryField, List<String>> ordered = new EnumMap<>(CategoryField.class);
    categories.forEach((field, values) -> ordered.put(field, List.copyOf(values)));
    categories = Collections.unmodifiableMap(ordered);
    ranges = List.copyOf(ranges);
    sort = List.copyOf(sort);
  }

  /**
   * Numbers between two, both included.
   *
   * @param field the name of a {@link NumberField}
   * @param min infinite when there is none
   * @param max infinite when there is none
   */
  public record Range(String field, double min, double max) {}

  /**
   * One order.
   *
   * @param field {@code id}, {@code name}, or the name of a {@link CategoryField} or a {@link
   *     NumberField}
   * @param isDescending whether it is turned round; unknown values stay last
   */
  public record Sort(String field, boolean isDescending) {}
}
