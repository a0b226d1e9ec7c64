package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Names.named;
import static org.suanwang.scheduling.testing.Names.on;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/**
 * Which tasks elastic jobs give up where it matters on which nodes they lie, worked out by hand.
 */
class ShrinkingTest {
  private static final String BY_PRIORITY = "priority-preempt-first-fit";

  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static Job firm(String id, int devices, String node) {
    return on(whole(id, devices, 0, 1000).withPreemptible(false), node);
  }

  private static int preemptions(Runner run, String id) {
    return run.outcomes.preemptions(run.row(id));
  }

  /** Only node 0 can be cleared. With one task or two of three b would be within its own. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void jobOfABorrowingQueue_clearsTheNodeThatIsNeeded(int atLeast) {
    JobTable jobs =
        table(
            forTenant("b", on(elastic(gang("e", 3, 0, 400), atLeast), "n0", "n0", "n1")),
            forTenant("b", firm("single", 1, "n1")),
            forTenant("a", whole("hi", 2, 10, 50)));
    Runner run =
        QuotaRuns.run(
            named(Fleets.single(2, 2)),
            jobs,
            Policies.find("fifo-preempt-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            queue("a", 2),
            queue("b", 2));
    assertThat(run.start("hi")).isEqualTo(10);
    assertThat(preemptions(run, "e")).isEqualTo(atLeast == 1 ? 0 : 1);
    if (atLeast == 1) {
      assertThat(run.log()).contains("10 RESIZED e on h/a nodes [1] devices [2]");
    }
  }

  /** It goes on at node 1, where the urgent job could have no place. */
  @Test
  void tasksOnNodesThatAreNoHelp_areKept() {
    JobTable jobs =
        table(
            on(elastic(gang("e", 3, 0, 400), 1), "n0", "n0", "n1"),
            firm("single", 1, "n1"),
            whole("hi", 2, 10, 50).withPriority(1));
    Runner run = Runner.run(named(Fleets.single(2, 2)), jobs, BY_PRIORITY);
    assertThat(run.start("hi")).isEqualTo(10);
    assertThat(preemptions(run, "e")).isZero();
    assertThat(run.log()).contains("10 RESIZED e on h/a nodes [1] devices [2]");
  }

  /** With both tasks of node 0, or one of node 1. */
  @Test
  void nodeOnWhichFewestTasksWillDo_isCleared() {
    JobTable jobs =
        table(
            on(elastic(gang("e", 4, 0, 400), 1), "n1", "n1", "n0", "n0"),
            firm("two", 2, "n0"),
            firm("one", 1, "n1"),
            whole("hi", 2, 10, 50).withPriority(1));
    Runner run = Runner.run(named(Fleets.single(2, 4)), jobs, BY_PRIORITY);
    assertThat(run.start("hi")).isEqualTo(10);
    assertThat(run.log()).contains("RESIZED e on h/a nodes [0, 1] devices [0, 1, 4]");
  }

