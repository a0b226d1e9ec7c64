package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.CatalogueVersions;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * The model version an answer was computed with.
 *
 * @param catalogVersions the versions of the accelerator catalogue that its inputs cite; left out
 *     when they cite none
 */
public record ModelReference(
    String id,
    String version,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> catalogVersions) {
  /** With all that the model cites. */
  static ModelReference of(PublishedModel model) {
    return of(model, CatalogueVersions.of(model.model()));
  }

  /** With what the outputs are computed from; no outputs are all variables. */
  static ModelReference of(PublishedModel model, Assumptions assumptions, List<String> outputs) {
    return of(model, CatalogueVersions.of(model.model(), assumptions, outputs));
  }

  static ModelReference of(Evaluation evaluation) {
    return of(
        evaluation.published(),
        evaluation.assumptions(),
        evaluation.outputs().stream().map(Figure::name).toList());
  }

  private static ModelReference of(PublishedModel model, List<String> catalogVersions) {
    return new ModelReference(model.version().id(), model.version().version(), catalogVersions);
  }

  /** The versions cited, for one cell of a table; null when there are none. */
  @Nullable String catalogVersionsInACell() {
    return catalogVersions.isEmpty() ? null : String.join(" ", catalogVersions);
  }
}
