package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.Usage;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold of mixed gangs for every input; a failure names its seed and policy. */
class MixedPropertyTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 80;

  static Stream<Arguments> seedsAndPolicies() {
    List<String> preemptive =
        List.of("priority-preempt-best-fit", "srtf-preempt-first-fit", "las-preempt-best-fit");
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.concat(AnyJobs.policies().stream().map(p -> p.name()), preemptive.stream())
                    .distinct()
                    .map(policy -> Arguments.of(seed, policy)));
  }

  private static String drawType(SplittableRandom random) {
    return List.of("a", "b", "c").get(random.nextInt(3));
  }

  static Fleet drawFleet(SplittableRandom random) {
    List<Hub> hubs = new ArrayList<>();
    for (int h = 0; h < 1 + random.nextInt(3); h++) {
      List<Pool> pools = new ArrayList<>();
      for (int p = 0; p < 1 + random.nextInt(4); p++) {
        pools.add(Mixed.pool(drawType(random), 1 + random.nextInt(3), 1 + random.nextInt(4)));
      }
      hubs.add(Fleets.hub("hub-" + h, pools.toArray(Pool[]::new)));
    }
    return Mixed.fleet(hubs.toArray(Hub[]::new));
  }

  static List<Job> drawJobs(SplittableRandom random, int count, boolean single) {
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(30);
      List<String> types =
          switch (random.nextInt(4)) {
            case 0 -> List.of(drawType(random));
            case 1 -> List.of("a", "c");
            default -> List.of();
          };
      int devices = single ? 1 : 1 + random.nextInt(2);
      Job job =
          Jobs.job(
              "job-" + i,
              1 + random.nextInt(random.nextInt(3) == 0 ? 14 : 3),
              Mixed.request(devices, types),
              at,
              1 + random.nextInt(100));
      job = random.nextInt(3) > 0 ? Mixed.mixed(job) : job;
      boolean hasRegion = random.nextBoolean();
      jobs.add(hasRegion ? Mixed.in("hub-" + random.nextInt(3), random.nextInt(4) == 0, job) : job);
    }
    return jobs;
  }

  static List<Job> drawTerms(SplittableRandom random, List<Job> jobs) {
    return jobs.stream()
        .map(
            job -> {
              Integer atLeast =
                  random.nextInt(3) == 0 ? (Integer) (1 + random.nextInt(job.tasks())) : null;
              return job.withTerms(
                  job.terms()
                      .withTasksMin(atLeast)
                      .withPriority(random.nextInt(3))
                      .withPreemptible(random.nextInt(6) > 0));
            })
        .toList();
  }

  /** Devices in use, money and time by device type, from nothing but what the events hand out. */
  private static final class Books implements EventSink {
    private final FleetLayout layout;
    private final JobTable jobs;
    private final Map<Integer, Allocation> held = new HashMap<>();
    private final Map<Integer, Long> since = new HashMap<>();
    private final Map<String, Long> milliSeconds = new TreeMap<>();
    private long micro;
    private boolean hasMixed;

    Books(FleetLayout layout, JobTable jobs) {
      this.layout = layout;
      this.jobs = jobs;
    }

    @Override
    public void accept(Event event) {
      int job = event.job();
      switch (event.kind()) {
        case SUBMITTED, REJECTED, BLOCKED, WITHDRAWN, TIMED_OUT -> {}
        case STARTED -> begin(event, job);
        case RESIZED, PARTNER_CHANGED -> {
          close(event, job);
          begin(event, job);
        }
        case FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP, CRASHED, STOPPED, CANCELLED ->
            close(event, job);
      }
    }

    private void begin(Event event, int job) {
      held.put(job, event.allocation());
      since.put(job, event.timeSeconds());
      boolean isMixed =
          Arrays.stream(event.allocation().devices())
                  .mapToObj(d -> layout.poolOfDevice(d).pool().deviceType())
                  .distinct()
                  .count()
              > 1;
      assertThat(isMixed && !jobs.request(job).terms().mixed()).isFalse();
      hasMixed |= isMixed;
    }

    private void close(Event event, int job) {
      Allocation was = Objects.requireNonNull(held.remove(job));
      long seconds = event.timeSeconds() - Objects.requireNonNull(since.remove(job));
      BigDecimal price = BigDecimal.ZERO;
      for (int device : was.devices()) {
        Pool pool = layout.poolOfDevice(device).pool();
        milliSeconds.merge(String.valueOf(pool.deviceType()), 1000 * seconds, Long::sum);
        long hourly = Objects.requireNonNull(pool.price()).microCnyPerDeviceHour();
        price = price.add(BigDecimal.valueOf(hourly).multiply(BigDecimal.valueOf(seconds)));
      }
      micro += price.divide(BigDecimal.valueOf(3600), 0, RoundingMode.HALF_UP).longValueExact();
    }
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyMixedInput_keepsAllInvariantsAndBooks(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed);
    FleetLayout layout = new FleetLayout(drawFleet(random));
    JobTable jobs = JobTable.of(drawTerms(random, drawJobs(random, JOBS, false)));
    check(input(layout, jobs, policy, OutageRule.NONE), true);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void failures_stopWholeGangs(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed + 1000L);
    FleetLayout layout = new FleetLayout(drawFleet(random));
    JobTable jobs = JobTable.of(drawTerms(random, drawJobs(random, JOBS, false)));
    if (!Policies.find(policy).orElseThrow().discipline().reservesAhead()) {
      Reliability nodes = new Reliability(Level.NODE, null, 2000, 50);
      check(input(layout, jobs, policy, new OutageRule(List.of(nodes), List.of(), null)), false);
    }
  }

  private static SimulationInput input(
      FleetLayout layout, JobTable jobs, String policy, OutageRule outages) {
    return new SimulationInput(
        layout,
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON,
        new CheckpointRule(0, 2, 3),
        outages,
        7);
  }

  private static void check(SimulationInput input, boolean endsIdle) {
    FleetLayout layout = input.layout();
    Invariants invariants = new Invariants(layout, input.jobs());
    Books books = new Books(layout, input.jobs());
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, books)));
    if (endsIdle) {
      invariants.checkEmptyEnd();
    }
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    long window = run.end.lastEventSeconds();
    long[] charged = {0};
    new Ledger(run.outcomes, window, 0)
        .forEach(entry -> charged[0] += entry.postings().getFirst().microCny());
    assertThat(charged[0]).isEqualTo(books.micro);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    double kilowattHours = 0;
    for (Usage usage : metrics.deviceTypes()) {
      String type = String.valueOf(usage.deviceType());
      long expected = books.milliSeconds.getOrDefault(type, 0L);
      assertThat(usage.allocatedMilliDeviceSeconds()).as(type).isEqualTo(expected);
      kilowattHours += expected * Objects.requireNonNull(Mixed.WATTS.get(type)) / 3.6e9;
    }
    assertThat(metrics.energy().kilowattHours()).isCloseTo(kilowattHours, Offset.offset(1e-9));
    assertThat(metrics.total().allocatedMilliDeviceSeconds())
        .isEqualTo(books.milliSeconds.values().stream().mapToLong(Long::longValue).sum());
  }

  static IntStream slowSeeds() {
    return IntStream.range(0, 300);
  }

  /**
   * First come, first served over gangs of single devices, exactly as the slow reference has it.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("slowSeeds")
  void firstFit_isWhatTheSlowReferenceSays(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet = drawFleet(random);
    List<Job> jobs = drawJobs(random, 40, true);
    Map<String, SlowMixedRun.Outcome> expected = SlowMixedRun.run(fleet, jobs);
    PoolCounts counts = new PoolCounts(new FleetLayout(fleet));
    JobTable table = JobTable.of(jobs);
    Runner run = Runner.run(fleet, table, "fifo-first-fit", SimulationLimits.WIDEST, counts);
    for (int job = 0; job < table.size(); job++) {
      SlowMixedRun.Outcome of = expected.get(table.id(job));
      if (of == null) {
        assertThat(run.outcomes.state(job)).as(table.id(job)).isEqualTo(JobState.REJECTED);
      } else {
        assertThat(run.outcomes.startSeconds(job)).as(table.id(job)).isEqualTo(of.start());
        assertThat(run.outcomes.endSeconds(job)).as(table.id(job)).isEqualTo(of.end());
        assertThat(counts.ofJob.get(job)).as(table.id(job)).isEqualTo(of.devicesOfPool());
      }
    }
  }

  private static final class PoolCounts implements EventSink {
    private final FleetLayout layout;
    private final Map<Integer, Map<Integer, Integer>> ofJob = new HashMap<>();

    PoolCounts(FleetLayout layout) {
      this.layout = layout;
    }

    @Override
    public void accept(Event event) {
      if (event.kind() == EventKind.STARTED) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int device : event.allocation().devices()) {
          counts.merge(layout.poolOfDevice(device).index(), 1, Integer::sum);
        }
        ofJob.put(event.job(), counts);
      }
    }
  }

  /** The draws do bring mixed gangs, or the rest would say nothing. */
  @Test
  void draws_bringMixedGangs() {
    int mixed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FleetLayout layout = new FleetLayout(drawFleet(random));
      JobTable jobs = JobTable.of(drawTerms(random, drawJobs(random, JOBS, false)));
      Books books = new Books(layout, jobs);
      Runner.run(input(layout, jobs, "fifo-skip-best-fit", OutageRule.NONE), books);
      mixed += books.hasMixed ? 1 : 0;
    }
    assertThat(mixed).isGreaterThan(SEEDS / 3);
  }
}
