package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.QueueStandings.Standing;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Whose turn it was among the queues of tenants. */
class QueueDecisionsTest {
  private static final double PRECISION = 1e-9;
  private static final List<String> TENANTS = List.of("a/x", "a/y", "b", "c/d/e", "c/f");

  private static SimulationInput input(JobTable jobs, String policy, QueueSetting... queues) {
    return Explained.input(Fleets.single(1, 4), jobs, policy)
        .withQueues(new QueueRule(List.of(queues)));
  }

  private static ExplainedDecision startOf(SimulationInput input, int job) {
    return Explained.decisions(input, job).stream()
        .filter(d -> d.start() != null)
        .findFirst()
        .orElseThrow();
  }

  /**
   * At 10 two of four devices come free: A holds the other two, half of all for a third that is due
   * to it; B, for which 2/3 are, holds nothing, and so its job passes the one of A before it.
   */
  @Test
  void jobThatPassesOneOfAnotherQueue_isToldThatItIsTheTurnOfItsOwn() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("first", 2, 0, 10).withTenant("A"),
            Jobs.whole("second", 2, 0, 20).withTenant("A"),
            Jobs.whole("third", 2, 1, 5).withTenant("A"),
            Jobs.whole("other", 2, 2, 5).withTenant("B"));
    SimulationInput input =
        input(
            jobs,
            "drf-fifo-first-fit",
            new QueueSetting("A", 1, List.of()),
            new QueueSetting("B", 2, List.of()));
    ExplainedDecision passing = startOf(input, 3);
    assertThat(passing.timeSeconds()).isEqualTo(10);
    assertThat(passing.queue().firstAhead()).containsExactly(2);
    assertThat(passing.queues()).extracting(Standing::path).containsExactly("B", "A");
    assertThat(passing.queues()).extracting(Standing::waiting).containsExactly(1, 1);
    assertThat(passing.queues().getFirst().value()).isZero();
    assertThat(passing.queues().getLast().value()).isCloseTo(1.5, within(PRECISION));
  }

  /** Level by level: b waits beside a, and below a there is only x in which somebody waits. */
  @Test
  void fairTree_isToldLevelByLevel() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("first", 4, 0, 100).withTenant("b"),
            Jobs.whole("second", 4, 1, 100).withTenant("b"),
            Jobs.whole("third", 4, 2, 100).withTenant("a/x"));
    ExplainedDecision start = startOf(input(jobs, "fair-tree-fifo-first-fit"), 2);
    assertThat(start.timeSeconds()).isEqualTo(100);
    assertThat(start.queues()).extracting(Standing::path).containsExactly("a", "b", "a/x");
    assertThat(start.queues().get(1).value()).as("device-seconds").isBetween(399.0, 400.0);
  }

  @Test
  void jobWhereQueuesHaveNoTurns_isToldOfNone() {
    JobTable jobs = Jobs.table(Jobs.whole("only", 2, 0, 10).withTenant("A"));
    assertThat(startOf(input(jobs, "fifo-first-fit"), 0).queues()).isEmpty();
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 25)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "drf-fifo-first-fit",
                        "fair-share-sjf-first-fit",
                        "fair-tree-fifo-first-fit",
                        "drf-fifo-skip-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Nobody passes under the strict discipline: whoever starts is of the queue whose turn it is. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobThatStarts_isOfTheQueueThatIsToldFirst(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    var fleet = draw.drawFleet();
    JobTable.Builder tenants = new JobTable.Builder();
    for (Job job : draw.drawPlans(draw.drawJobs(60)).toList()) {
      tenants.add(job.withTenant(TENANTS.get(Math.floorMod(job.id().hashCode() + seed, 5))));
    }
    JobTable jobs = tenants.build();
    SimulationInput input = Explained.input(fleet, jobs, policy);
    List<JobDecisions> explained =
        IntStream.range(0, jobs.size())
            .mapToObj(job -> new JobDecisions(input, job, 60, 0, Explained.ALL))
            .toList();
    Runner run = Runner.run(input, EventSink.all(new ArrayList<>(explained)));
    for (int job = 0; job < jobs.size(); job++) {
      explained.get(job).finish();
      for (ExplainedDecision one : explained.get(job).decisions()) {
        check(jobs, policy, job, one);
      }
    }
    assertThat(Runner.run(input).hash).as("who is told does not matter").isEqualTo(run.hash);
  }

  private static void check(JobTable jobs, String policy, int job, ExplainedDecision one) {
    String own = jobs.tenant(job);
    assertThat(one.queues()).extracting(Standing::path).contains(own);
    if (!policy.startsWith("fair-tree")) {
      int all = one.queue().ahead() + one.queue().behind();
      int waiting = one.queues().stream().mapToInt(Standing::waiting).sum();
      assertThat(waiting).isBetween(all, all + 1);
    }
    if (one.start() == null || policy.contains("skip")) {
      return;
    }
    for (Standing level : one.queues()) {
      if (own.equals(level.path()) || own.startsWith(level.path() + "/")) {
        one.queues().stream()
            .filter(other -> isOfOneLevel(policy, level, other))
            .forEach(
                other ->
                    assertThat(level.value())
                        .as("%s beside %s", level, other)
                        .isLessThanOrEqualTo(other.value() * (1 + PRECISION)));
      }
    }
  }

  private static boolean isOfOneLevel(String policy, Standing one, Standing other) {
    return !policy.startsWith("fair-tree") || above(one.path()).equals(above(other.path()));
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
