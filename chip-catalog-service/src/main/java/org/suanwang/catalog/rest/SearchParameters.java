package org.suanwang.catalog.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.query.AcceleratorQuery;
import org.suanwang.catalog.query.AcceleratorQuery.Sort;
import org.suanwang.catalog.query.CategoryField;
import org.suanwang.catalog.query.Match;
import org.suanwang.catalog.query.SearchIndex;

/**
 * Reads the parameters of a search; every one that is wrong is told, with its rule and remedy.
 * Which numbers there are depends on the catalogue, so no method's signature lists them.
 */
final class SearchParameters {
  private static final int LIST_LENGTH_MAX = 1000;
  private static final int LIST_SIZE_MAX = 50;
  private static final int SORTS_MAX = 6;
  private static final int FACETS_MAX = 20;

  private static final List<String> OTHERS =
      List.of("cursor", "facets", "limit", "match", "q", "sort");

  /** The categories whose values are known beforehand. */
  private static final Map<CategoryField, List<String>> CLOSED =
      Map.of(
          CategoryField.PRECISION, names(Precision.values()),
          CategoryField.SCENARIO, names(Scenario.values()),
          CategoryField.SCOPE, names(Scope.values()));

  private final SearchIndex index;
  private final Map<String, List<String>> given;
  private final List<Violation> violations = new ArrayList<>();
  private final RangeReader ranges;

  private SearchParameters(SearchIndex index, Map<String, List<String>> given) {
    this.index = index;
    this.given = given;
    this.ranges = new RangeReader(index, violations);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /**
   * The request that query parameters make.
   *
   * @throws InvalidInputException naming everything that is wrong with them
   */
  static SearchRequest read(SearchIndex index, Map<String, List<String>> given) {
    return given.isEmpty()
        ? SearchRequest.FIRST_PAGE
        : new SearchParameters(index, given).request();
  }

  private SearchRequest request() {
    Map<CategoryField, List<String>> categories = new EnumMap<>(CategoryField.class);
    given.forEach(
        (name, values) -> {
          String value = values.getFirst();
          Optional<CategoryField> category = CategoryField.find(name);
          if (values.size() > 1) {
            violations.add(KnownParameters.repeated(name, values));
          } else if (category.isPresent()) {
            readCategory(category.get(), value)
                .ifPresent(wanted -> categories.put(category.get(), wanted));
          } else if (!OTHERS.contains(name) && !ranges.read(name, value)) {
            violations.add(unknown(name, value));
          }
        });
    var query = new AcceleratorQuery(categories, ranges.ranges(), match(), text(), sort());
    var request = new SearchRequest(query, facets(), limit(), value("cursor"));
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return request;
  }

  private @Nullable String value(String name) {
    List<String> values = given.get(name);
    return values == null ? null : values.getFirst();
  }

  private int limit() {
    return attempt(() -> Parameters.limit(value("limit")), Parameters.LIMIT_DEFAULT);
  }

  private Optional<String> text() {
    return attempt(() -> Parameters.text("q", value("q")), Optional.empty());
  }

  private Match match() {
    String match = value("match");
    return match == null
        ? Match.RESOLVED
        : attempt(
            () -> Parameters.constant("match", match.toUpperCase(Locale.ROOT), Match.class),
            Match.RESOLVED);
  }

  private interface Reading<T> {
    T read();
  }

  /** Goes on after a mistake, so that all are told. */
  private <T> T attempt(Reading<T> reading, T otherwise) {
    try {
      return reading.read();
    } catch (InvalidInputException e) {
      violations.addAll(e.violations());
      return otherwise;
    }
  }

  private Optional<List<String>> readCategory(CategoryField field, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    List<String> wanted = list(field.parameter(), text, LIST_SIZE_MAX);
    List<String> closed = CLOSED.get(field);
    if (closed == null) {
      return Optional.of(wanted);
    }
    List<String> upper = wanted.stream().map(w -> w.toUpperCase(Locale.ROOT)).toList();
    for (String value : upper) {
      if (!closed.contains(value)) {
        violations.add(
            new Violation(
                field.parameter(),
                value,
                "must be a known value",
                Violations.useOneOf(value, closed)));
      }
    }
    return Optional.of(upper);
  }

  private List<Sort> sort() {
    String text = value("sort");
    List<Sort> sorts = new ArrayList<>();
    for (String key : text == null ? List.<String>of() : list("sort", text, SORTS_MAX)) {
      boolean isDescending = key.startsWith("-");
      String field = isDescending ? key.substring(1) : key;
      requireName(
          "sort", field, index.sortNames(), "an order; with - before it it is turned round");
      sorts.add(new Sort(field, isDescending));
    }
    return sorts;
  }

  private List<String> facets() {
    String text = value("facets");
    List<String> fields = text == null ? List.of() : list("facets", text, FACETS_MAX);
    fields.forEach(f -> requireName("facets", f, index.facetNames(), "a field"));
    return fields;
  }

  private void requireName(String parameter, String name, NavigableSet<String> known, String what) {
    if (!known.contains(name)) {
      violations.add(
          new Violation(
              parameter,
              name,
              "must name " + what,
              Suggestion.remedy(name, known, "GET /v1/accelerator-fields lists all")));
    }
  }

  /** Values with commas between; a comma inside one has a backslash before it. */
  private List<String> list(String parameter, String text, int sizeMax) {
    List<String> parts =
        Stream.of(text.split("(?<!\\\\),", -1)).map(p -> p.replace("\\,", ",").strip()).toList();
    Set<String> seen = new HashSet<>();
    if (text.length() > LIST_LENGTH_MAX
        || parts.size() > sizeMax
        || parts.stream().anyMatch(p -> p.isEmpty() || !seen.add(p))) {
      violations.add(
          new Violation(
              parameter,
              text,
              "must be at most " + sizeMax + " different values with commas between",
              "leave out what is empty, double or too much; a comma of a value itself is written"
                  + " as \\,"));
      return List.of();
    }
    return parts;
  }

  private Violation unknown(String name, String value) {
    NavigableSet<String> plain = new TreeSet<>(OTHERS);
    Stream.of(CategoryField.values()).map(CategoryField::parameter).forEach(plain::add);
    plain.addAll(List.of(Viewpoint.AS_OF, Viewpoint.KNOWN_ON));
    Set<String> all = new HashSet<>(plain);
    all.addAll(ranges.names());
    List<String> nearest = Suggestion.nearest(name, all);
    String remedy =
        "use one of: "
            + String.join(", ", plain)
            + "; or a number with .min or .max, such as fp16.min:"
            + " GET /v1/accelerator-fields lists them";
    return new Violation(
        name,
        value,
        "is not a parameter of this call",
        nearest.isEmpty() ? remedy : remedy + "; did you mean " + nearest.getFirst() + "?");
  }
}
