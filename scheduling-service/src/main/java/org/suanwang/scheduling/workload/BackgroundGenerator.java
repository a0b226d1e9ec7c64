package org.suanwang.scheduling.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * Draws background jobs. Like nobody in particular: Poisson arrivals, one task of 1, 2, 4 or 8
 * devices (70, 10, 15 and 5 % as in the Gavel study) or a share of one device, home hub and device
 * type as the fleet's devices are spread. Like a {@link FittedCluster}: as that has it, jobs wider
 * than a node as gangs. Each property has its own stream of random numbers, so changing one law
 * leaves the draws of the others alone.
 */
public final class BackgroundGenerator {
  private static final int[] SIZES = {1, 2, 4, 8};
  private static final double[] SIZE_WEIGHTS = {0.70, 0.80, 0.95, 1.00};
  private static final int[] SHARES_MILLI = {100, 250, 500, 750};
  private static final double SECONDS_PER_DAY = 86_400;

  private final Background background;
  private final List<SupplyMix.Portion> portions;
  private final double[] cumulativeWeights;
  private final double[] cumulativeShares;
  private final Map<TaskRequest, TaskRequest> known = new HashMap<>();
  private final SplittableRandom arrivals;
  private final SplittableRandom durations;
  private final SplittableRandom sizes;
  private final SplittableRandom places;
  private final SplittableRandom endings;

  public BackgroundGenerator(Background background, SupplyMix mix, long defaultSeed) {
    this.background = background;
    this.portions = mix.only(background.devices()).portions();
    this.cumulativeWeights = weights(portions, !background.devices().isEmpty());
    this.cumulativeShares = shares(background);
    Long seed = background.seed();
    SplittableRandom root = new SplittableRandom(seed == null ? defaultSeed : seed);
    this.arrivals = root.split();
    this.durations = root.split();
    this.sizes = root.split();
    this.places = root.split();
    this.endings = root.split();
  }

  /** Named types are each as likely, and their hubs by devices; else all by devices. */
  private static double[] weights(List<SupplyMix.Portion> portions, boolean typesAlike) {
    Map<String, Long> devicesOfType = new HashMap<>();
    portions.forEach(p -> devicesOfType.merge(p.deviceType(), p.devices(), Long::sum));
    double[] cumulative = new double[portions.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      SupplyMix.Portion p = portions.get(i);
      double ofType = typesAlike ? devicesOfType.getOrDefault(p.deviceType(), 1L) : 1;
      sum += p.devices() / ofType;
      cumulative[i] = sum;
    }
    return cumulative;
  }

  /**
   * Adds the jobs.
   *
   * @param checkpoint passed for each of them
   * @throws IllegalStateException when the fleet has none of the device types to draw from
   */
  public void drawInto(JobTable.Builder into, Checkpoint checkpoint) {
    if (portions.isEmpty() && background.jobs() > 0) {
      throw new IllegalStateException("no device type to draw background jobs from");
    }
    double meanGap = background.days() * SECONDS_PER_DAY / Math.max(1, background.jobs());
    double at = background.startSeconds();
    Likeness like = background.like();
    for (int number = 1; number <= background.jobs(); number++) {
      checkpoint.pass();
      double gap = Draws.exponential(arrivals, meanGap);
      at = like == null ? at + gap : like.after(at, gap);
      long submit = Math.min((long) at, WorkloadLimits.SECONDS_MAX);
      into.addGenerated(like == null ? drawJob(submit) : drawJob(like.cluster(), submit), number);
    }
  }

  private Job drawJob(long submitSeconds) {
    SupplyMix.Portion portion = portions.get(Draws.weighted(places, cumulativeWeights));
    long workSeconds = background.duration().drawSeconds(durations);
    return new Job(
        JobTable.GENERATED_PREFIX,
        background.jobClass(),
        portion.hub(),
        false,
        1,
        drawRequest(portion),
        submitSeconds,
        workSeconds);
  }

  private Job drawJob(FittedCluster cluster, long submitSeconds) {
    SupplyMix.Portion portion = portions.get(Draws.weighted(places, cumulativeWeights));
    double devices = cluster.sizes().get(Draws.weighted(sizes, cumulativeShares)).devices();
    int width = Integer.highestOneBit(portion.devicesPerNodeMax());
    long room = portion.devices() / portion.devicesPerNodeMax() * (long) width;
    double held = Math.min(devices, (double) Math.max(1, Long.highestOneBit(room)));
    int perTask = (int) Math.min(held, width);
    return new Job(
        JobTable.GENERATED_PREFIX,
        background.jobClass(),
        portion.hub(),
        false,
        perTask == 0 ? 1 : (int) (held / perTask),
        request(perTask, perTask == 0 ? (int) (held * TaskRequest.MILLI) : 0, portion),
        submitSeconds,
        cluster.drawSeconds(devices, durations),
        JobTerms.USUAL.withEnding(cluster.drawEnding(endings)));
  }

  private static double[] shares(Background background) {
    Likeness like = background.like();
    double[] cumulative = new double[like == null ? 0 : like.cluster().sizes().size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length && like != null; i++) {
      sum += like.cluster().sizes().get(i).share();
      cumulative[i] = sum;
    }
    return cumulative;
  }

  private TaskRequest drawRequest(SupplyMix.Portion portion) {
    boolean isFractional = Draws.uniform(sizes) < background.fractionalShare();
    int share = SHARES_MILLI[Draws.index(sizes, SHARES_MILLI.length)];
    int size = SIZES[Draws.weighted(sizes, SIZE_WEIGHTS)];
    int whole = Math.min(size, portion.devicesPerNodeMax());
    return request(isFractional ? 0 : whole, isFractional ? share : 0, portion);
  }

  /** One object for all equal requests. */
  private TaskRequest request(int devices, int milli, SupplyMix.Portion portion) {
    var request = new TaskRequest(devices, milli, 0, 0, List.of(portion.deviceType()), null);
    return known.computeIfAbsent(request, r -> r);
  }
}
