package org.suanwang.catalog.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Tier;

/** A claim that an analyst wants added. */
@Schema(name = "ClaimRequest", description = "A claim with its source; nothing may stay unsaid")
record ClaimRequest(
    @Schema(
            description = "What it is about: the id of an accelerator, a vendor, a system …",
            examples = "enflame-cloudblazer-t20")
        @NotBlank
        @Size(max = 100)
        String subject,
    @NotNull @Valid AttributePart attribute,
    @NotNull @Valid QuantityPart quantity,
    @Size(max = 500) @Nullable String printed,
    @Size(max = 1000) @Nullable String qualifier,
    @NotNull @Valid SourcePart source,
    @NotNull @Valid LocatorPart locator,
    @NotNull
        @Size(max = 10)
        @Schema(
            description = "When the source said so: a day, or a month or a year",
            examples = "2024-03-26")
        String asOf,
    @NotNull @Valid BasisPart basis) {

  @Schema(
      name = "AttributeRequest",
      description =
          "For throughput: precision, sparsity, circuit and scope are all mandatory; for clock,"
              + " cores, price, revenue, score and the like: name; for relations: target")
  record AttributePart(
      @NotBlank @Size(max = 50) @Schema(examples = "throughput") String kind,
      @Nullable Precision precision,
      @Nullable Sparsity sparsity,
      @Nullable Circuit circuit,
      @Nullable Scope scope,
      @Size(max = 100) @Schema(examples = "boost") @Nullable String name,
      @Size(max = 100) @Nullable String target) {}

  @Schema(
      name = "QuantityRequest",
      description =
          "Either value and unit, or low, high and unit, or value, unit and relation, or text, or"
              + " reason, or printed alone, which is read: \"<30W\", \"300-350W\"")
  record QuantityPart(
      @Nullable BigDecimal value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Size(max = 20) @Schema(examples = "TFLOP/s") @Nullable String unit,
      Quantity.@Nullable Relation relation,
      @Size(max = 500) @Nullable String text,
      Quantity.@Nullable Reason reason,
      @Size(max = 100) @Nullable String printed) {}

  @Schema(
      name = "SourceRequest",
      description = "The id of a known source alone, or everything about a new one")
  record SourcePart(
      @NotBlank
          @Pattern(
              regexp = "[a-z0-9][a-z0-9.-]{0,99}",
              message = "must be small letters, digits, dots and hyphens, at most 100")
          String id,
      @Size(max = 500) @Nullable String title,
      @Size(max = 300) @Nullable String publisher,
      @Nullable Tier tier,
      @Size(max = 10) @Schema(description = "A day, or a month or a year", examples = "2024-03-26")
          @Nullable String date,
      @Schema(description = "PUBLISHED when left out; ACCESSED for the day of reading")
          @Nullable DateKind dateKind,
      @Size(max = 2000)
          @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
          @Nullable String url,
      @Size(max = 500) @Nullable String licence,
      @Size(max = 500) @Nullable String readThrough) {}

  @Schema(name = "LocatorRequest")
  record LocatorPart(
      @NotBlank @Size(max = 300) @Schema(examples = "page 2") String place,
      @Size(max = 300) @Nullable String row,
      @Size(max = 300) @Nullable String column) {}

  @Schema(
      name = "BasisRequest",
      description =
          "REPORTED; CORRECTED with corrects and why; MEASURED with method; DERIVED with rule and"
              + " inputs; ESTIMATED with method, low and high; UNKNOWN with why")
  record BasisPart(
      @NotBlank @Size(max = 20) @Schema(examples = "REPORTED") String kind,
      @Size(max = 300) @Nullable String corrects,
      @Size(max = 1000) @Nullable String why,
      @Size(max = 1000) @Nullable String method,
      @Size(max = 1000) @Nullable String rule,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 300) String> inputs,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {}
}
