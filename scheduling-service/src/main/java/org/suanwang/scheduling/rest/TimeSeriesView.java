package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.metrics.TimeSeries;

/** A run over time. */
@Schema(description = "A run over time, one bucket a row")
public record TimeSeriesView(String id, List<PointView> points) {
  /** A bucket. */
  @Schema(description = "Means over a bucket; seconds since the epoch of the workload")
  public record PointView(
      @Schema(description = "Simulated time at which the bucket begins") Instant time,
      long fromSeconds,
      long toSeconds,
      double devicesAllocated,
      @Schema(description = "Share of all devices") double allocation,
      double jobsRunning,
      double jobsWaiting,
      @Schema(description = "Drawn for the devices whose power is known, kW; null when of none")
          @Nullable Double powerKilowatts,
      @Schema(description = "What that costs at the hubs with a tariff; null when none has one")
          @Nullable Double energyCostCnyPerHour,
      @Schema(description = "What usual tasks could not use; null when not asked for")
          @Nullable Double fragmentDevices,
      @Schema(description = "The same as a share of what was free; null likewise, and of nothing")
          @Nullable Double fragmentShareOfFree) {
    static PointView of(Instant epoch, TimeSeries.Point p) {
      return new PointView(
          epoch.plusSeconds(p.fromSeconds()),
          p.fromSeconds(),
          p.toSeconds(),
          p.devicesAllocated(),
          p.allocation(),
          p.jobsRunning(),
          p.jobsWaiting(),
          p.powerKilowatts(),
          p.energyCostCnyPerHour(),
          SeriesMetric.FRAGMENT.of(p),
          SeriesMetric.FRAGMENT_SHARE.of(p));
    }
  }

  static TimeSeriesView of(Run run, TimeSeries series) {
    return new TimeSeriesView(
        run.id(), series.points().stream().map(p -> PointView.of(run.epoch(), p)).toList());
  }
}
