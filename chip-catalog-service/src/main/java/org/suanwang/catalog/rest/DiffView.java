package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.query.CatalogDiff;
import org.suanwang.catalog.rest.Views.ResolvedView;

/** What has changed between two versions, as it is served. */
final class DiffView {
  private DiffView() {}

  @Schema(name = "SubjectDiff", description = "One subject that differs")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubjectDiffView(
      String id,
      CatalogDiff.State state,
      @Nullable String nameBefore,
      @Nullable String nameAfter,
      List<String> claimsAdded,
      @Schema(
              description =
                  "Nothing is ever removed: these are not there yet in an earlier version")
          List<String> claimsRemoved,
      List<VerdictChangeView> verdicts,
      @Schema(description = "The attributes that come out otherwise")
          List<ValueChangeView> values) {
    static SubjectDiffView of(CatalogDiff.SubjectDiff d) {
      return new SubjectDiffView(
          d.id(),
          d.state(),
          name(d.before()),
          name(d.after()),
          d.claimsAdded(),
          d.claimsRemoved(),
          d.verdicts().stream().map(VerdictChangeView::of).toList(),
          d.values().stream().map(ValueChangeView::of).toList());
    }

    private static @Nullable String name(@Nullable Subject subject) {
      return subject == null ? null : subject.name();
    }
  }

  @Schema(name = "VerdictChange")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VerdictChangeView(
      String claim,
      @Schema(examples = "UNVERIFIED") @Nullable String before,
      @Schema(examples = "OK") @Nullable String after) {
    static VerdictChangeView of(CatalogDiff.VerdictChange c) {
      return new VerdictChangeView(c.claimId(), status(c.before()), status(c.after()));
    }

    private static @Nullable String status(@Nullable Verdict verdict) {
      return verdict == null ? null : verdict.status().name();
    }
  }

  @Schema(name = "ValueChange")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ValueChangeView(
      @Schema(examples = "FP16 DENSE MATRIX PACKAGE") String attribute,
      @Nullable ResolvedView before,
      @Nullable ResolvedView after,
      @Nullable String textBefore,
      @Nullable String textAfter) {
    static ValueChangeView of(CatalogDiff.ValueChange v) {
      return new ValueChangeView(
          v.attribute(),
          ResolvedView.of(v.before()),
          ResolvedView.of(v.after()),
          v.textBefore(),
          v.textAfter());
    }
  }
}
