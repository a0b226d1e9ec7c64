package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.DemandShare;
import org.suanwang.market.bridge.ServingDemand.Cut;

/**
 * A model's demand for training and inference, in devices of one kind.
 *
 * @param device the catalogue's id of the device to count in
 * @param start the day all jobs start, at 00:00 UTC
 * @param regions where, in the order in which jobs are dealt out; left out: the model's own
 * @param classes which classes of jobs; left out: all that the model has
 * @param share how much of the demand; left out: all of it
 * @param serving how what serves is cut into jobs
 * @param equivalence the catalogue's answer for one company; left out: the catalogue is asked
 * @param accelerator the catalogue's answer about the device, which tells whose it is; left out:
 *     the catalogue is asked where the model tells domestic devices apart
 */
public record DemandRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @NotNull @Pattern(regexp = ID, message = "must be an id: lower-case letters, digits and -")
        String device,
    @NotNull @Size(max = 10) String start,
    @Nullable @Size(min = 1, max = 100)
        List<
                @NotNull
                @Pattern(regexp = ID, message = "must be an id: lower-case letters, digits and -")
                String>
            regions,
    @Nullable @Size(min = 1, max = 2)
        List<@NotNull @Pattern(regexp = CLASS, message = "must be " + CLASS) String> classes,
    @Nullable @Valid ShareBody share,
    @Nullable @Valid ServingBody serving,
    @Nullable @Schema(implementation = Object.class) JsonNode equivalence,
    @Nullable @Schema(implementation = Object.class) JsonNode accelerator) {
  static final String ID = "[a-z0-9][a-z0-9.-]{0,79}";
  static final String CLASS = "foundation-model-training|inference-serving";

  private static final String DAYS_RULE = "must be a whole number of days from 1 to 366";
  private static final String REPLICA_RULE = "must be a whole number of devices from 1 to 1024";
  private static final String JOBS_RULE = "must be a whole number from 1 to 10000";

  LocalDate readStart() {
    return Inputs.date("start", start);
  }

  DemandShare readShare() {
    return share == null
        ? DemandShare.ALL
        : DemandShare.of(Measure.exact("share.value", share.value()), share.source());
  }

  /** Left out: as long as a training. */
  @Nullable Duration readServingTime() {
    Integer days = serving == null ? null : serving.days();
    return days == null ? null : Duration.ofDays(days);
  }

  Cut readCut() {
    Integer devices = serving == null ? null : serving.replicaDevices();
    Integer jobs = serving == null ? null : serving.jobsMax();
    return new Cut(
        devices == null ? Cut.USUAL.replicaDevices() : devices,
        jobs == null ? Cut.USUAL.jobsMax() : jobs);
  }

  /**
   * A part of the demand.
   *
   * @param value from a billionth to 1
   * @param source who says that this is the share of the fleet under study, and why
   */
  @Schema(name = "DemandShare")
  public record ShareBody(@NotNull BigDecimal value, @NotBlank @Size(max = 500) String source) {}

  /**
   * How what serves is cut into jobs.
   *
   * @param days how long serving devices are held; left out: as long as a training that is asked
   *     for as well, or 30 days
   * @param replicaDevices devices of one replica, which one node holds; 8 when left out
   * @param jobsMax the most jobs; 1000 when left out. Replicas beyond it share jobs
   * @param equivalence the catalogue's answer for all that serve; left out: the catalogue is asked
   */
  @Schema(name = "DemandServing")
  public record ServingBody(
      @Nullable @Min(value = 1, message = DAYS_RULE) @Max(value = 366, message = DAYS_RULE)
          Integer days,
      @Nullable @Min(value = 1, message = REPLICA_RULE) @Max(value = 1024, message = REPLICA_RULE)
          Integer replicaDevices,
      @Nullable @Min(value = 1, message = JOBS_RULE) @Max(value = 10_000, message = JOBS_RULE)
          Integer jobsMax,
      @Nullable @Schema(implementation = Object.class) JsonNode equivalence) {}
}
