package org.suanwang.market.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.UnavailableException;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.CatalogueCitation;
import org.suanwang.market.quantity.Unit;

/**
 * A value of a model that cites the catalogue, beside what the catalogue says now.
 *
 * @param current in the parameter's unit; null when the catalogue does not tell it
 * @param catalogVersion the version that says so; null when it has no such accelerator
 * @param stale the catalogue could not be reached, and this is what it said last
 */
public record CitedValue(
    Model.Given given,
    CatalogueCitation citation,
    State state,
    Specification.@Nullable Resolved current,
    @Nullable String catalogVersion,
    boolean stale) {

  /** How the two stand. */
  public enum State {
    SAME,
    DIFFERENT,
    /** The catalogue has no accelerator of this id. */
    UNKNOWN_ACCELERATOR,
    /** The catalogue has the accelerator and does not tell the property. */
    UNKNOWN_PROPERTY
  }

  /**
   * Every value of the model that cites the catalogue, in the order of the files.
   *
   * @throws UnavailableException when the catalogue cannot be reached and never told of one
   */
  public static List<CitedValue> find(Model model, SpecificationSource source) {
    Map<String, SpecificationSource.Answer> answers = new LinkedHashMap<>();
    var values = new ArrayList<CitedValue>();
    for (Model.Given given : model.givens()) {
      CatalogueCitation citation = given.value().catalogue();
      if (citation != null) {
        values.add(
            of(given, citation, answers.computeIfAbsent(citation.accelerator(), source::find)));
      }
    }
    return values;
  }

  private static CitedValue of(
      Model.Given given, CatalogueCitation citation, SpecificationSource.Answer answer) {
    Specification told = answer.specification().orElse(null);
    if (told == null) {
      return new CitedValue(given, citation, State.UNKNOWN_ACCELERATOR, null, null, answer.stale());
    }
    var resolved = told.properties().get(citation.property());
    if (resolved == null) {
      return new CitedValue(
          given, citation, State.UNKNOWN_PROPERTY, null, told.catalogVersion(), answer.stale());
    }
    var current = in(given.parameter().unit(), citation.unit().orElseThrow(), resolved);
    boolean same = Objects.equals(current.value(), given.value().value());
    return new CitedValue(
        given,
        citation,
        same ? State.SAME : State.DIFFERENT,
        current,
        told.catalogVersion(),
        answer.stale());
  }

  private static Specification.Resolved in(Unit unit, Unit told, Specification.Resolved resolved) {
    BigFraction factor = told.scale().divide(unit.scale());
    return new Specification.Resolved(
        resolved.value().multiply(factor),
        resolved.low().multiply(factor),
        resolved.high().multiply(factor));
  }
}
