package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.calendar.ReservedNodes;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold for every input with reservations; a failure names seed and policy. */
class ReservationPropertyTest {
  private static final int SEEDS = 120;
  private static final int JOBS = 120;
  private static final List<String> TENANTS = List.of("r", "r/x", "s", "others");

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-best-fit",
                        "fifo-skip-first-fit",
                        "fifo-skip-device-packing",
                        "fifo-easy-best-fit",
                        "sjf-conservative-first-fit",
                        "fifo-conservative-best-fit",
                        "las-preempt-best-fit",
                        "fair-share-fifo-skip-best-fit",
                        "fair-share-fifo-conservative-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  private static JobTable withTenants(JobTable jobs, SplittableRandom random) {
    JobTable.Builder all = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
      all.add(job.withTenant(tenant.equals("r") ? "r/y" : tenant));
    }
    return all.build();
  }

  private static ReservationRule rule(Fleet fleet, SplittableRandom random) {
    List<Reservation> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long from = random.nextInt(900);
      all.add(
          new Reservation(
              TENANTS.get(random.nextInt(3)),
              "hub-" + random.nextInt(fleet.hubs().size()),
              null,
              random.nextInt(4) == 0 ? null : (Integer) (1 + random.nextInt(4)),
              from,
              from + 1 + random.nextInt(300),
              random.nextInt(2) * random.nextLong(80),
              false));
    }
    return new ReservationRule(all);
  }

  /** Checks after each event that nobody starts, or runs, where he must not. */
  private static final class KeptNodesCheck implements EventSink {
    private final JobTable jobs;
    private final Map<Integer, List<Reservation>> ofNode = new HashMap<>();
    private final Map<Integer, int[]> held = new HashMap<>();

    KeptNodesCheck(FleetLayout layout, JobTable jobs, ReservationRule rule) {
      this.jobs = jobs;
      ReservedNodes reserved = new ReservedNodes(layout, rule);
      for (int i = 0; i < rule.reservations().size(); i++) {
        for (NodeSpan span : reserved.of(i)) {
          for (int node = span.first(); node < span.end(); node++) {
            ofNode.computeIfAbsent(node, n -> new ArrayList<>()).add(rule.reservations().get(i));
          }
        }
      }
      ofNode.values().forEach(KeptNodesCheck::checkDisjoint);
    }

    private static void checkDisjoint(List<Reservation> those) {
      for (int i = 0; i < those.size(); i++) {
        for (int j = 0; j < i; j++) {
          Reservation one = those.get(i);
          Reservation other = those.get(j);
          boolean isApart =
              one.toSeconds() <= other.fromSeconds() || other.toSeconds() <= one.fromSeconds();
          assertThat(isApart).as("one node, two tenants").isTrue();
        }
      }
    }

    @Override
    public void accept(Event event) {
      int job = event.job();
      switch (event.kind()) {
        case STARTED -> {
          held.put(job, event.allocation().nodes());
          checkStart(job, event);
        }
        case RESIZED, PARTNER_CHANGED -> held.put(job, event.allocation().nodes());
        case FINISHED, KILLED, CRASHED, STOPPED, CANCELLED, PREEMPTED, FAILED, GAVE_UP ->
            held.remove(job);
        case SUBMITTED, BLOCKED, REJECTED, WITHDRAWN, TIMED_OUT -> {}
      }
      if (event.kind() == EventKind.STARTED) {
        held.forEach((other, nodes) -> checkHeld(other, nodes, event.timeSeconds()));
      }
    }

    private void checkStart(int job, Event event) {
      for (int node : event.allocation().nodes()) {
        for (Reservation one : ofNode.getOrDefault(node, List.of())) {
          boolean isClosed =
              event.timeSeconds() >= one.fromSeconds() - one.drainSeconds()
                  && event.timeSeconds() < one.toSeconds();
          boolean isOwn = one.isFor(jobs.tenant(job));
          assertThat(isClosed && !isOwn).as("starts where nodes are kept").isFalse();
        }
      }
    }

    private void checkHeld(int job, int[] nodes, long now) {
      for (int node : nodes) {
        for (Reservation one : ofNode.getOrDefault(node, List.of())) {
          boolean isOn = now >= one.fromSeconds() && now < one.toSeconds();
          assertThat(isOn && !one.isFor(jobs.tenant(job))).as("runs where kept").isFalse();
        }
      }
    }
  }

  private static OutageRule outages(int seed) {
    return seed % 4 == 0
        ? new OutageRule(
            List.of(new Reliability(Level.NODE, null, 2, 0.02)),
            List.of(new Maintenance("hub-0", null, 2, 300, 400, 20, false)),
            null)
        : OutageRule.NONE;
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void reservations_holdAndNothingElseBreaks(int seed, String name) {
    RandomInput draw = new RandomInput(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet = draw.drawFleet();
    JobTable drawn = draw.drawJobs(JOBS);
    boolean estimatesAreTrue = seed % 2 == 1;
    JobTable jobs = withTenants(estimatesAreTrue ? drawn : draw.drawPlans(drawn), random);
    FleetLayout layout = new FleetLayout(fleet);
    ReservationRule rule = rule(fleet, random);
    SchedulingPolicy policy = Policies.find(name).orElseThrow();
    SimulationInput input =
        new SimulationInput(
                layout,
                jobs,
                policy,
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON,
                CheckpointRule.FREE,
                outages(seed),
                seed)
            .withReservations(rule);
    Invariants invariants = new Invariants(layout, jobs);
    KeptNodesCheck kept = new KeptNodesCheck(layout, jobs, rule);
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, kept)));
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    if (estimatesAreTrue && policy.discipline().reservesAhead()) {
      assertThat(run.log()).as("foreseen").doesNotContain("PREEMPTED");
    }
  }
}
