package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.query.AcceleratorQuery.Range;
import org.suanwang.catalog.query.NumberField;
import org.suanwang.catalog.query.SearchIndex;

/** Reads {@code fp16.min=100}, {@code dies=2}, {@code releaseDate.max=2023-06}. */
final class RangeReader {
  private static final String MIN = ".min";
  private static final String MAX = ".max";
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?([eE][+-]?\\d{1,2})?");

  private final SearchIndex index;
  private final List<Violation> violations;
  private final SortedMap<String, Range> byField = new TreeMap<>();

  RangeReader(SearchIndex index, List<Violation> violations) {
    this.index = index;
    this.violations = violations;
  }

  /** Takes a parameter in, and says whether it is one of a range at all. */
  boolean read(String name, String value) {
    boolean isWhole = index.findNumber(name).isPresent();
    boolean isMin = !isWhole && name.endsWith(MIN);
    boolean isMax = !isWhole && name.endsWith(MAX);
    String field = isMin || isMax ? name.substring(0, name.length() - MIN.length()) : name;
    Optional<NumberField> number = index.findNumber(field);
    if (number.isEmpty()) {
      return false;
    }
    Optional<Range> ends =
        number.get().isDate() ? days(name, value) : decimal(name, value, number.get().unit());
    ends.ifPresent(
        e ->
            narrow(
                field,
                isMax ? Double.NEGATIVE_INFINITY : e.min(),
                isMin ? Double.POSITIVE_INFINITY : e.max(),
                value));
    return true;
  }

  private void narrow(String field, double min, double max, String value) {
    Range before =
        byField.getOrDefault(
            field, new Range(field, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    double from = Math.max(min, before.min());
    double to = Math.min(max, before.max());
    Range range = new Range(field, from, to);
    if (range.min() > range.max()) {
      violations.add(
          new Violation(
              field,
              value,
              "must not end before it begins",
              "turn " + MIN + " and " + MAX + " round"));
    }
    byField.put(field, range);
  }

  private Optional<Range> decimal(String name, String text, String unit) {
    if (!NUMBER.matcher(text).matches()) {
      violations.add(
          new Violation(
              name,
              text,
              "must be a number, in " + unit,
              "write it without unit: 100, 0.5 or 1e3"));
      return Optional.empty();
    }
    double number = new BigDecimal(text).doubleValue();
    return Optional.of(new Range(name, number, number));
  }

  private Optional<Range> days(String name, String text) {
    try {
      PartialDate date = PartialDate.parse(text);
      return Optional.of(new Range(name, date.first().toEpochDay(), date.last().toEpochDay()));
    } catch (DateTimeException e) {
      violations.add(
          new Violation(
              name,
              text,
              "must be a day, a month or a year that exists",
              "write it as 2023-12-19, 2023-12 or 2023"));
      return Optional.empty();
    }
  }

  /** What was read, by field. */
  List<Range> ranges() {
    return List.copyOf(byField.values());
  }

  /** Every parameter that it knows. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, NumberField> field : index.numberFields().entrySet()) {
      Stream.of("", MIN, MAX).map(ending -> field.getKey() + ending).forEach(names::add);
    }
    return names;
  }
}
