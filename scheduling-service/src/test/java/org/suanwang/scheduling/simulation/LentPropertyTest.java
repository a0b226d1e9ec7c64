package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What elastic jobs grow by while others wait is in nobody's way, on random fleets of several hubs
 * and types with elastic and mixed gangs: at the end of every instant those whose turn it is to be
 * asked would find no place though all held only what they started with, on a cluster that is kept
 * beside the run from its events.
 */
class LentPropertyTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 80;
  private static final List<String> POLICIES =
      List.of("fifo-first-fit", "sjf-best-fit", "fifo-skip-first-fit", "drf-sjf-skip-best-fit");

  /** The cluster without what is lent, and who waits. */
  private static final class WithoutLent implements EventSink {
    private final SimulationInput input;
    private final JobTable jobs;
    private final ClusterState state;
    private final SchedulingCycle cycle;
    private final TreeSet<Waiting> waiting = new TreeSet<>();
    private final Map<Integer, Allocation> own = new HashMap<>();
    private final Map<Integer, Allocation> held = new HashMap<>();
    private long now;
    private int grownWhileOthersWait;
    private int takenBack;

    WithoutLent(SimulationInput input) {
      this.input = input;
      jobs = input.jobs();
      state = new ClusterState(input.layout());
      cycle =
          new SchedulingCycle(
              state, jobs, input.policy(), input.admission(), NodeGate.OPEN, null, 1);
    }

    @Override
    public void accept(Event event) {
      if (event.timeSeconds() > now) {
        nobodyCouldStart();
        now = event.timeSeconds();
      }
      int job = event.job();
      switch (event.kind()) {
        case SUBMITTED -> waiting.add(turn(job));
        case REJECTED -> waiting.remove(turn(job));
        case STARTED -> {
          waiting.remove(turn(job));
          own.put(job, event.allocation());
          held.put(job, event.allocation());
          state.retake(event.allocation(), jobs.request(job));
        }
        case RESIZED -> resized(job, event.allocation());
        case FINISHED -> {
          state.release(Objects.requireNonNull(own.remove(job)), jobs.request(job));
        }
        default -> {}
      }
    }

    private void resized(int job, Allocation after) {
      Allocation before = Objects.requireNonNull(held.put(job, after));
      Allocation started = Objects.requireNonNull(own.get(job));
      assertThat(after.tasks()).isBetween(started.tasks(), jobs.tasks(job));
      assertThat(IntStream.of(after.devices()).boxed().toList())
          .as("keeps what it started with")
          .containsAll(IntStream.of(started.devices()).boxed().toList());
      boolean grows = after.tasks() > before.tasks();
      grownWhileOthersWait += grows && !waiting.isEmpty() ? 1 : 0;
      takenBack += grows ? 0 : 1;
    }

    private Waiting turn(int job) {
      return new Waiting(input.policy().order().rank(jobs, job), job);
    }

    private void nobodyCouldStart() {
      boolean isStrict = !input.policy().name().contains("skip");
      waiting.stream()
          .limit(isStrict ? 1 : JOBS)
          .forEach(
              one ->
                  assertThat(cycle.find(one.job()))
                      .as("%s at %d", jobs.id(one.job()), now)
                      .isNull());
    }
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> POLICIES.stream().map(policy -> Arguments.of(seed, policy)));
  }

  private static SimulationInput draw(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed + 90_000L);
    FleetLayout layout = new FleetLayout(MixedPropertyTest.drawFleet(random));
    JobTable jobs =
        JobTable.of(
            MixedPropertyTest.drawTerms(random, MixedPropertyTest.drawJobs(random, JOBS, false)));
    return new SimulationInput(
        layout,
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON,
        new CheckpointRule(seed % 3 * 7L, seed % 2, seed % 3));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyFleet_letsWhoeverCouldStartStart(int seed, String policy) {
    SimulationInput input = draw(seed, policy);
    Invariants invariants = new Invariants(input.layout(), input.jobs());
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, new WithoutLent(input))));
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** The draws do bring growth beside others that wait, and tasks given back. */
  @Test
  void draws_bringGrowthAndWhatIsTakenBack() {
    for (String policy : POLICIES) {
      int[] counts = new int[2];
      for (int seed = 0; seed < SEEDS; seed++) {
        SimulationInput input = draw(seed, policy);
        WithoutLent sink = new WithoutLent(input);
        Runner.run(input, sink);
        counts[0] += sink.grownWhileOthersWait;
        counts[1] += sink.takenBack;
      }
      assertThat(Arrays.stream(counts).min().orElseThrow()).as(policy).isGreaterThan(10);
    }
  }
}
