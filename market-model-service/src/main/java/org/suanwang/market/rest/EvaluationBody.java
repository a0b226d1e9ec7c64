package org.suanwang.market.rest;

import java.util.List;
import java.util.Locale;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.scenario.PublishedModel;

/** An evaluation's numbers, in the order asked. */
public record EvaluationBody(
    ModelReference model, String scenario, String mode, List<FigureBody> values) {
  static EvaluationBody of(EvaluationRequest request, Evaluation evaluation) {
    return new EvaluationBody(
        ModelReference.of(evaluation.published()),
        request.scenario() == null ? PublishedModel.BASE : request.scenario(),
        evaluation.mode().name().toLowerCase(Locale.ROOT),
        evaluation.outputs().stream().map(FigureBody::of).toList());
  }
}
