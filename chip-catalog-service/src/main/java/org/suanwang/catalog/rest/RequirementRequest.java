package org.suanwang.catalog.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.query.Requirement;

/** What is to be done, with which accelerators, within which limits; as it is sent. */
@Schema(name = "RequirementRequest", description = "Either training or inference")
record RequirementRequest(
    @Nullable @Valid TrainingPart training,
    @Nullable @Valid InferencePart inference,
    @NotNull Precision precision,
    @Schema(description = "Precisions that may take its place, best first; none when left out")
        @Nullable
        @Size(max = 5)
        List<@NotNull Precision> mayFallBackTo,
    @NotNull @Valid EfficiencyPart efficiency,
    @Nullable @Valid CandidatesPart candidates,
    @Nullable @Valid LimitsPart limits,
    @Schema(description = "DEVICES when left out") Requirement.@Nullable Rank rankBy) {
  private static final String COUNT_RULE = "must be a whole number from 1 to 100000000";
  private static final long COUNT_MAX = 100_000_000;

  @Schema(name = "TrainingWork")
  record TrainingPart(
      @Schema(description = "An AI model whose claims fill what is left out")
          @Nullable
          @Size(max = 100)
          String model,
      @Schema(description = "In 1e9") @Nullable MeasureRequest parameters,
      @Schema(description = "In 1e9; of a mixture of experts, those that work on one token")
          @Nullable MeasureRequest activeParameters,
      @Schema(description = "In 1e9") @Nullable MeasureRequest tokens,
      @Schema(description = "In ZFLOP, where it is known better than by 6 x parameters x tokens")
          @Nullable MeasureRequest compute,
      @Schema(description = "In d") @NotNull MeasureRequest within,
      @Schema(
              description =
                  "Of weights, gradients and optimiser states; 16 (mixed precision, Adam) when left"
                      + " out")
          @Nullable BigDecimal bytesPerParameter,
      @Schema(description = "The share of the memory that is free for them; 0.8 when left out")
          @Nullable BigDecimal usableMemory,
      @Schema(
              description =
                  "Over how many devices at most the states of one replica are spread; over all"
                      + " when left out")
          @Nullable
          @Min(value = 1, message = COUNT_RULE)
          @Max(value = COUNT_MAX, message = COUNT_RULE)
          Long shardedOver) {}

  @Schema(name = "InferenceWork")
  record InferencePart(
      @Nullable @Size(max = 100) String model,
      @Schema(description = "In 1e9") @Nullable MeasureRequest parameters,
      @Schema(description = "In 1e9") @Nullable MeasureRequest activeParameters,
      @Schema(description = "Generated, over all requests together") @NotNull
          BigDecimal tokensPerSecond,
      @Schema(description = "How many requests are answered at the same time")
          @NotNull
          @Min(value = 1, message = COUNT_RULE)
          @Max(value = COUNT_MAX, message = COUNT_RULE)
          Long concurrency,
      @Schema(description = "How long each of them is")
          @NotNull
          @Min(value = 1, message = COUNT_RULE)
          @Max(value = COUNT_MAX, message = COUNT_RULE)
          Long contextTokens,
      @Schema(
              description =
                  "What the model keeps for each token of a context; the cache is left out of the"
                      + " answer when it is left out here")
          @Nullable BigDecimal keyValueBytesPerToken,
      @Schema(description = "The share of the memory that is free; 0.9 when left out")
          @Nullable BigDecimal usableMemory) {}

  @Schema(
      name = "EfficiencyChoice",
      description =
          "Which share of the dense peak is reached: stated (value, unit, source), or as claimed of"
              + " each accelerator for a workload")
  record EfficiencyPart(
      @Schema(examples = "38") @Nullable BigDecimal value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Schema(examples = "%") @Nullable String unit,
      @Nullable @Size(max = 500) String source,
      @Nullable @Size(max = 100) String workload) {
    EfficiencyRequest stated() {
      return new EfficiencyRequest(value, low, high, unit, source);
    }
  }

  @Schema(name = "Candidates", description = "Which accelerators come into question; all without")
  record CandidatesPart(
      @Schema(description = "Of the vendor, ISO 3166-1 alpha-2", examples = "[\"CN\"]")
          @Nullable
          @Size(max = 50)
          List<@NotBlank @Size(max = 10) String> countries,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> vendors,
      @Schema(description = "Software stacks, one of which it must be claimed to run")
          @Nullable
          @Size(max = 50)
          List<@NotBlank @Size(max = 100) String> softwareStacks,
      @Schema(description = "Market segments, such as DATACENTER") @Nullable @Size(max = 10)
          List<@NotBlank @Size(max = 50) String> segments,
      @Schema(
              description =
                  "What it may be sold for; left out: for training TRAINING, for inference all;"
                      + " an empty list: all. Who says nothing of it is let in",
              examples = "[\"TRAINING\"]")
          @Nullable
          @Size(max = 3)
          List<@NotNull Scenario> scenarios,
      @Schema(
              description =
                  "The day on which it must be on sale; left out: today. Who says nothing of it is"
                      + " let in",
              examples = "2026-11-25")
          @Nullable LocalDate releasedBy,
      @Schema(description = "That one device must have, in GB")
          @Nullable MeasureRequest memoryPerDevice,
      @Schema(description = "That one device must have, in GB/s")
          @Nullable MeasureRequest interconnectPerDevice,
      @Nullable @Valid ExportPart notExportControlled) {}

  @Schema(
      name = "ExportQuestion",
      description = "No export rule of the day may hold it back; what is made there is let through")
  record ExportPart(
      @NotNull @Schema(examples = "2026-11-25") LocalDate on,
      @Schema(description = "ISO 3166-1 alpha-2; CN when left out")
          @Nullable
          @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters, as CN")
          String destination) {}

  @Schema(name = "RequirementLimits", description = "Power and cost are of the devices alone")
  record LimitsPart(
      @Nullable @Min(value = 1, message = COUNT_RULE) @Max(value = COUNT_MAX, message = COUNT_RULE)
          Long devices,
      @Schema(description = "In W") @Nullable MeasureRequest power,
      @Schema(description = "In USD or CNY") @Nullable MeasureRequest budget) {}
}
