package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What became of a workbook.
 *
 * @param model the version that holds the changes; the one it was written from when there are none
 * @param changesOf the scenario that was chosen in the file
 * @param changes every cell that was changed
 */
// It stands in no signature, where the native build looks for what is serialised.
@RegisterForReflection(
    targets = {WorkbookImportBody.class, WorkbookImportBody.ChangeBody.class, ModelSummary.class})
@Schema(name = "WorkbookImport")
public record WorkbookImportBody(ModelSummary model, String changesOf, List<ChangeBody> changes) {
  static WorkbookImportBody of(PublishedModel model, WorkbookChanges changes) {
    return new WorkbookImportBody(
        ModelSummary.of(model),
        changes.scenario(),
        Stream.concat(
                changes.values().stream().map(ChangeBody::of),
                changes.flows().stream().map(ChangeBody::of))
            .toList());
  }

  /**
   * A changed cell.
   *
   * @param name the parameter or variable it is about
   * @param unit left out when it is the choice of what flows on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ChangedCell")
  public record ChangeBody(
      String cell, String name, String from, String to, @Nullable String unit) {
    static ChangeBody of(WorkbookChanges.ValueChange change) {
      return new ChangeBody(
          change.cell(),
          change.key(),
          Numeral.write(change.from().value()),
          Numeral.write(change.to().value()),
          change.to().unit().text());
    }

    static ChangeBody of(WorkbookChanges.FlowChange change) {
      return new ChangeBody(
          change.cell(), change.variable(), change.from().name(), change.to().name(), null);
    }
  }
}
