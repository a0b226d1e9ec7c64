package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What is promised to the first that waits for quota, where there are devices for all. */
class QuotaHeadPropertyTest {
  private static final int SEEDS = 150;
  private static final int JOBS = 120;

  static Stream<Arguments> cases() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-easy-first-fit",
                        "priority-easy-first-fit",
                        "fifo-conservative-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** When it was first told that it would have its quota, while nobody waited before it. */
  private static final class Promises implements EventSink {
    private final Map<Integer, Long> first = new HashMap<>();
    private final QuotaSentinel quotas;
    private long told = NONE;

    Promises(SimulationInput input) {
      quotas = new QuotaSentinel(input);
    }

    @Override
    public void accept(Event event) {
      quotas.accept(event);
    }

    @Override
    public void quotaReserved(long timeSeconds, int job, long startSeconds) {
      if (startSeconds != NONE && timeSeconds != told) {
        told = timeSeconds;
        first.putIfAbsent(job, startSeconds);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("cases")
  void firstThatWaitsForQuota_startsNoLaterThanItWasFirstForetold(int seed, String policy) {
    RandomQueues queues = new RandomQueues(seed);
    List<@Nullable String> all = new ArrayList<>();
    all.add(null);
    QueueRule rule = queues.draw(all, 8);
    SimulationInput input =
        new SimulationInput(
                new FleetLayout(Fleets.single(1, 500)),
                queues.tenants(JobTable.of(draw(seed))),
                Policies.find(policy).orElseThrow(),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON)
            .withQueues(rule);
    Promises promises = new Promises(input);
    Runner run = Runner.run(input, promises);
    promises.first.forEach(
        (job, time) ->
            assertThat(run.outcomes.startSeconds(job))
                .as("job %s", run.input.jobs().id(job))
                .isBetween(0L, time));
  }

  private static List<Job> draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextLong(10);
      jobs.add(Jobs.gang("j" + i, 1 + random.nextInt(6), at, 1 + random.nextLong(80)));
    }
    return jobs;
  }
}
