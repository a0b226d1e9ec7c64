package org.suanwang.market.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.parameter.Tier;
import org.suanwang.market.quantity.Unit;

/**
 * Realised values fit the model, and their forecasts know nothing of them: every source that a
 * forecast is made of is as old as the forecast. Only what is the model's own choice may be
 * younger, and says so by its tier.
 */
final class RealisationCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final int REALISATIONS_MAX = 200;

  private final Model model;
  private final Set<String> scenarios;
  private final List<Finding> findings = new ArrayList<>();

  RealisationCheck(Model model, Set<String> scenarios) {
    this.model = model;
    this.scenarios = scenarios;
  }

  List<Finding> check(List<Realisation> realisations) {
    var names = new HashSet<String>();
    for (Realisation realisation : realisations) {
      checkName(realisation, names);
      checkScenario(realisation);
      checkValue(realisation);
    }
    return findings;
  }

  private void checkName(Realisation realisation, Set<String> names) {
    if (!NAME.matcher(realisation.name()).matches()) {
      add(
          realisation,
          "malformed-name",
          "a back-test's name is lower-case letters, digits and -",
          "rename it");
    }
    if (!names.add(realisation.name())) {
      add(realisation, "duplicate-name", "the name is used twice", "rename one");
    }
    if (names.size() == REALISATIONS_MAX + 1) {
      add(realisation, "model-size", "there are too many back-tests", "at most 200 a model");
    }
  }

  private void checkScenario(Realisation realisation) {
    String scenario = realisation.scenario();
    if (scenario != null && !scenarios.contains(scenario)) {
      add(
          realisation,
          "unknown-name",
          "its scenario \"" + scenario + "\" is not defined",
          Suggestion.remedy(scenario, scenarios, "define it"));
    }
  }

  private void checkValue(Realisation realisation) {
    Optional<Unit> unit = model.findUnit(realisation.variable());
    Unit found = realisation.value().unit();
    if (unit.isEmpty()) {
      add(
          realisation,
          "unknown-name",
          "\"" + realisation.variable() + "\" is not defined",
          Suggestion.remedy(realisation.variable(), model.keys(), "define it"));
      return;
    }
    if (!unit.get().isComparableTo(found)) {
      add(
          realisation,
          "unit-mismatch",
          "the forecast is in " + unit.get().text() + ", and what became of it in " + found.text(),
          "give it in " + unit.get().text() + ", or forecast what was counted");
    }
    if (!realisation.citation().date().isAfter(realisation.forecastDate())) {
      add(
          realisation,
          "hindsight",
          "what became of it was told on "
              + realisation.citation().date()
              + ", not after the forecast of "
              + realisation.forecastDate(),
          "take a later source, or an earlier forecast");
    }
    model.givensOf(realisation.variable()).forEach(given -> checkSource(realisation, given));
  }

  private void checkSource(Realisation realisation, Model.Given given) {
    var citation = given.value().citation();
    if (citation.tier() != Tier.OWN && citation.date().isAfter(realisation.forecastDate())) {
      add(
          realisation,
          "hindsight",
          "it uses " + given.key() + " of " + citation.date() + ", which is after the forecast",
          "forecast from what was known on " + realisation.forecastDate());
    }
  }

  private void add(Realisation realisation, String rule, String message, String remedy) {
    findings.add(Finding.error(rule, realisation.name(), realisation.origin(), message, remedy));
  }
}
