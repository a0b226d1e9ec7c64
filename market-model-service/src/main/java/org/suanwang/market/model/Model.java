package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.quantity.Unit;

/**
 * A checked graph of parameters and variables: names are unique and known, units fit, nothing is
 * circular, every number has a source. Immutable; only {@link #require} makes one.
 */
public final class Model {
  private static final List<Check> CHECKS =
      List.of(
          new NameCheck(),
          new CycleCheck(),
          new SourceCheck(),
          new UnitCheck(),
          new UncertaintyCheck(),
          new CorrelationCheck(),
          new ShareCheck(),
          new CatalogueCheck());

  private final ModelDraft draft;
  private final Map<String, Variable> variables;
  private final Map<String, Given> givens;
  private final List<Variable> order;

  /** A parameter's value for one period. */
  public record Given(Parameter parameter, DatedValue value) {
    public String key() {
      return parameter.key(value.period());
    }

    /**
     * What mode interval takes: what is stated of the uncertainty, and where nothing is, what the
     * bound says. Null when that is the value alone.
     */
    public @Nullable Range reach() {
      Range stated = value.uncertainty().reach();
      return stated == null ? bounded() : stated;
    }

    /** Where "at least" or "at most" says that the true value lies; null when neither is said. */
    public @Nullable Range bounds() {
      Range bounded = bounded();
      Range stated = value.uncertainty().reach();
      return bounded == null || stated == null ? bounded : bounded.and(stated);
    }

    private @Nullable Range bounded() {
      BigFraction whole = parameter.share() ? parameter.unit().scale().reciprocal() : null;
      return value.bound().around(value.value(), whole);
    }
  }

  private Model(ModelDraft draft) {
    this.draft = draft;
    var byName = new LinkedHashMap<String, Variable>();
    draft.variables().forEach(v -> byName.put(v.name(), v));
    this.variables = Collections.unmodifiableMap(byName);
    var byKey = new LinkedHashMap<String, Given>();
    for (Parameter parameter : draft.parameters()) {
      parameter
          .values()
          .forEach(v -> byKey.put(parameter.key(v.period()), new Given(parameter, v)));
    }
    this.givens = Collections.unmodifiableMap(byKey);
    this.order =
        CycleCheck.order(draft.variables()).stream()
            .map(name -> Objects.requireNonNull(byName.get(name)))
            .toList();
  }

  /**
   * Everything that is wrong with a draft, or only that it is too large to be looked at; warnings
   * and notes are left to later stages.
   */
  public static List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<>(new SizeCheck().check(draft));
    if (!findings.isEmpty()) {
      return findings;
    }
    CHECKS.forEach(check -> findings.addAll(check.check(draft)));
    return findings;
  }

  /**
   * The draft as a model.
   *
   * @throws InvalidInputException with every finding when the draft has an error
   */
  public static Model require(ModelDraft draft) {
    List<Finding> errors =
        check(draft).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors.stream().map(Finding::toViolation).toList());
    }
    return new Model(draft);
  }

  public String id() {
    return draft.id();
  }

  public String title() {
    return draft.title();
  }

  public String licence() {
    return draft.licence();
  }

  public List<Parameter> parameters() {
    return draft.parameters();
  }

  /** Which parameters tend to be high or low together. */
  public List<RankCorrelation> correlations() {
    return draft.correlations();
  }

  /** In the order of the files. */
  public Collection<Variable> variables() {
    return variables.values();
  }

  /** Each after all that it needs. */
  public List<Variable> order() {
    return order;
  }

  public Optional<Variable> findVariable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  public Optional<Given> findGiven(String key) {
    return Optional.ofNullable(givens.get(key));
  }

  /** Every parameter value by its key, in the order of the files. */
  public Collection<Given> givens() {
    return givens.values();
  }

  /** Every given value that a name is computed from, each once, in the order of reading. */
  public List<Given> givensOf(String key) {
    var givens = new ArrayList<Given>();
    collect(key, new HashSet<>(), givens);
    return givens;
  }

  private void collect(String key, Set<String> seen, List<Given> into) {
    if (seen.add(key)) {
      findGiven(key).ifPresent(into::add);
      findVariable(key)
          .ifPresent(v -> v.expression().references().forEach(r -> collect(r.key(), seen, into)));
    }
  }

  /** Every name that an override or a request may hold. */
  public List<String> keys() {
    return draft.keys();
  }

  /** Is this parameter value or variable a part of a whole, from 0 to 100 %? */
  public boolean isShare(String key) {
    return findVariable(key)
        .map(Variable::share)
        .or(() -> findGiven(key).map(given -> given.parameter().share()))
        .orElse(false);
  }

  /** What a parameter value or variable is called; known names only. */
  public String label(String key) {
    return findVariable(key)
        .map(Variable::label)
        .orElseGet(() -> findGiven(key).orElseThrow().parameter().label());
  }

  /** What a parameter value or variable may be at all, in its unit; known names only. */
  public Range allowed(String key) {
    return isShare(key)
        ? new Range(BigFraction.ZERO, requireUnit("name", key).fromCoherent(BigFraction.ONE))
        : Range.ALL;
  }

  /** The unit of a parameter value or variable. */
  public Optional<Unit> findUnit(String key) {
    return findVariable(key)
        .map(Variable::unit)
        .or(() -> findGiven(key).map(given -> given.parameter().unit()));
  }

  /**
   * The unit of what a field of a request names.
   *
   * @throws InvalidInputException naming the field and the nearest name that is there
   */
  public Unit requireUnit(String field, String key) {
    return findUnit(key)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    key,
                    "names no parameter or variable of " + id(),
                    Suggestion.remedy(key, keys(), "the model lists its names")));
  }
}
