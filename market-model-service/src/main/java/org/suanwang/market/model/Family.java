package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Unit;

/**
 * One quantity in several years: variables and parameters named {@code market_2022}, {@code
 * market_2025}, and dated values {@code market@2023}. What is in another unit is another family of
 * the same name.
 *
 * @param name what the names have in common, {@code market}
 * @param label that of the first member, without its year
 * @param members by year; a year may have two, a dated value and a variable
 */
public record Family(String name, String label, Unit unit, List<Member> members) {
  private static final Pattern OF_A_YEAR = Pattern.compile("(.+)[_@]((?:19|20|21)\\d\\d)");

  public Family {
    members = List.copyOf(members);
  }

  /** A parameter value or variable, and the year it is for. */
  public record Member(int year, String key) {}

  /** All families of at least two years, by name. */
  public static List<Family> of(Model model) {
    return all(model).stream()
        .filter(f -> f.members().getFirst().year() < f.members().getLast().year())
        .toList();
  }

  /**
   * The families of these names, of one year or more, in the order of the names.
   *
   * @throws InvalidInputException naming each that the model has not, and the nearest it has
   */
  public static List<Family> require(Model model, List<String> names) {
    List<Family> all = all(model);
    var known = new TreeSet<String>();
    all.forEach(f -> known.add(f.name()));
    List<Violation> unknown = new ArrayList<>();
    List<Family> found = new ArrayList<>();
    for (String name : names) {
      all.stream().filter(f -> f.name().equals(name)).forEach(found::add);
      if (!known.contains(name)) {
        unknown.add(
            new Violation(
                "families",
                name,
                "has no parameter or variable by year in " + model.id(),
                Suggestion.remedy(name, known, "leave the field out for all families")));
      }
    }
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(unknown);
    }
    return found;
  }

  /** The members from one year to another, both included; empty when there are none. */
  public Optional<Family> within(int from, int to) {
    List<Member> kept = members.stream().filter(m -> m.year() >= from && m.year() <= to).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Family(name, label, unit, kept));
  }

  private static List<Family> all(Model model) {
    Map<List<String>, List<Member>> byNameAndUnit = new LinkedHashMap<>();
    for (String key : model.keys()) {
      Matcher matcher = OF_A_YEAR.matcher(key);
      if (matcher.matches()) {
        var of = List.of(matcher.group(1), model.findUnit(key).orElseThrow().text());
        byNameAndUnit
            .computeIfAbsent(of, _ -> new ArrayList<>())
            .add(new Member(Integer.parseInt(matcher.group(2)), key));
      }
    }
    return byNameAndUnit.entrySet().stream()
        .map(e -> family(model, e.getKey().getFirst(), e.getValue()))
        .sorted(Comparator.comparing(Family::name).thenComparing(f -> f.unit().text()))
        .toList();
  }

  private static Family family(Model model, String name, List<Member> members) {
    List<Member> ordered =
        members.stream()
            .sorted(Comparator.comparingInt(Member::year).thenComparing(Member::key))
            .toList();
    Member first = ordered.getFirst();
    String label = model.label(first.key()).replaceFirst(",? (?:in )?" + first.year() + "$", "");
    return new Family(name, label, model.findUnit(first.key()).orElseThrow(), ordered);
  }
}
