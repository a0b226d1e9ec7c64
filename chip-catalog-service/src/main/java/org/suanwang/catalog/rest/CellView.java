package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.CellReview;

/** A printed cell beside what is known better. */
@Schema(name = "Cell", description = "What a figure prints, beside what corrects it and why")
record CellView(
    @Schema(examples = "figure 5") String figure,
    @Nullable String row,
    @Nullable String column,
    @Schema(description = "The exact text; null when the cell is blank") @Nullable String printed,
    @Schema(examples = "WRONG_BASIS") String status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
    ClaimView reported,
    @Schema(
            description =
                "The claims that correct the cell, each with its reason; of a cell that is blank"
                    + " although its value is known, the claims that tell it")
        List<ClaimView> corrected,
    @Schema(description = "Other claims about the same attribute") List<ClaimView> others) {

  static CellView of(Catalog catalog, CellReview review) {
    Claim<?> reported = review.reported();
    return new CellView(
        reported.locator().place(),
        reported.locator().row(),
        reported.locator().column(),
        reported.printed(),
        review.verdict().status().name(),
        review.verdict().note(),
        ClaimView.of(catalog, review.reported()),
        ClaimView.of(catalog, review.corrections()),
        ClaimView.of(catalog, review.others()));
  }
}
