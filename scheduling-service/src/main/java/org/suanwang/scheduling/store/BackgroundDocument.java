package org.suanwang.scheduling.store;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.FittedCluster;
import org.suanwang.scheduling.workload.Likeness;

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
    double shape,
    @Nullable LikenessDocument like) {
  /** A {@link Likeness} as it is kept: whole, so that the jobs stay the same when data changes. */
  record LikenessDocument(
      String cluster,
      List<Double> devices,
      List<Double> shares,
      double medianSeconds,
      double growthPerDoubling,
      double sigma,
      long secondsMax,
      double failedShare,
      double cancelledShare,
      List<Double> hourWeights,
      long epochSecondOfWeek) {
    static @Nullable LikenessDocument of(@Nullable Likeness like) {
      if (like == null) {
        return null;
      }
      FittedCluster c = like.cluster();
      return new LikenessDocument(
          c.id(),
          c.sizes().stream().map(FittedCluster.Size::devices).toList(),
          c.sizes().stream().map(FittedCluster.Size::share).toList(),
          c.medianSeconds(),
          c.growthPerDoubling(),
          c.sigma(),
          c.secondsMax(),
          c.failedShare(),
          c.cancelledShare(),
          c.hourWeights(),
          like.epochSecondOfWeek());
    }

    Likeness toLikeness() {
      List<FittedCluster.Size> sizes =
          IntStream.range(0, devices.size())
              .mapToObj(i -> new FittedCluster.Size(devices.get(i), shares.get(i)))
              .toList();
      return new Likeness(
          new FittedCluster(
              cluster,
              sizes,
              medianSeconds,
              growthPerDoubling,
              sigma,
              secondsMax,
              failedShare,
              cancelledShare,
              hourWeights),
          epochSecondOfWeek);
    }
  }

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
        shape,
        LikenessDocument.of(b.like()));
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
        seed,
        jobs,
        startSeconds,
        days,
        jobClass,
        devices,
        fractionalShare,
        duration,
        like == null ? null : like.toLikeness());
  }
}
