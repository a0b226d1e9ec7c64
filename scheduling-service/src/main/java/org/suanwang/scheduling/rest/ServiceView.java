package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.inference.ClassResult;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.ServicePoint;
import org.suanwang.scheduling.metrics.ServiceResult;

/** What became of a service. */
@Schema(
    description =
        "What became of a service with the replicas that really ran, as a fluid: requests are no whole"
            + " numbers, and arrived = served + waiting + dropped")
public record ServiceView(
    String name,
    String model,
    String deviceType,
    @Schema(description = "Share of all requests that were given both objectives")
        double attainment,
    @Schema(description = "Of prompts and answers that were served") double tokens,
    @Schema(description = "How often a replica was wanted, each a job") int replicaJobs,
    int replicaJobsStarted,
    double replicaHoursWanted,
    @Schema(description = "Of replicas that had devices and had loaded the model")
        double replicaHoursServing,
    Measure deviceHours,
    @Schema(description = "Design power × time held × PUE; null when the power is not known")
        @Nullable Measure energy,
    @Nullable Measure energyPerMillionTokens,
    @Schema(description = "Price × time held; null when no device held has a price")
        @Nullable Measure cost,
    @Nullable Measure costPerMillionTokens,
    @Schema(description = "Whether the speed of a replica was derived and not measured")
        boolean performanceAssumed,
    String performanceBasis,
    List<ClassView> classes,
    @Schema(description = "Over time, at most 240 rows") List<ServicePoint> points) {
  /** What became of a class. */
  @Schema(description = "What became of the requests of a class")
  public record ClassView(
      String name,
      double arrived,
      double served,
      @Schema(description = "At the end") double waiting,
      @Schema(description = "Gave up after patienceSeconds") double dropped,
      double promptTokens,
      double answerTokens,
      @Schema(description = "Time to first token") double ttftSecondsMean,
      @Schema(description = "Time per output token after the first") double tpotSecondsMean,
      @Schema(description = "Of those that arrived") double ttftShare,
      @Schema(description = "Of those that arrived") double tpotShare,
      @Schema(description = "Share of those that arrived that were given both") double attainment,
      @Schema(description = "Whether as many were given both as were to be")
          boolean meetsObjectives,
      Objectives objectives) {
    static ClassView of(ClassResult c) {
      return new ClassView(
          c.name(),
          c.arrived(),
          c.served(),
          c.waiting(),
          c.dropped(),
          c.promptTokens(),
          c.answerTokens(),
          c.ttftSecondsMean(),
          c.tpotSecondsMean(),
          c.ttftShare(),
          c.tpotShare(),
          c.attainment(),
          c.meetsObjectives(),
          c.objectives());
    }
  }

  static ServiceView of(ServiceResult s) {
    return new ServiceView(
        s.name(),
        s.model(),
        s.deviceType(),
        s.fluid().attainment(),
        s.fluid().tokens(),
        s.replicaJobs(),
        s.replicaJobsStarted(),
        s.replicaHoursWanted(),
        s.replicaHoursServing(),
        Measure.of(s.deviceHours(), "device.h"),
        measure(s.kilowattHours(), "kW.h"),
        measure(s.kilowattHoursPerMillionTokens(), "kW.h/Mtoken"),
        measure(s.costCny(), "CNY"),
        measure(s.costCnyPerMillionTokens(), "CNY/Mtoken"),
        s.performanceAssumed(),
        s.performanceBasis(),
        s.fluid().classes().stream().map(ClassView::of).toList(),
        s.fluid().points());
  }

  private static @Nullable Measure measure(@Nullable Double value, String unit) {
    return value == null ? null : Measure.of(value, unit);
  }
}
