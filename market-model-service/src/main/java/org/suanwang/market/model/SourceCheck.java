package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Operator;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Tier;

/** No number without a source: formulas hold names; what is assumed or of one's own says why. */
final class SourceCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<Finding>();
    draft.parameters().forEach(p -> checkParameter(p, findings));
    for (Variable variable : draft.variables()) {
      checkRationale(variable, findings);
      checkLiterals(variable, variable.expression(), findings);
    }
    return findings;
  }

  private static void checkParameter(Parameter parameter, List<Finding> findings) {
    boolean explained = parameter.rationale() != null && !parameter.rationale().isBlank();
    if (parameter.assumption() && !explained) {
      findings.add(
          error(parameter, "assumption-without-rationale", "it is assumed", "say why: rationale"));
    }
    boolean own = parameter.values().stream().anyMatch(v -> v.citation().tier() == Tier.OWN);
    if (own && !parameter.assumption()) {
      findings.add(
          error(
              parameter,
              "unsourced-number",
              "its source is this model itself (tier OWN)",
              "cite a source, or mark it as an assumption with a rationale"));
    }
    checkValues(parameter, findings);
  }

  private static void checkValues(Parameter parameter, List<Finding> findings) {
    var periods = new HashSet<String>();
    for (DatedValue value : parameter.values()) {
      String period = String.valueOf(value.period());
      if (!periods.add(period)) {
        findings.add(
            error(parameter, "duplicate-period", "has two values for " + period, "keep one"));
      }
      if (value.period() == null && parameter.values().size() > 1) {
        findings.add(
            error(parameter, "missing-period", "has several values", "give each its period"));
      }
    }
  }

  private static Finding error(Parameter parameter, String rule, String message, String remedy) {
    return Finding.error(rule, parameter.name(), parameter.origin(), message, remedy);
  }

  private static void checkRationale(Variable variable, List<Finding> findings) {
    boolean explained = variable.rationale() != null && !variable.rationale().isBlank();
    if (variable.citation().tier() == Tier.OWN && !explained) {
      findings.add(
          Finding.error(
              "own-formula-without-rationale",
              variable.name(),
              variable.origin(),
              "its formula is this model's own (tier OWN)",
              "say why it is computed so: rationale; or cite who states the formula"));
    }
  }

  private static void checkLiterals(Variable variable, Expression part, List<Finding> findings) {
    if (part instanceof Expression.Literal literal && !isStructural(literal)) {
      findings.add(
          Finding.error(
              "unsourced-number",
              variable.name(),
              variable.origin(),
              "the formula holds the number "
                  + Rendering.render(literal)
                  + " at character "
                  + literal.position(),
              "make it a parameter with a source; only 0, 1, rounding steps and exponents may"
                  + " stand in a formula"));
    }
    structuralParts(part).forEach(p -> checkLiterals(variable, p, findings));
  }

  private static boolean isStructural(Expression.Literal literal) {
    return literal.value().signum() == 0 || literal.value().equals(BigFraction.ONE);
  }

  /** Exponents and rounding steps say how, not how much. */
  private static List<Expression> structuralParts(Expression part) {
    return switch (part) {
      case Expression.Operation operation when operation.operator() == Operator.POWER ->
          List.of(operation.left());
      case Expression.Call call ->
          switch (call.function()) {
            case ROUND, FLOOR, CEILING -> List.of(call.arguments().getFirst());
            case MIN, MAX -> call.arguments();
          };
      default -> part.parts();
    };
  }
}
