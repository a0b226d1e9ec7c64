package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.RankCorrelation;

/** A model as read, not yet checked: names may be missing, doubled or circular. */
public record ModelDraft(
    String id,
    String title,
    String licence,
    List<Parameter> parameters,
    List<Variable> variables,
    List<RankCorrelation> correlations) {
  public ModelDraft {
    parameters = List.copyOf(parameters);
    variables = List.copyOf(variables);
    correlations = List.copyOf(correlations);
  }

  /** Every name that a formula may hold. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    parameters.forEach(parameter -> keys.addAll(parameter.keys()));
    variables.forEach(variable -> keys.add(variable.name()));
    return keys;
  }
}
