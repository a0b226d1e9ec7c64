package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.inference.Autoscaler;
import org.suanwang.scheduling.inference.FluidModel;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.ServingTimes;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.workload.ReplicaJobs;

/**
 * Works out what became of services: their replicas are jobs, and from when to when each of them
 * ran is in the events.
 */
public final class ServiceResults {
  private static final double HOUR_SECONDS = 3600;
  private static final double MICRO_MILLI = 1e9;
  private static final double MILLI = 1e3;
  private static final double WATTS_PER_KILOWATT = 1e3;

  private final JobOutcomes outcomes;
  private final long horizonSeconds;

  /**
   * Of a run.
   *
   * @param horizonSeconds where it was stopped at the latest
   */
  public ServiceResults(JobOutcomes outcomes, long horizonSeconds) {
    this.outcomes = outcomes;
    this.horizonSeconds = horizonSeconds;
  }

  /**
   * Of these services; one that had not begun when the run was stopped is left out.
   *
   * @param checkpoint passed for every service
   */
  public List<ServiceResult> of(List<InferenceService> services, Checkpoint checkpoint) {
    List<ServiceResult> results = new ArrayList<>();
    for (InferenceService service : services) {
      checkpoint.pass();
      StepClock clock = service.clock().until(horizonSeconds);
      if (clock != null) {
        results.add(of(service.during(clock)));
      }
    }
    return results;
  }

  private ServiceResult of(InferenceService service) {
    StepClock clock = service.clock();
    Held held = new Held(service);
    String jobClass = ReplicaJobs.jobClass(service);
    for (int job = 0; job < outcomes.size(); job++) {
      if (outcomes.jobs().jobClass(job).equals(jobClass)
          && outcomes.jobs().submitSeconds(job) < clock.endSeconds()) {
        held.add(job);
      }
    }
    int[] wanted = Autoscaler.replicas(service);
    ServingTimes serving = held.serving();
    return new ServiceResult(
        service.name(),
        service.model(),
        service.place().deviceType(),
        FluidModel.evaluate(service, wanted, serving),
        held.jobs,
        held.started,
        Arrays.stream(wanted).asLongStream().sum() * clock.stepSeconds() / HOUR_SECONDS,
        Arrays.stream(serving.total()).sum() / HOUR_SECONDS,
        held.deviceSeconds / HOUR_SECONDS,
        held.kilowattHours(),
        held.chargeSeconds == 0 ? null : (Double) (held.chargeSeconds / HOUR_SECONDS / MICRO_MILLI),
        service.replica().performance().assumed(),
        service.replica().performance().basis());
  }

  /** What the replicas of one service held until the end of its clock. */
  private final class Held {
    private final InferenceService service;
    private final SortedMap<Double, BucketSums> servingByDistance = new TreeMap<>();
    private final @Nullable Double watts;
    private int jobs;
    private int started;
    private double deviceSeconds;
    private double deviceSecondsWithPue;
    private double chargeSeconds;

    Held(InferenceService service) {
      this.service = service;
      watts =
          outcomes
              .layout()
              .fleet()
              .findDeviceType(service.place().deviceType())
              .map(DeviceType::powerWatts)
              .orElse(null);
    }

    void add(int job) {
      jobs++;
      started += outcomes.startSeconds(job) == JobOutcomes.NEVER ? 0 : 1;
      outcomes.forEachStretch(job, service.clock().endSeconds(), this::add);
    }

    private void add(int place, long from, long to, long milliDevices, long chargeRate) {
      StepClock clock = service.clock();
      long start = clock.startSeconds();
      servingByDistance
          .computeIfAbsent(
              roundTripSeconds(place),
              d -> new BucketSums(clock.endSeconds() - start, clock.steps()))
          .add(from + service.scaling().startSeconds() - start, to - start, 1);
      Double pue = outcomes.places().hub(place).pueMean();
      double devices = (to - from) * (milliDevices / MILLI);
      deviceSeconds += devices;
      deviceSecondsWithPue += devices * (pue == null ? 1 : pue);
      chargeSeconds += (double) chargeRate * (to - from);
    }

    /** From where requests come to a place, s; 0 where nobody said where they come from. */
    private double roundTripSeconds(int place) {
      LatencyBound latency = service.place().latency();
      if (latency == null) {
        return 0;
      }
      Links links = outcomes.layout().links();
      String hub = outcomes.places().hub(place).id();
      return links.roundTripMillis(links.hub(latency.from()), links.hub(hub)) / MILLI;
    }

    ServingTimes serving() {
      if (servingByDistance.isEmpty()) {
        return ServingTimes.nearby(new double[service.clock().steps()]);
      }
      return new ServingTimes(
          servingByDistance.keySet().stream().mapToDouble(d -> d).toArray(),
          servingByDistance.values().stream().map(BucketSums::sums).toArray(double[][]::new));
    }

    @Nullable Double kilowattHours() {
      return watts == null
          ? null
          : (Double) (deviceSecondsWithPue * watts / HOUR_SECONDS / WATTS_PER_KILOWATT);
    }
  }
}
