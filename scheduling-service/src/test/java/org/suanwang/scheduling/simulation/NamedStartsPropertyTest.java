package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Names;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Jobs of which every third names a node, under every policy: the books of a run stay true, and a
 * job that names its node starts there at its submission just where books of the test's own, kept
 * from the events, say that there was room.
 */
class NamedStartsPropertyTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 100;
  private static int startedOnTheirs;

  @AfterAll
  static void manyStartedOnTheirNodes() {
    assertThat(startedOnTheirs).isGreaterThan(SEEDS * 36);
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.concat(
                        AnyJobs.policies().stream().map(p -> p.name()),
                        Stream.of("gavel-las-rounds-best-fit", "gavel-fifo-rounds-best-fit"))
                    .map(policy -> Arguments.of(seed, policy)));
  }

  private static JobTable jobs(int seed, RandomInput draw, FleetLayout layout) {
    SplittableRandom random = new SplittableRandom(seed);
    JobTable drawn = draw.drawPlans(draw.drawJobs(JOBS));
    JobTable.Builder named = new JobTable.Builder();
    for (Job job : drawn.toList()) {
      String node = "n" + random.nextInt(layout.nodes());
      named.add(random.nextInt(3) == 0 ? Names.on(job, node) : job);
    }
    return named.build();
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobsThatNameTheirNodes_startThereWhereThereIsRoom(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = Names.named(draw.drawFleet());
    FleetLayout layout = new FleetLayout(fleet);
    JobTable jobs = jobs(seed, draw, layout);
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow().withDepth(seed % 2 == 0 ? 1000 : 5),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    Invariants invariants = new Invariants(layout, jobs);
    Rooms rooms = new Rooms(layout, jobs);
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, rooms)));
    invariants.checkEmptyEnd();
    startedOnTheirs += rooms.started;
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    for (int job = 0; job < jobs.size(); job++) {
      JobState state = run.outcomes.state(job);
      assertThat(state == JobState.COMPLETED || state == JobState.REJECTED).isTrue();
    }
  }

  /** What is free on each node, kept from the events. */
  private static final class Rooms implements EventSink {
    private final JobTable jobs;
    private final ClusterState state;
    private int submitted = -1;
    private boolean hasRoom;
    private int started;

    Rooms(FleetLayout layout, JobTable jobs) {
      this.jobs = jobs;
      state = new ClusterState(layout);
    }

    @Override
    public void accept(Event event) {
      int job = event.job();
      if (submitted >= 0) {
        checkAnswer(event);
      }
      switch (event.kind()) {
        case STARTED -> state.retake(event.allocation(), jobs.request(job));
        case SUBMITTED -> look(job);
        case FINISHED, PREEMPTED -> state.release(event.allocation(), jobs.request(job));
        default -> {}
      }
    }

    private void look(int job) {
      List<String> names = jobs.startNodes(job);
      if (!names.isEmpty()) {
        submitted = job;
        int node = Integer.parseInt(names.getFirst().substring(1));
        hasRoom = state.tasksThatFit(node, jobs.request(job)) >= jobs.tasks(job);
      }
    }

    /** The event after its submission: rejected, blocked by its nodes, or started there. */
    private void checkAnswer(Event event) {
      assertThat(event.job()).isEqualTo(submitted);
      submitted = -1;
      if (event.kind() == EventKind.STARTED) {
        assertThat(hasRoom).isTrue();
        int node = Integer.parseInt(jobs.startNodes(event.job()).getFirst().substring(1));
        assertThat(event.allocation().nodes()).containsExactly(node);
        started++;
      } else if (event.kind() == EventKind.BLOCKED) {
        assertThat(hasRoom).isFalse();
      } else {
        assertThat(event.kind()).isEqualTo(EventKind.REJECTED);
      }
    }
  }
}
