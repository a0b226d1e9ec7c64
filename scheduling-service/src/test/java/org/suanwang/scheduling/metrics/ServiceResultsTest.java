package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Networks.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.inference.Autoscaler;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.PerformanceCurve;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.ReplicaPerformance;
import org.suanwang.scheduling.inference.ReplicaPlace;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestRate;
import org.suanwang.scheduling.inference.ScalingRule;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.inference.TokenLengths;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.ReplicaJobs;

/** One request occupies a replica of two devices for a second. */
class ServiceResultsTest {
  private static final long HORIZON = 1_000_000;
  private static final StepClock CLOCK = new StepClock(0, 100, 4);

  private static InferenceService service(ScalingRule scaling, double... perSecond) {
    return service(null, scaling, perSecond);
  }

  private static InferenceService service(
      @Nullable LatencyBound latency, ScalingRule scaling, double... perSecond) {
    List<RequestRate.Step> steps = new ArrayList<>();
    for (int i = 0; i < perSecond.length; i++) {
      steps.add(new RequestRate.Step(i * 100L, perSecond[i]));
    }
    ReplicaPerformance second =
        new ReplicaPerformance(
            new PerformanceCurve(List.of(new PerformanceCurve.Point(1, 1))),
            new PerformanceCurve(List.of(new PerformanceCurve.Point(1, 1))),
            0,
            true,
            "made up");
    return new InferenceService(
        "chat",
        "model",
        new ReplicaPlace("a", 1, 2, null, false, 0, "default", latency),
        new Replica(second, 1, 1000, 1_000_000),
        scaling,
        CLOCK,
        1e9,
        List.of(
            new RequestClass(
                "all",
                TokenLengths.constant(10),
                TokenLengths.constant(1),
                new RequestRate(steps, 0),
                new Objectives(30, 1, 0.9))));
  }

  private static ServiceResult run(Fleet fleet, InferenceService service, Job... others) {
    return run(fleet, service, HORIZON, others).getFirst();
  }

  private static List<ServiceResult> run(
      Fleet fleet, InferenceService service, long horizon, Job... others) {
    JobTable.Builder jobs = new JobTable.Builder();
    for (Job other : others) {
      jobs.add(other);
    }
    ReplicaJobs.addTo(jobs, service, Autoscaler.replicas(service));
    Runner run = Runner.run(fleet, jobs.build(), "fifo-first-fit");
    return new ServiceResults(run.outcomes, horizon).of(List.of(service), Checkpoint.NONE);
  }

  @Test
  void enoughDevices_letEveryReplicaServe() {
    ServiceResult result =
        run(Fleets.single(2, 2), service(ScalingRule.fixed(2), 0.5, 0.5, 0.5, 0.5));

    assertThat(result.replicaJobs()).isEqualTo(2);
    assertThat(result.replicaJobsStarted()).isEqualTo(2);
    assertThat(result.replicaHoursServing()).isEqualTo(800 / 3600.0);
    assertThat(result.fluid().attainment()).isGreaterThan(0.999);
    assertThat(result.deviceHours()).isEqualTo(1600 / 3600.0);
    // 300 W, no PUE; 9.5 CNY an hour and device.
    assertThat(result.kilowattHours()).isCloseTo(1600 * 300 / 3.6e6, within(1e-12));
    assertThat(result.costCny()).isCloseTo(1600 / 3600.0 * 9.5, within(1e-9));
    assertThat(result.costCnyPerMillionTokens())
        .isCloseTo(1600 / 3600.0 * 9.5 / (200 * 11 / 1e6), within(1e-6));
    assertThat(result.performanceAssumed()).isTrue();
  }

  /** One of two replicas is in the hub from which requests come, the other 40 ms away. */
  @Test
  void roundTrip_isPartOfTheTimeToFirstToken() {
    Fleet fleet =
        Fleets.of(hub("east", pool("a", 1, 2)), hub("west", pool("a", 1, 2)))
            .withLinks(List.of(link("east", "west", 40, 8)));
    ScalingRule two = ScalingRule.fixed(2);
    LatencyBound bound = new LatencyBound("east", 50);
    ServiceResult unknown = run(fleet, service(two, 0.5, 0.5, 0.5, 0.5));
    ServiceResult known = run(fleet, service(bound, two, 0.5, 0.5, 0.5, 0.5));

    assertThat(ttft(known) - ttft(unknown)).isCloseTo(0.02, within(1e-9));
    assertThat(known.fluid().points()).hasSameSizeAs(unknown.fluid().points());
    assertThat(known.replicaHoursServing()).isEqualTo(unknown.replicaHoursServing());
  }

