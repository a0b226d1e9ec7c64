package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Explainer;
import org.suanwang.market.evaluation.Explanation;
import org.suanwang.market.scenario.PublishedModel;

/** The trees of reasons behind an evaluation's numbers. */
public record ExplanationBody(
    ModelReference model, String scenario, String mode, List<Node> explanations) {
  static ExplanationBody of(EvaluationRequest request, Evaluation evaluation) {
    return new ExplanationBody(
        ModelReference.of(evaluation),
        request.scenario() == null ? PublishedModel.BASE : request.scenario(),
        evaluation.mode().name().toLowerCase(Locale.ROOT),
        Explainer.explain(evaluation).stream().map(Node::of).toList());
  }

  /**
   * One number of a tree.
   *
   * @param kind variable, parameter or override
   * @param value before rounding, at most 12 digits
   * @param flowing the value that the formula above used
   * @param computation the formula with its values
   * @param bound on which side of the value as stated the true one lies, since it rests on bounds:
   *     {@code at least}, {@code at most} or {@code undecided}
   * @param boundedBy the values of which only a bound is known, the first 20
   * @param inputsLeftOut true when its inputs stand elsewhere in the tree, or deeper than 50
   *     levels; ask for its own explanation
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Node(
      String name,
      String label,
      String kind,
      String value,
      String printed,
      String flowing,
      String unit,
      @Nullable String rounding,
      @Nullable String formula,
      @Nullable String computation,
      @Nullable String meaning,
      @Nullable String source,
      @Nullable String rationale,
      @Nullable String bound,
      List<String> boundedBy,
      List<String> remarks,
      @Nullable Boolean inputsLeftOut,
      @Schema(type = SchemaType.ARRAY, implementation = Object.class) List<Node> inputs) {
    static Node of(Explanation e) {
      return new Node(
          e.name(),
          e.label(),
          e.kind(),
          e.value(),
          e.printed(),
          e.flowing(),
          e.unit(),
          e.rounding(),
          e.formula(),
          e.computation(),
          e.meaning(),
          e.source(),
          e.rationale(),
          e.bound() == null ? null : e.bound().direction().words(),
          e.bound() == null ? List.of() : e.bound().inputs(),
          e.remarks(),
          e.inputsLeftOut() ? Boolean.TRUE : null,
          e.inputs().stream().map(Node::of).toList());
    }
  }
}
