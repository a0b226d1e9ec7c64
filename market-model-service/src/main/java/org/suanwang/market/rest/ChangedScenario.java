package org.suanwang.market.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.rest.ScenarioQuestion.FlowPart;
import org.suanwang.market.rest.ScenarioQuestion.OverridePart;
import org.suanwang.market.rest.ScenarioQuestion.ScenarioPart;
import org.suanwang.market.scenario.PublishedModel;

/** The scenario that a changed workbook states. */
final class ChangedScenario {
  private static final String NAME = "[a-z][a-z0-9-]*";
  private static final Pattern PART =
      Pattern.compile("scenario\\.(?<list>overrides|rounding)\\[(?<index>\\d{1,6})].*");

  private ChangedScenario() {}

  /**
   * The scenario, which starts from the one that is chosen in the file.
   *
   * @throws InvalidInputException when the name or the rationale is missing
   */
  static ScenarioPart of(
      WorkbookChanges changes, @Nullable String name, @Nullable String rationale) {
    if (name == null || rationale == null || rationale.isBlank() || !name.matches(NAME)) {
      throw missing(name, rationale);
    }
    return new ScenarioPart(
        name,
        name,
        "Read from a workbook in which these cells were changed: " + cells(changes) + ".",
        changes.scenario().equals(PublishedModel.BASE) ? null : changes.scenario(),
        changes.values().stream()
            .map(
                v ->
                    new OverridePart(
                        v.key(),
                        Numeral.write(v.to().value()),
                        v.to().unit().text(),
                        null,
                        null,
                        rationale))
            .toList(),
        changes.flows().stream()
            .map(f -> new FlowPart(f.variable(), f.to().name(), rationale))
            .toList());
  }

  /** Where a fault of the scenario is in the request: a cell of the file, or a query parameter. */
  static String place(WorkbookChanges changes, String field) {
    Matcher part = PART.matcher(field);
    if (!part.matches()) {
      return field.equals("scenario.name") ? "name" : field;
    }
    int index = Integer.parseInt(part.group("index"));
    return part.group("list").equals("overrides")
        ? changes.values().get(index).cell()
        : changes.flows().get(index).cell();
  }

  private static String cells(WorkbookChanges changes) {
    List<String> cells =
        Stream.concat(
                changes.values().stream().map(WorkbookChanges.ValueChange::cell),
                changes.flows().stream().map(WorkbookChanges.FlowChange::cell))
            .toList();
    int shown = Math.min(cells.size(), 20);
    return String.join(", ", cells.subList(0, shown))
        + (shown < cells.size() ? " and " + (cells.size() - shown) + " more" : "");
  }

  private static InvalidInputException missing(@Nullable String name, @Nullable String rationale) {
    List<Violation> violations = new ArrayList<>();
    if (name == null || !name.matches(NAME)) {
      violations.add(
          new Violation(
              "name",
              name == null ? "" : name,
              "must name the scenario: lower-case letters, digits and -, a letter first",
              "add ?name= to the address"));
    }
    if (rationale == null || rationale.isBlank()) {
      violations.add(
          new Violation(
              "rationale",
              "",
              "must say why the values are others",
              "add ?rationale= to the address"));
    }
    return new InvalidInputException(violations);
  }
}