  private static double ttft(ServiceResult result) {
    return result.fluid().classes().getFirst().ttftSecondsMean();
  }

  @Test
  void lackOfDevices_lowersTheAttainment() {
    InferenceService service = service(ScalingRule.fixed(2), 1.5, 1.5, 1.5, 1.5);
    ServiceResult enough = run(Fleets.single(2, 2), service);
    ServiceResult one = run(Fleets.single(1, 2), service);

    assertThat(enough.fluid().attainment()).isGreaterThan(0.95);
    // The second replica never gets devices, and is cancelled when it is no longer wanted.
    assertThat(one.replicaJobsStarted()).isEqualTo(1);
    assertThat(one.replicaHoursWanted()).isEqualTo(800 / 3600.0);
    assertThat(one.replicaHoursServing()).isEqualTo(400 / 3600.0);
    assertThat(one.fluid().attainment()).isLessThan(0.5);
    assertThat(one.fluid().classes().getFirst().waiting()).isCloseTo(200, within(1e-9));
  }

  @Test
  void replicaThatWaitsForOthers_servesLater() {
    InferenceService service = service(ScalingRule.fixed(1), 0.5, 0.5, 0.5, 0.5);
    ServiceResult result = run(Fleets.single(1, 2), service, Jobs.whole("first", 2, 0, 150));

    assertThat(result.replicaHoursServing()).isEqualTo(250 / 3600.0);
    assertThat(result.fluid().points().get(0).replicasServing()).isZero();
    assertThat(result.fluid().points().get(1).replicasServing()).isEqualTo(0.5);
    assertThat(result.fluid().points().get(0).waiting()).isEqualTo(50);
  }

  @Test
  void modelThatIsLoaded_servesLater() {
    InferenceService service = service(new ScalingRule(1, 1, 1, 0.1, 0, 60), 0.5, 0.5, 0.5, 0.5);
    ServiceResult result = run(Fleets.single(1, 2), service);

    assertThat(result.fluid().points().getFirst().replicasServing()).isEqualTo(0.4);
    assertThat(result.deviceHours()).isEqualTo(800 / 3600.0);
  }

  @Test
  void scaledReplicas_areJobsOfTheirOwn() {
    InferenceService service = service(new ScalingRule(1, 3, 1, 0.1, 0, 0), 3, 1, 2, 0);
    JobTable.Builder jobs = new JobTable.Builder();
    ReplicaJobs.addTo(jobs, service, Autoscaler.replicas(service));
    JobTable table = jobs.build();

    // Wanted 1, 3, 1, 2: the first stays, two run for a step, and one at the end.
    assertThat(table.size())
        .isEqualTo(4)
        .isEqualTo((int) ReplicaJobs.count(new int[] {1, 3, 1, 2}));
    assertThat(table.toList())
        .extracting(j -> j.submitSeconds() + "+" + j.work())
        .containsExactly("0+400", "100+100", "100+100", "300+100");
    assertThat(table.toList())
        .allMatch(j -> j.jobClass().equals("inference/chat") && !j.terms().preemptible());
    assertThat(table.toList()).extracting(Job::id).doesNotHaveDuplicates();
  }

  @Test
  void runThatWasStopped_countsWholeStepsOnly() {
    InferenceService service = service(ScalingRule.fixed(1), 0.5, 0.5, 0.5, 0.5);

    assertThat(run(Fleets.single(1, 2), service, 250).getFirst().fluid().arrived()).isEqualTo(100);
    assertThat(run(Fleets.single(1, 2), service, 50)).isEmpty();
  }

  @Test
  void replicasThatNeverFit_serveNothing() {
    ServiceResult result =
        run(Fleets.single(1, 1), service(ScalingRule.fixed(1), 0.5, 0.5, 0.5, 0.5));

    assertThat(result.replicaJobsStarted()).isZero();
    assertThat(result.fluid().attainment()).isZero();
    assertThat(result.costCny()).isNull();
    assertThat(result.costCnyPerMillionTokens()).isNull();
  }
}
