package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.ClassDemand;
import org.suanwang.market.bridge.Demand;
import org.suanwang.market.bridge.DemandJob;
import org.suanwang.market.bridge.DemandQuestion;
import org.suanwang.market.bridge.DemandShare;
import org.suanwang.market.bridge.MonthRow;
import org.suanwang.market.bridge.ServingDemand;
import org.suanwang.market.bridge.TrainingDemand;
import org.suanwang.market.bridge.TrainingNeed;
import org.suanwang.market.scenario.PublishedModel;

/**
 * A model's demand: jobs, and device-hours by class, region and month.
 *
 * @param catalogVersion behind the equivalence of the first class
 * @param share left out when all of the demand is asked for
 * @param reference what the model counts in for training; left out without training
 * @param equivalence the catalogue's answer for one company's devices; left out without training
 * @param serving what the model counts in for serving; left out without inference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandBody(
    ModelReference model,
    String scenario,
    CatalogReference catalogVersion,
    String device,
    @Nullable Share share,
    @Nullable Reference reference,
    @JsonRawValue @Schema(implementation = Object.class) @Nullable String equivalence,
    DemandClassBody.@Nullable Serving serving,
    Totals totals,
    List<DemandClassBody> classes,
    List<Month> monthly,
    List<JobBody> jobs,
    List<AssumptionBody> assumptions) {
  private static final int SECONDS_PER_HOUR = 3600;

  static DemandBody of(DemandQuestion question, Demand demand) {
    String device = question.device();
    ClassDemand training = demand.of(TrainingDemand.JOB_CLASS);
    ClassDemand serving = demand.of(ServingDemand.JOB_CLASS);
    String scenario = question.scenario();
    var servingNeed = demand.servingNeed();
    var trainingNeed = demand.trainingNeed();
    return new DemandBody(
        ModelReference.of(question.model()),
        scenario == null ? PublishedModel.BASE : scenario,
        CatalogReference.of(demand.first().conversion().answer()),
        device,
        Share.of(question.share()),
        trainingNeed == null
            ? null
            : Reference.of(question.model().roles().referenceDevice(), trainingNeed),
        training == null ? null : training.conversion().equivalence().document(),
        serving == null || servingNeed == null
            ? null
            : DemandClassBody.Serving.of(servingNeed, serving),
        Totals.of(demand),
        demand.classes().stream().map(DemandClassBody::of).toList(),
        demand.classes().stream()
            .flatMap(c -> c.months().stream())
            .map(row -> Month.of(row, device))
            .toList(),
        demand.classes().stream()
            .flatMap(c -> c.jobs().stream())
            .map(job -> JobBody.of(job, device))
            .toList(),
        demand.assumptions().stream().map(AssumptionBody::of).toList());
  }

  /** How much of the demand was asked for, and why. */
  @Schema(name = "DemandShareTaken")
  public record Share(BigDecimal value, String source) {
    static @Nullable Share of(DemandShare share) {
      String source = share.source();
      return source == null ? null : new Share(share.value().bigDecimalValue(), source);
    }
  }

  /**
   * What the model counts in.
   *
   * @param devicesPerCompany the share of a company's devices that is asked for
   */
  public record Reference(String device, int companies, long devicesPerCompany, BigDecimal days) {
    static Reference of(String device, TrainingNeed need) {
      return new Reference(
          device, need.companies(), need.devicesPerCompany(), DemandClassBody.days(need.time()));
    }
  }

  /** {@code deviceHours} is the exact sum of all jobs, of all months and of all classes. */
  public record Totals(Measure referenceDeviceHours, Measure deviceHours) {
    static Totals of(Demand demand) {
      return new Totals(
          Measure.of(demand.sum(ClassDemand::referenceHours), DemandClassBody.DEVICE_HOURS),
          Measure.of(
              demand.sum(ClassDemand::deviceHours),
              demand.sum(ClassDemand::lowHours),
              demand.sum(ClassDemand::highHours),
              DemandClassBody.DEVICE_HOURS));
    }
  }

  /** Device-hours of a class and region that fall into a month (UTC). */
  public record Month(
      @JsonProperty("class") String jobClass,
      String region,
      String month,
      String device,
      Measure deviceHours) {
    static Month of(MonthRow row, String device) {
      return new Month(
          row.jobClass(),
          row.region(),
          row.month().toString(),
          device,
          Measure.of(row.deviceHours(), DemandClassBody.DEVICE_HOURS));
    }
  }

  /**
   * A job, as the scheduling service takes it.
   *
   * @param tasks replicas of the job; left out where each device is a task
   * @param devicesPerTask devices of one replica, on one node; left out where it is 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record JobBody(
      String id,
      @JsonProperty("class") String jobClass,
      String region,
      String device,
      long devices,
      @Nullable Long tasks,
      @Nullable Long devicesPerTask,
      BigDecimal durationHours,
      Instant submitAt) {
    static JobBody of(DemandJob job, String device) {
      boolean replicas = job.devicesPerTask() > 1;
      return new JobBody(
          job.id(),
          job.jobClass(),
          job.region(),
          device,
          job.devices(),
          replicas ? job.tasks() : null,
          replicas ? job.devicesPerTask() : null,
          Measure.number(BigFraction.of(job.time().toSeconds(), SECONDS_PER_HOUR)),
          job.submitAt());
    }
  }
}
