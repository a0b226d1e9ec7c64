package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.UsedRate;
import org.suanwang.scheduling.throughput.Rate;
import org.suanwang.scheduling.workload.TopologyLevel;

/** A rate that a run used. */
@Schema(description = "How fast jobs of a class were on a number of devices of a type")
public record RateView(
    String jobClass,
    String deviceType,
    double devices,
    @Schema(
            description =
                "The smallest unit that held the gang; null where rates do not hang on it")
        @Nullable TopologyLevel level,
    @Schema(description = "Whether the gang was on as few nodes as will hold it; null likewise")
        @Nullable Boolean consolidated,
    @Schema(
            description =
                "Work done in a second: steps/s, GFLOP/s, or seconds of the reference device in a"
                    + " second, of the whole gang")
        Measure rate,
    Rate.Basis basis,
    String formula,
    String source,
    @Schema(description = "How often such a job started") long starts) {
  static RateView of(UsedRate used) {
    return new RateView(
        used.jobClass(),
        used.deviceType(),
        used.devices(),
        used.level(),
        used.consolidated(),
        Measure.of(used.rate().perSecond(), used.unit().symbol() + "/s"),
        used.rate().basis(),
        used.rate().formula(),
        used.rate().source(),
        used.starts());
  }
}
