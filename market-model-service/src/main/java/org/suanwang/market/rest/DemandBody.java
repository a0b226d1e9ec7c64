package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.market.bridge.EquivalenceSource;
import org.suanwang.market.bridge.TrainingDemand;
import org.suanwang.market.bridge.TrainingNeed;
import org.suanwang.market.scenario.PublishedModel;

/** The demand of the model companies: a job each, and device-hours by region and month. */
public record DemandBody(
    ModelReference model,
    String scenario,
    CatalogReference catalogVersion,
    String device,
    Reference reference,
    @JsonRawValue @Schema(implementation = Object.class) String equivalence,
    Totals totals,
    List<Month> monthly,
    List<JobBody> jobs) {
  private static final String DEVICE_HOURS = "device.h";
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

  static DemandBody of(
      PublishedModel model,
      String scenario,
      TrainingDemand demand,
      EquivalenceSource.Answer answer) {
    String device = answer.equivalence().toDevice();
    return new DemandBody(
        ModelReference.of(model),
        scenario,
        CatalogReference.of(answer),
        device,
        Reference.of(demand.need()),
        answer.equivalence().document(),
        Totals.of(demand),
        demand.months().stream().map(row -> Month.of(row, device)).toList(),
        demand.jobs().stream().map(job -> JobBody.of(job, device)).toList());
  }

  /**
   * The catalogue version behind the equivalence.
   *
   * @param stale the catalogue could not be reached; this is its last known answer
   * @param origin catalogue, last_known or request
   */
  public record CatalogReference(String id, boolean stale, String origin) {
    static CatalogReference of(EquivalenceSource.Answer answer) {
      return new CatalogReference(
          answer.equivalence().catalogVersion(),
          answer.stale(),
          answer.origin().name().toLowerCase(Locale.ROOT));
    }
  }

  /** What the model counts in. */
  public record Reference(String device, int companies, long devicesPerCompany, BigDecimal days) {
    static Reference of(TrainingNeed need) {
      return new Reference(
          need.referenceDevice(),
          need.companies(),
          need.devicesPerCompany(),
          quotient(need.time().toSeconds(), SECONDS_PER_DAY));
    }
  }

  /** {@code deviceHours} is the exact sum of all jobs and of all months. */
  public record Totals(Measure referenceDeviceHours, Measure deviceHours) {
    static Totals of(TrainingDemand demand) {
      BigFraction reference = demand.deviceHours(demand.need().devicesPerCompany());
      return new Totals(
          Measure.of(reference, DEVICE_HOURS),
          Measure.of(
              demand.deviceHours(),
              demand.deviceHours(demand.equivalence().toCountLow()),
              demand.deviceHours(demand.equivalence().toCountHigh()),
              DEVICE_HOURS));
    }
  }

  /** Device-hours of a region that fall into a month (UTC). */
  public record Month(
      @JsonProperty("class") String jobClass,
      String region,
      String month,
      String device,
      Measure deviceHours) {
    static Month of(TrainingDemand.MonthRow row, String device) {
      return new Month(
          TrainingDemand.JOB_CLASS,
          row.region(),
          row.month().toString(),
          device,
          Measure.of(row.deviceHours(), DEVICE_HOURS));
    }
  }

  /** One company's training, as the scheduling service takes it. */
  public record JobBody(
      String id,
      @JsonProperty("class") String jobClass,
      String region,
      String device,
      long devices,
      BigDecimal durationHours,
      Instant submitAt) {
    static JobBody of(TrainingDemand.Job job, String device) {
      return new JobBody(
          job.id(),
          TrainingDemand.JOB_CLASS,
          job.region(),
          device,
          job.devices(),
          quotient(job.time().toSeconds(), SECONDS_PER_HOUR),
          job.submitAt());
    }
  }

  private static BigDecimal quotient(long seconds, BigDecimal unit) {
    return Measure.number(BigFraction.of(seconds).divide(BigFraction.of(unit.toBigIntegerExact())));
  }
}
