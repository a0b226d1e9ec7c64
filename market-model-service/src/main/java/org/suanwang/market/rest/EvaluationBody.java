package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.ShareFindings;
import org.suanwang.market.scenario.PublishedModel;

/**
 * An evaluation's numbers, in the order asked.
 *
 * @param findings what a reader of these numbers must be told; left out when there is nothing
 */
public record EvaluationBody(
    ModelReference model,
    String scenario,
    String mode,
    List<FigureBody> values,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FindingBody> findings)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return EvaluationCsv.of(this);
  }

  static EvaluationBody of(EvaluationRequest request, Evaluation evaluation) {
    return new EvaluationBody(
        ModelReference.of(evaluation),
        request.scenario() == null ? PublishedModel.BASE : request.scenario(),
        evaluation.mode().name().toLowerCase(Locale.ROOT),
        evaluation.outputs().stream().map(f -> FigureBody.of(evaluation, f)).toList(),
        ShareFindings.find(evaluation, "").stream().map(FindingBody::of).toList());
  }
}