  /** Alone neither makes room; nodes 1 and 2 they share with jobs that stay. */
  @Test
  void twoElasticJobs_makeRoomOnTheNodeThatTheyShare() {
    JobTable jobs =
        table(
            on(elastic(gang("e", 2, 0, 400), 1), "n0", "n1"),
            on(elastic(gang("f", 2, 0, 400), 1), "n0", "n2"),
            firm("x", 1, "n1"),
            firm("y", 1, "n2"),
            whole("hi", 2, 10, 50).withPriority(1));
    Runner run = Runner.run(named(Fleets.single(3, 2)), jobs, BY_PRIORITY);
    assertThat(run.start("hi")).isEqualTo(10);
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.log())
        .contains("RESIZED e on h/a nodes [1] devices [2]")
        .contains("RESIZED f on h/a nodes [2] devices [4]");
  }

  /** In rack 0 two tasks are in the way of three, in rack 1 there is room for two at most. */
  @Test
  void gangThatRequiresARack_hasTheRackClearedThatCanHoldIt() {
    Pool pool = new Pool("a", 4, 2, 0, 0, Fleets.PRICE, 2);
    Fleet racks = named(Fleets.of(new Hub("h", "h", null, List.of(pool), null)));
    RequestTerms terms =
        RequestTerms.USUAL.withTopology(new TopologyRule(TopologyLevel.RACK, true));
    Job gang = Jobs.job("hi", 3, TaskRequest.wholeDevices(1, "a").withTerms(terms), 10, 50);
    JobTable jobs =
        table(
            on(elastic(gang("e", 3, 0, 400), 1), "n0", "n1", "n2"),
            firm("x", 1, "n0"),
            firm("y", 2, "n3"),
            gang.withPriority(1));
    Runner run = Runner.run(racks, jobs, BY_PRIORITY);
    assertThat(run.start("hi")).isEqualTo(10);
    assertThat(preemptions(run, "e")).isZero();
    assertThat(run.log()).contains("10 RESIZED e on h/a nodes [2] devices [4]");
  }

  /**
   * One elastic job, and others that stay, anywhere: of all sets of tasks that it may keep beside
   * the urgent gang it keeps one of the largest; only where there is none it gives way.
   */
  @Test
  void anyFleet_keepsAsManyTasksAsAnySetDoes() {
    int[] outcomes = new int[3];
    for (int seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] firm = new int[2 + random.nextInt(3)];
      int perNode = 2 + random.nextInt(3);
      int[] own = new int[firm.length];
      List<Job> jobs = new ArrayList<>();
      List<String> nodes = new ArrayList<>();
      for (int n = 0; n < firm.length; n++) {
        firm[n] = random.nextInt(perNode);
        own[n] = random.nextInt(perNode - firm[n] + 1);
        for (int t = 0; t < own[n]; t++) {
          nodes.add(random.nextInt(nodes.size() + 1), "n" + n);
        }
        if (firm[n] > 0) {
          jobs.add(firm("firm" + n, firm[n], "n" + n));
        }
      }
      if (nodes.size() > 1) {
        int tasks = nodes.size();
        int atLeast = 1 + random.nextInt(tasks - 1);
        int wanted = 1 + random.nextInt(3);
        int wide = 1 + random.nextInt(perNode);
        jobs.add(on(elastic(gang("e", tasks, 0, 400), atLeast), nodes.toArray(String[]::new)));
        jobs.add(
            Jobs.job("hi", wanted, TaskRequest.wholeDevices(wide, "a"), 10, 5).withPriority(1));
        Runner run =
            Runner.run(named(Fleets.single(firm.length, perNode)), JobTable.of(jobs), BY_PRIORITY);
        outcomes[check(seed, run, most(firm, own, perNode, wide, wanted), tasks, atLeast)]++;
      }
    }
    assertThat(outcomes[0]).as("waits").isGreaterThan(200);
    assertThat(outcomes[1]).as("shrinks").isGreaterThan(200);
    assertThat(outcomes[2]).as("gives way").isGreaterThan(200);
  }

  private static int check(int seed, Runner run, int most, int tasks, int atLeast) {
    String when = "seed " + seed + "\n" + run.log();
    if (run.outcomes.startSeconds(run.row("hi")) < 0 || most < 0 || most == tasks) {
      assertThat(preemptions(run, "e")).as(when).isZero();
      assertThat(run.log()).as(when).doesNotContain("10 RESIZED e");
      return 0;
    }
    assertThat(run.start("hi")).as(when).isEqualTo(10);
    assertThat(preemptions(run, "e")).as(when).isEqualTo(most >= atLeast ? 0 : 1);
    if (most < atLeast) {
      return 2;
    }
    int at = run.log().indexOf("10 RESIZED e on ");
    int from = run.log().indexOf("devices [", at);
    String devices = run.log().substring(from, run.log().indexOf(']', from));
    assertThat(devices.split(",", -1)).as(when).hasSize(most);
    return 1;
  }

  /** The most tasks that leave the gang its place, of all sets; −1 where even none do not. */
  private static int most(int[] firm, int[] own, int perNode, int wide, int wanted) {
    int[] kept = new int[own.length];
    int best = -1;
    boolean isLast = false;
    while (!isLast) {
      int room = 0;
      for (int n = 0; n < own.length; n++) {
        room += (perNode - firm[n] - kept[n]) / wide;
      }
      best = room >= wanted ? Math.max(best, Arrays.stream(kept).sum()) : best;
      int n = 0;
      while (n < own.length && kept[n] == own[n]) {
        kept[n++] = 0;
      }
      isLast = n == own.length;
      if (!isLast) {
        kept[n]++;
      }
    }
    return best;
  }
}
