package org.suanwang.scheduling.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.DurationLaw;

/** A {@link Background} as it is kept: its law by name and numbers. */
record BackgroundDocument(
    @Nullable Long seed,
    int jobs,
    long startSeconds,
    double days,
    String jobClass,
    List<String> devices,
    double fractionalShare,
    String law,
    double scaleSeconds,
    double shape) {
  static BackgroundDocument of(Background b) {
    return switch (b.duration()) {
      case DurationLaw.GavelLogUniform g -> of(b, "gavel", 0, 0);
      case DurationLaw.Lognormal l -> of(b, "lognormal", l.medianSeconds(), l.sigma());
      case DurationLaw.Exponential e -> of(b, "exponential", e.meanSeconds(), 0);
      case DurationLaw.Constant c -> of(b, "constant", (double) c.seconds(), 0);
    };
  }

  private static BackgroundDocument of(Background b, String law, double scale, double shape) {
    return new BackgroundDocument(
        b.seed(),
        b.jobs(),
        b.startSeconds(),
        b.days(),
        b.jobClass(),
        b.devices(),
        b.fractionalShare(),
        law,
        scale,
        shape);
  }

  Background toBackground() {
    DurationLaw duration =
        switch (law) {
          case "gavel" -> new DurationLaw.GavelLogUniform();
          case "lognormal" -> new DurationLaw.Lognormal(scaleSeconds, shape);
          case "exponential" -> new DurationLaw.Exponential(scaleSeconds);
          case "constant" -> new DurationLaw.Constant((long) scaleSeconds);
          default -> throw new IllegalStateException("kept with an unknown law: " + law);
        };
    return new Background(
        seed, jobs, startSeconds, days, jobClass, devices, fractionalShare, duration);
  }
}
