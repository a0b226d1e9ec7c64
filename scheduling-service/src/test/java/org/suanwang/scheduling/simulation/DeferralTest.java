package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Networks;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Energy is cheap from two to six o'clock, and clean from four to five; second 0 is midnight. */
class DeferralTest {
  private static final Instant EPOCH = Instant.parse("2024-12-31T16:00:00Z");
  static final long HOUR = 3_600;

  static List<Double> day(double usual, double other, int from, int to) {
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, usual));
    Collections.fill(hours.subList(from, to), other);
    return hours;
  }

  private static Hub hub(String id, int nodes, List<Double> prices, List<Double> carbon) {
    Tariff tariff = prices.isEmpty() ? null : new Tariff(prices, "made up");
    EnergyTerms terms = new EnergyTerms("Asia/Shanghai", List.of(), tariff, carbon, List.of());
    return new Hub(id, id, 1.2, List.of(Fleets.pool("a", nodes, 1)), null, terms);
  }

  private static Fleet one(int nodes) {
    return Fleets.of(hub("h", nodes, day(1, 0.2, 2, 6), day(600, 100, 4, 5)));
  }

  static SimulationInput input(Fleet fleet, JobTable jobs, String policy, Deferral deferral) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow().withDeferral(deferral),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON,
        CheckpointRule.FREE,
        OutageRule.NONE,
        0,
        QueueRule.NONE,
        ThroughputRule.NONE,
        ReservationRule.NONE,
        EPOCH);
  }

  private static Runner run(Fleet fleet, Deferral deferral, Job... jobs) {
    return Runner.run(input(fleet, Jobs.table(jobs), "fifo-first-fit", deferral), event -> {});
  }

  private static Job deferrable(String id, long submit, long work, long until) {
    Job job = Jobs.whole(id, 1, submit, work);
    return job.withTerms(job.terms().withDeferrable(until));
  }

  private static long start(Deferral deferral, Job job) {
    return run(one(1), deferral, job).start(job.id());
  }

  private static long cheapest(Job job) {
    return start(Deferral.CHEAPEST_TARIFF, job);
  }

  @Test
  void job_isPutOffToItsCheapestHours() {
    assertThat(cheapest(deferrable("j", 0, HOUR, 6 * HOUR))).isEqualTo(2 * HOUR);
    assertThat(cheapest(deferrable("j", 0, 5 * HOUR, 6 * HOUR))).isEqualTo(HOUR);
    // it has four cheap hours whenever it starts
    assertThat(cheapest(deferrable("j", 0, 6 * HOUR, 3 * HOUR / 2))).isZero();
    // as late as it may, for the more of them
    assertThat(cheapest(deferrable("j", 10, HOUR, 3 * HOUR / 2))).isEqualTo(10 + 3 * HOUR / 2);
    assertThat(cheapest(deferrable("j", 5 * HOUR, 2 * HOUR, 3 * HOUR))).isEqualTo(5 * HOUR);
    // the next night
    assertThat(cheapest(deferrable("j", 7 * HOUR, HOUR, 90 * HOUR))).isEqualTo(26 * HOUR);
    assertThat(start(Deferral.LOWEST_CARBON, deferrable("j", 0, HOUR, 6 * HOUR)))
        .isEqualTo(4 * HOUR);
  }

  /** The hub with the cheapest hours is too far for it. */
  @Test
  void hoursOfHubsThatAreTooFar_doNotCount() {
    Fleet fleet =
        Fleets.of(
                hub("near", 1, day(1, 0.2, 2, 6), List.of()),
                hub("far", 1, day(1, 0.01, 20, 22), List.of()))
            .withLinks(List.of(Networks.link("near", "far", 50, 8)));
    Job free = deferrable("j", 0, HOUR, 24 * HOUR);
    Job near = Networks.near(free, "near", 5);
    assertThat(run(fleet, Deferral.CHEAPEST_TARIFF, free).start("j")).isEqualTo(20 * HOUR);
    assertThat(run(fleet, Deferral.CHEAPEST_TARIFF, near).start("j")).isEqualTo(2 * HOUR);
  }

  /** 10 GB take 10 s: they are there when its hour comes. */
  @Test
  void dataOfAJobThatIsPutOff_isSentAtItsSubmission() {
    EnergyTerms none = new EnergyTerms("Asia/Shanghai", List.of(), null, List.of(), List.of());
    Fleet fleet =
        Fleets.of(
                hub("room", 1, day(1, 0.2, 2, 6), List.of()),
                new Hub("store", "store", 1.2, List.of(Fleets.pool("b", 1, 1)), null, none))
            .withLinks(List.of(Networks.link("room", "store", 50, 8)));
    TaskRequest request = TaskRequest.wholeDevices(1, "a");
    Job job = Networks.reads(Jobs.job("j", 1, request, 0, HOUR), "d", "store", 10);
    Job late = job.withTerms(job.terms().withDeferrable(24 * HOUR));
    Runner run = run(fleet, Deferral.CHEAPEST_TARIFF, late);
    assertThat(run.log()).contains("0 SENT 10 GB from store to room for j");
    assertThat(run.start("j")).isEqualTo(2 * HOUR);
  }

  @Test
  void deadlineAndTimeout_areKept() {
    Job job = deferrable("j", 0, HOUR, 6 * HOUR);
    assertThat(cheapest(job.withTerms(job.terms().withTimes(5 * HOUR / 2, null, null))))
        .isEqualTo(3 * HOUR / 2);
    assertThat(cheapest(job.withTerms(job.terms().withTimes(HOUR / 2, null, null)))).isZero();
    assertThat(cheapest(job.withTerms(job.terms().withTimes(null, 3 * HOUR / 2, null))))
        .isEqualTo(3 * HOUR / 2 - 1);
  }

  /** By the estimate, of which the job runs a fifth. */
  @Test
  void estimate_isWhatCounts() {
    Job job = deferrable("j", 0, HOUR, 6 * HOUR).withEstimate(5 * HOUR);
    assertThat(cheapest(job)).isEqualTo(HOUR);
  }

  @Test
  void jobThatMayNotBePutOff_andPolicyThatPutsNobodyOff_startAtOnce() {
    assertThat(cheapest(Jobs.whole("j", 1, 0, HOUR))).isZero();
    assertThat(start(Deferral.NONE, deferrable("j", 0, HOUR, 6 * HOUR))).isZero();
    Fleet silent = Fleets.of(hub("h", 1, List.of(), List.of()));
    assertThat(run(silent, Deferral.CHEAPEST_TARIFF, deferrable("j", 0, HOUR, 9_999)).start("j"))
        .isZero();
  }

  @Test
  void ownRegionCounts_elseTheCheapestHub() {
    Fleet two =
        Fleets.of(
            hub("h", 1, day(1, 0.2, 2, 6), List.of()), hub("g", 1, day(1, 0.1, 3, 4), List.of()));
    assertThat(run(two, Deferral.CHEAPEST_TARIFF, deferrable("j", 0, HOUR, 6 * HOUR)).start("j"))
        .isEqualTo(3 * HOUR);
    Job own = deferrable("j", 0, HOUR, 6 * HOUR);
    Job inRegion =
        new Job("j", "test", "h", false, 1, own.request(), 0, HOUR).withTerms(own.terms());
    assertThat(run(two, Deferral.CHEAPEST_TARIFF, inRegion).start("j")).isEqualTo(2 * HOUR);
  }

  /** The gang fits in the hub with the dearer hours only; who needs no devices costs nothing. */
  @Test
  void onlyHubsThatCanHoldTheJob_andDevices_count() {
    Fleet two =
        Fleets.of(
            hub("h", 2, day(1, 0.2, 2, 6), List.of()), hub("g", 1, day(1, 0.1, 3, 4), List.of()));
    Job gang = Jobs.gang("j", 2, 0, HOUR);
    Job mayWait = gang.withTerms(gang.terms().withDeferrable(6 * HOUR));
    assertThat(run(two, Deferral.CHEAPEST_TARIFF, mayWait).start("j")).isEqualTo(2 * HOUR);
    TaskRequest host = new TaskRequest(0, 0, 1, 0, List.of(), null);
    Job without = Jobs.job("j", 1, host, 0, HOUR).withTerms(mayWait.terms());
    assertThat(run(two, Deferral.CHEAPEST_TARIFF, without).start("j")).isZero();
  }

  @Test
  void waits_countForTheirReasons() {
    Runner run =
        run(
            one(1),
            Deferral.CHEAPEST_TARIFF,
            deferrable("a", 0, HOUR, 6 * HOUR),
            deferrable("b", 60, HOUR, 6 * HOUR),
            deferrable("c", 120, HOUR, 6 * HOUR));
    assertThat(run.log())
        .startsWith(
            """
            0 SUBMITTED a
            0 BLOCKED a DEFERRED short of 0
            60 SUBMITTED b
            60 BLOCKED b DEFERRED short of 0
            120 SUBMITTED c
            120 BLOCKED c DEFERRED short of 0
            7200 STARTED a on h/a nodes [0] devices [0]
            7200 BLOCKED b INSUFFICIENT_DEVICES short of 1
            10800 FINISHED a
            10800 STARTED b on h/a nodes [0] devices [0]
            10800 BLOCKED c INSUFFICIENT_DEVICES short of 1
            """);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
    assertThat(metrics.waitReasons())
        .extracting(w -> w.reason() + " " + w.jobs() + " " + w.seconds())
        .containsExactlyInAnyOrder(
            "DEFERRED 3 " + (3 * 7_200 - 180),
            "WAITING_BEHIND_HEAD 1 3600",
            "INSUFFICIENT_DEVICES 2 7200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-first-fit",
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "priority-preempt-first-fit",
        "gavel-las-rounds-first-fit"
      })
  void jobCancelledWhileItIsPutOff_leavesAtOnce(String policy) {
    Job job = deferrable("a", 0, HOUR, 6 * HOUR);
    Job cancelled = job.withTerms(job.terms().withTimes(null, null, 100L));
    JobTable jobs = Jobs.table(cancelled, Jobs.whole("b", 1, 50, HOUR), deferrable("c", 60, 9, 9));
    Runner run = Runner.run(input(one(1), jobs, policy, Deferral.CHEAPEST_TARIFF), event -> {});
    assertThat(run.outcomes.state(run.row("a"))).isEqualTo(JobState.CANCELLED);
    assertThat(run.outcomes.endSeconds(run.row("a"))).isEqualTo(100);
    assertThat(run.outcomes.reason(run.row("a"))).isEqualTo(WaitReason.DEFERRED);
    assertThat(run.outcomes.state(run.row("b"))).isEqualTo(JobState.COMPLETED);
    assertThat(run.outcomes.state(run.row("c"))).isEqualTo(JobState.COMPLETED);
  }

  /** Jobs grow when nobody waits: who was put off and left is not counted among those who do. */
  @Test
  void elasticJob_growsAfterOneLeftThatWasPutOff() {
    Job off = deferrable("a", 0, HOUR, 6 * HOUR);
    Job cancelled = off.withTerms(off.terms().withTimes(null, null, 100L));
    Job gang = Jobs.gang("d", 2, 2_000, HOUR);
    JobTable jobs =
        Jobs.table(
            cancelled, Jobs.whole("b", 1, 50, HOUR), gang.withTerms(gang.terms().withTasksMin(1)));
    SimulationInput input = input(one(2), jobs, "fifo-skip-first-fit", Deferral.CHEAPEST_TARIFF);
    assertThat(Runner.run(input, event -> {}).log()).contains("3650 RESIZED d");
  }
}
