package org.suanwang.market.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.evaluation.WorkbookChanges.FlowChange;
import org.suanwang.market.evaluation.WorkbookChanges.ValueChange;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;
import org.suanwang.market.workbook.XlsxContent.ReadCell;

/** Collects what was changed in the cells that are for changing, and refuses what has no effect. */
final class ChangedInputs {
  private final Layout layout;
  private final List<Violation> violations;
  private final List<ValueChange> values = new ArrayList<>();
  private final List<FlowChange> flows = new ArrayList<>();
  private final List<Model.Given> givens;
  private final List<Variable> variables;
  private final List<ValueOverride> overrides;

  ChangedInputs(Layout layout, List<Violation> violations) {
    this.layout = layout;
    this.violations = violations;
    this.givens = List.copyOf(layout.model().givens());
    this.variables = List.copyOf(layout.model().variables());
    this.overrides =
        layout.published().scenarios().stream()
            .map(Scenario::overrides)
            .flatMap(List::stream)
            .toList();
  }

  WorkbookChanges changes() {
    return new WorkbookChanges(layout.scenario(), values, flows);
  }

  /** Row and column count from 1, and the first row of a list is below its head. */
  void read(String sheet, int row, int column, Cell wanted, @Nullable ReadCell read) {
    String cell = sheet + "!" + Sheet.letters(column) + row;
    switch (sheet) {
      case Layout.PARAMETERS -> given(cell, givens.get(row - 2), wanted, read);
      case Layout.OVERRIDES -> override(cell, overrides.get(row - 2), wanted, read);
      case Layout.VARIABLES -> flow(cell, variables.get(row - 2), layout.scenario(), read);
      case Layout.SCENARIOS -> flowOfScenario(cell, row, column, read);
      default -> throw new IllegalArgumentException(sheet + " has no cells to change");
    }
  }

  private void given(String cell, Model.Given given, Cell wanted, @Nullable ReadCell read) {
    var from = new Quantity(given.value().value(), given.parameter().unit());
    changed(cell, given.key(), from, wanted, read)
        .ifPresent(
            change -> {
              Optional<ValueOverride> other = layout.override(given.key(), layout.scenario());
              if (other.isPresent()) {
                noEffect(cell, read, other.get().givenBy() + " puts another value in its place");
              } else {
                values.add(change);
              }
            });
  }

  private void override(String cell, ValueOverride override, Cell wanted, @Nullable ReadCell read) {
    changed(cell, override.key(), override.quantity(), wanted, read)
        .ifPresent(
            change -> {
              boolean counts =
                  layout
                      .override(override.key(), layout.scenario())
                      .filter(o -> o.givenBy().equals(override.givenBy()))
                      .isPresent();
              if (counts) {
                values.add(change);
              } else {
                noEffect(cell, read, "it is not what that scenario takes");
              }
            });
  }

  private void flowOfScenario(String cell, int row, int column, @Nullable ReadCell read) {
    int scenario = column - Layout.SCENARIO_FIRST;
    if (scenario < 0) {
      return; // The cell that names the chosen scenario.
    }
    for (Map.Entry<String, Integer> variable : layout.flowRows().entrySet()) {
      if (variable.getValue() == row) {
        Variable of = layout.model().findVariable(variable.getKey()).orElseThrow();
        flow(cell, of, layout.scenarios().get(scenario), read);
      }
    }
  }

  private void flow(String cell, Variable variable, String scenario, @Nullable ReadCell read) {
    Flow from = layout.flow(variable, scenario);
    String text = read == null ? "" : read.text().strip().toUpperCase(Locale.ROOT);
    if (read != null && read.formula() == null && text.equals(from.name())) {
      return;
    }
    Flow to = from == Flow.EXACT ? Flow.PRINTED : Flow.EXACT;
    if (read == null || read.formula() != null || !text.equals(to.name())) {
      refuse(cell, read, "must be exact or printed", "write one of the two");
    } else if (!scenario.equals(layout.scenario())) {
      noEffect(cell, read, "it is the choice of " + scenario);
    } else {
      flows.add(new FlowChange(cell, variable.name(), from, to));
    }
  }

  private Optional<ValueChange> changed(
      String cell, String key, Quantity from, Cell wanted, @Nullable ReadCell read) {
    if (WorkbookComparison.isSame(wanted, read)
        || (read != null && WorkbookComparison.isClose(from.value().doubleValue(), read))) {
      return Optional.empty();
    }
    try {
      var to = new Quantity(number(read), from.unit());
      return to.value().equals(from.value())
          ? Optional.empty()
          : Optional.of(new ValueChange(cell, key, from, to));
    } catch (NumberFormatException e) {
      refuse(
          cell,
          read,
          "must be a number or a fraction of two numbers",
          "write a number in " + from.unit().text() + ", or such as =300/220");
      return Optional.empty();
    }
  }

  /** As few digits as tell the number from all others that a cell can hold. */
  private static BigFraction number(@Nullable ReadCell read) {
    if (read == null) {
      throw new NumberFormatException("empty");
    }
    String formula = read.formula();
    if (formula != null) {
      return Numeral.parse(formula.replace(" ", "").replaceAll("^\\((.*)\\)$", "$1"));
    }
    double value = Double.parseDouble(read.text());
    if (!read.type().equals("n") || !Double.isFinite(value)) {
      throw new NumberFormatException(read.type());
    }
    return Numeral.of(new BigDecimal(Double.toString(value)));
  }

  private void noEffect(String cell, @Nullable ReadCell read, String why) {
    refuse(
        cell,
        read,
        "has no effect in the scenario " + layout.scenario() + ": " + why,
        "choose the scenario in Scenarios!B2 in which it has, or put back what stood there");
  }

  private void refuse(String cell, @Nullable ReadCell read, String rule, String remedy) {
    String value = read == null ? "" : Objects.requireNonNullElse(read.formula(), read.text());
    violations.add(new Violation(cell, value, rule, remedy));
  }
}
