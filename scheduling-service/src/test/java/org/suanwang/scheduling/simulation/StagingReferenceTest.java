package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
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
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What is sent when and where to, beside a second implementation that asks every job that waits at
 * every instant, one after the other, and shares nothing between those that are alike.
 */
class StagingReferenceTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 120;

  static Stream<Arguments> seedsAndPolicies() {
    List<String> policies =
        List.of(
            "fifo-first-fit",
            "sjf-skip-best-fit",
            "fifo-easy-best-fit",
            "sjf-conservative-first-fit",
            "priority-preempt-first-fit");
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> policies.stream().map(p -> Arguments.of(seed, p)));
  }

  private static SimulationInput input(int seed, String policy) {
    RandomData drawn = RandomData.of(seed, JOBS);
    SplittableRandom random = new SplittableRandom(seed);
    JobTable.Builder crowded = new JobTable.Builder();
    drawn.jobs().toList().forEach(job -> crowded.add(crowded(job, random)));
    return new SimulationInput(
        new FleetLayout(drawn.fleet()),
        crowded.build(),
        Policies.find(policy).orElseThrow().withDepth(List.of(1, 3, 10, 1000).get(seed % 4)),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  /** Submitted earlier, and with data of which there are many: the more is sent. */
  private static Job crowded(Job job, SplittableRandom random) {
    int number = random.nextInt(60);
    String home = "hub-" + number % 3;
    HubTerms reading = new HubTerms(null, new JobData("d" + number, home, 1 + number, null));
    TaskRequest request = job.request().withTerms(job.request().terms().withHubs(reading));
    return Jobs.like(job, request, job.submitSeconds() / 8, job.work());
  }

  /** Follows the run; of all else in an instant only that jobs grow comes after the sends. */
  private static final class OneByOne implements EventSink {
    private final SimulationInput input;
    private final FleetLayout layout;
    private final JobTable jobs;
    private final ClusterState state;
    private final DataSites sites;
    private final SchedulingCycle cycle;
    private final TreeSet<Integer> waiting = new TreeSet<>();
    private final Map<Integer, Allocation> held = new HashMap<>();
    private final Map<Integer, BitSet> coming = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private List<String> expected = List.of();
    private boolean isServed;
    private long now = -1;
    private int sends;

    OneByOne(SimulationInput input) {
      this.input = input;
      layout = input.layout();
      jobs = input.jobs();
      state = new ClusterState(layout);
      sites = Objects.requireNonNull(DataSites.of(layout, jobs));
      cycle =
          new SchedulingCycle(
              state, jobs, input.policy(), input.admission(), NodeGate.OPEN, sites, input.seed());
    }

    private void passTo(long seconds) {
      if (seconds > now) {
        finish();
        now = seconds;
      }
    }

    void finish() {
      serve();
      assertThat(sent).as("at %d", now).isEqualTo(expected);
      sends += sent.size();
      sent.clear();
      isServed = false;
    }

    @Override
    public void accept(Event event) {
      passTo(event.timeSeconds());
      int job = event.job();
      switch (event.kind()) {
        case SUBMITTED -> waits(job);
        case REJECTED, WITHDRAWN, TIMED_OUT -> waiting.remove(job);
        case STARTED -> {
          waiting.remove(job);
          hold(job, event.allocation());
        }
        case RESIZED -> {
          if (event.allocation().tasks() > Objects.requireNonNull(held.get(job)).tasks()) {
            serve();
          }
          release(job);
          hold(job, event.allocation());
        }
        case PREEMPTED, FAILED -> {
          release(job);
          waits(job);
        }
        case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> release(job);
        case BLOCKED, PARTNER_CHANGED -> {}
      }
    }

    private void waits(int job) {
      if (sites.of(job) != DataSites.NONE) {
        waiting.add(job);
      }
    }

    private void hold(int job, Allocation allocation) {
      held.put(job, allocation);
      state.retake(allocation, jobs.request(job));
    }

    private void release(int job) {
      state.release(Objects.requireNonNull(held.remove(job)), jobs.request(job));
    }

    @Override
    public void keptAside(long timeSeconds, int job) {
      waiting.remove(job);
    }

    @Override
    public void joined(long timeSeconds, int job) {
      waits(job);
    }

    @Override
    public void transfer(DataTransfer one) {
      passTo(one.timeSeconds());
      BitSet to = coming.computeIfAbsent(sites.of(one.job()), d -> new BitSet());
      if (one.isArrival()) {
        sites.arrive(sites.of(one.job()), one.toHub());
        to.clear(one.toHub());
      } else if (waiting.contains(one.job())) {
        serve();
        sent.add(one.job() + " to " + one.toHub());
      } else {
        to.set(one.toHub());
      }
    }

    private void serve() {
      if (!isServed) {
        isServed = true;
        expected = new ArrayList<>();
        waiting.stream().limit(input.policy().depth()).forEach(this::consider);
      }
    }

    private void consider(int job) {
      BitSet to = coming.computeIfAbsent(sites.of(job), d -> new BitSet());
      if (cycle.groups().couldHold(job, to::get) || cycle.find(job) != null) {
        return;
      }
      Allowance elsewhere = place -> sites.isOpen(job, hub(place)) ? 0 : Integer.MAX_VALUE;
      Decision.Start start = cycle.findWithoutData(job, elsewhere);
      if (start != null) {
        to.set(hub(start.group()));
        expected.add(job + " to " + hub(start.group()));
      }
    }

    private int hub(int place) {
      return layout.group(place).hub();
    }
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void everyInstant_sendsWhatAskingEachJobInTurnWouldSend(int seed, String policy) {
    SimulationInput input = input(seed, policy);
    OneByOne reference = new OneByOne(input);
    Runner.run(input, reference);
    reference.finish();
  }

  @Test
  void drawnRuns_sendMuch() {
    int sends = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SimulationInput input = input(seed, "sjf-skip-best-fit");
      OneByOne reference = new OneByOne(input);
      Runner.run(input, reference);
      reference.finish();
      sends += reference.sends;
    }
    assertThat(sends).isGreaterThan(50);
  }

  /** Beside a sorted set that is counted through. */
  @Test
  void firstWaiting_areThoseWithTheSmallestNumbers() {
    SplittableRandom random = new SplittableRandom(5);
    for (int most = 1; most < 6; most++) {
      FirstWaiting first = new FirstWaiting(most);
      TreeSet<Integer> all = new TreeSet<>();
      for (int step = 0; step < 2_000; step++) {
        int job = random.nextInt(12);
        List<Integer> before = all.stream().limit(most).toList();
        if (all.remove(job)) {
          boolean isFilled = before.contains(job) && all.size() >= most;
          assertThat(first.remove(job)).isEqualTo(isFilled);
        } else {
          all.add(job);
          first.add(job);
        }
        assertThat(all.stream().filter(first::hasFirst))
            .containsExactlyElementsOf(all.stream().limit(most).toList());
        assertThat(first.contains(job)).isEqualTo(all.contains(job));
      }
    }
  }
}
