package org.suanwang.market.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.NotFoundException;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Severity;
import org.suanwang.market.model.Suggestion;

/** A checked model with its checked scenarios and roles, and the version it is cited by. */
public final class PublishedModel {
  /** The scenario without overrides: the parameters as they stand. */
  public static final String BASE = "base";

  private final Model model;
  private final Map<String, Scenario> scenarios;
  private final Roles roles;
  private final List<Realisation> realisations;
  private final ModelVersion version;

  private PublishedModel(
      Model model,
      Map<String, Scenario> scenarios,
      Roles roles,
      List<Realisation> realisations,
      ModelVersion version) {
    this.model = model;
    this.scenarios = Collections.unmodifiableMap(scenarios);
    this.roles = roles;
    this.realisations = List.copyOf(realisations);
    this.version = version;
  }

  /**
   * The model with scenarios, roles and realised values that fit it.
   *
   * @throws InvalidInputException with every finding when one of them does not fit the model
   */
  public static PublishedModel require(
      Model model,
      List<Scenario> scenarios,
      Roles roles,
      List<Realisation> realisations,
      ModelVersion version) {
    var byName = new LinkedHashMap<String, Scenario>();
    scenarios.forEach(s -> byName.put(s.name(), s));
    var findings = new ArrayList<>(new ScenarioCheck(model).check(scenarios, roles));
    findings.addAll(new RealisationCheck(model, byName.keySet()).check(realisations));
    List<Finding> errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors.stream().map(Finding::toViolation).toList());
    }
    return new PublishedModel(model, byName, roles, realisations, version);
  }

  public Model model() {
    return model;
  }

  public List<Scenario> scenarios() {
    return List.copyOf(scenarios.values());
  }

  public Roles roles() {
    return roles;
  }

  /** What became of numbers that the model foresaw. */
  public List<Realisation> realisations() {
    return realisations;
  }

  public ModelVersion version() {
    return version;
  }

  public Optional<Scenario> findScenario(String name) {
    return Optional.ofNullable(scenarios.get(name));
  }

  /**
   * What a scenario assumes, its ancestors' overrides under its own.
   *
   * @param name null or {@value #BASE} for the parameters as they stand
   * @throws NotFoundException when there is no such scenario
   */
  public Assumptions resolve(@Nullable String name) {
    var line = new ArrayList<Scenario>();
    String next = BASE.equals(name) ? null : name;
    while (next != null) {
      Scenario scenario = scenarios.get(next);
      if (scenario == null) {
        String nearest = Suggestion.remedy(next, scenarios.keySet(), "");
        throw new NotFoundException(
            "scenario", next, (nearest.isEmpty() ? "" : nearest + " ") + "there are " + names());
      }
      line.addFirst(scenario);
      next = scenario.parent();
    }
    Assumptions assumptions = Assumptions.none();
    for (Scenario scenario : line) {
      assumptions = assumptions.with(scenario.overrides(), scenario.flows());
    }
    return assumptions;
  }

  private String names() {
    return BASE + (scenarios.isEmpty() ? "" : ", " + String.join(", ", scenarios.keySet()));
  }
}
