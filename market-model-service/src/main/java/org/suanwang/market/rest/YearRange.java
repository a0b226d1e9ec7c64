package org.suanwang.market.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.model.Family;
import org.suanwang.market.model.Model;

/** Which families a request is about, and which of their years. */
final class YearRange {
  private static final int FIRST = 1900;
  private static final int LAST = 2199;

  private YearRange() {}

  /**
   * The families with the years that are wanted.
   *
   * @param names null for all families of at least two years
   * @throws InvalidInputException when a name or year is wrong, or nothing is left
   */
  static List<Family> families(
      Model model,
      @Nullable List<String> names,
      @Nullable Integer fromYear,
      @Nullable Integer toYear) {
    int from = year("fromYear", fromYear, FIRST);
    int to = year("toYear", toYear, LAST);
    List<Family> all = names == null ? Family.of(model) : Family.require(model, names);
    List<Family> within = all.stream().flatMap(f -> f.within(from, to).stream()).toList();
    if (within.isEmpty()) {
      throw new InvalidInputException(
          fromYear != null ? "fromYear" : toYear != null ? "toYear" : "families",
          from + " to " + to,
          "must leave a parameter or variable whose name ends with a year",
          "ask for other years, or name variables in POST /v1/evaluations");
    }
    return within;
  }

  /** What a request by year calls a field of the request for its variables that it is made to. */
  static String called(String field) {
    return field.equals("outputs") ? "families" : field;
  }

  private static int year(String field, @Nullable Integer year, int otherwise) {
    if (year != null && (year < FIRST || year > LAST)) {
      throw new InvalidInputException(
          field, year.toString(), "must be from " + FIRST + " to " + LAST, "leave it out for all");
    }
    return year == null ? otherwise : year;
  }

  /** The names of all members, each once. */
  static List<String> keys(List<Family> families) {
    return families.stream()
        .flatMap(f -> f.members().stream())
        .map(Family.Member::key)
        .distinct()
        .toList();
  }
}
