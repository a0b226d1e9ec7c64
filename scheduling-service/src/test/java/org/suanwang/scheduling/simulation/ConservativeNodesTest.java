package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Reservations under conservative backfilling where it matters on which nodes they lie: tasks of
 * several devices, scarce CPU and host memory.
 */
class ConservativeNodesTest {
  private static final int SEEDS = 150;
  private static final int JOBS = 30;
  private static final List<String> SCORES =
      List.of("first-fit", "best-fit", "worst-fit", "consolidate", "dot-product");

  private static Job cores(String id, int cores, long submit, long work) {
    return Jobs.job(id, 1, new TaskRequest(0, 0, cores * 1_000, 0, List.of(), null), submit, work);
  }

  /** By counts the pair could start at 20, and beside the long one at 100 again. */
  @ParameterizedTest
  @ValueSource(strings = {"first-fit", "best-fit", "worst-fit"})
  void taskOfTwoDevices_hasItsNodeKept_thoughTwoAreFreeApart(String score) {
    JobTable jobs =
        table(
            whole("a", 1, 0, 100),
            whole("a2", 1, 0, 10),
            whole("b", 1, 0, 200),
            Jobs.job("pair", 1, TaskRequest.wholeDevices(2, "a"), 20, 50),
            whole("small", 1, 30, 150));
    Runner run = Runner.run(Fleets.single(2, 2), jobs, "fifo-conservative-" + score);
    Runner alone =
        Runner.run(
            Fleets.single(2, 2),
            table(
                whole("a", 1, 0, 100),
                whole("a2", 1, 0, 10),
                whole("b", 1, 0, 200),
                Jobs.job("pair", 1, TaskRequest.wholeDevices(2, "a"), 20, 50)),
            "fifo-conservative-" + score);
    assertThat(run.start("pair")).isEqualTo(alone.start("pair")).isLessThanOrEqualTo(100);
  }

  /** First fit has both short ones on the first node: it is free at 100, and kept from then on. */
  @Test
  void shortJob_goesToTheNodeThatIsNotKept() {
    JobTable jobs =
        table(
            whole("a", 1, 0, 100),
            whole("a2", 1, 0, 10),
            whole("b", 1, 0, 200),
            Jobs.job("pair", 1, TaskRequest.wholeDevices(2, "a"), 20, 50),
            whole("small", 1, 30, 150),
            whole("brief", 1, 31, 60));
    Runner run = Runner.run(Fleets.single(2, 2), jobs, "fifo-conservative-first-fit");
    assertThat(run.start("pair")).isEqualTo(100);
    assertThat(run.start("small")).isEqualTo(30);
    assertThat(run.start("brief")).isEqualTo(31);
  }

  /** Sixteen cores come for a hundred seconds every ten or so; sixty-four wait for all of them. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-conservative-first-fit", "drf-fifo-conservative-first-fit"})
  void jobOfAllCores_isNotPassedForEver(String policy) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      jobs.add(cores("small-" + i, 16, 25L * i, 100));
      if (i == 3) {
        jobs.add(cores("large", 64, 80, 100));
      }
    }
    Pool pool = new Pool(null, 1, 0, 64_000, 0, null);
    Fleet fleet = Fleets.of(Fleets.hub("h", pool));
    Runner run = Runner.run(fleet, JobTable.of(jobs), policy);
    assertThat(run.start("large")).isEqualTo(175);
  }

  /**
   * More than have nodes at an instant: those behind them go by counts, and start in their turn.
   */
  @Test
  void manyThatWaitInQueues_startAsWithoutQueues() {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      jobs.add(Jobs.job("pair-" + i, 1, TaskRequest.wholeDevices(2, "a"), 0, 10 + i % 7));
    }
    JobTable table = JobTable.of(jobs);
    Runner anew = Runner.run(Fleets.single(3, 2), table, "drf-fifo-conservative-first-fit");
    Runner plain = Runner.run(Fleets.single(3, 2), table, "fifo-conservative-first-fit");
    assertThat(IntStream.range(0, 150).mapToLong(anew.outcomes::startSeconds))
        .containsExactly(
            IntStream.range(0, 150).mapToObj(plain.outcomes::startSeconds).toArray(Long[]::new))
        .isSorted();
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  private static Fleet fleet(int seed) {
    SplittableRandom random = new SplittableRandom(seed + 71_000L);
    boolean isHostScarce = random.nextBoolean();
    List<Hub> hubs = new ArrayList<>();
    for (int h = 0; h < 1 + random.nextInt(2); h++) {
      List<Pool> pools = new ArrayList<>();
      for (int p = 0; p < 1 + random.nextInt(2); p++) {
        int cpu = isHostScarce ? 16_000 : 0;
        int memory = isHostScarce ? 64_000 : 0;
        int nodes = 2 + random.nextInt(4);
        pools.add(new Pool("ab".charAt(p) + "", nodes, 4, cpu, memory, null));
      }
      hubs.add(Fleets.hub("hub-" + h, pools.toArray(Pool[]::new)));
    }
    return Fleets.of(hubs.toArray(Hub[]::new));
  }

  private static List<Job> draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed + 72_000L);
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextInt(20);
      int devices = 1 + random.nextInt(4);
      int cpu = random.nextInt(3) == 0 ? 1_000 * random.nextInt(12) : 0;
      int memory = random.nextInt(3) == 0 ? 1_000 * random.nextInt(40) : 0;
      List<String> types = random.nextBoolean() ? List.of("a") : List.of();
      TaskRequest request = new TaskRequest(devices, 0, cpu, memory, types, null);
      int tasks = 1 + random.nextInt(2);
      jobs.add(Jobs.job("job-" + i, tasks, request, at, 1 + random.nextInt(150)));
    }
    return jobs;
  }

  private static String policy(int seed) {
    return "fifo-conservative-" + SCORES.get(seed % SCORES.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void jobsThatComeLater_delayNobody(int seed) {
    List<Job> jobs = draw(seed);
    Runner all = Runner.run(fleet(seed), JobTable.of(jobs), policy(seed));
    for (int job = 0; job < JOBS; job++) {
      JobTable first = JobTable.of(jobs.subList(0, job + 1));
      Runner alone = Runner.run(fleet(seed), first, policy(seed));
      assertThat(all.outcomes.startSeconds(job))
          .as("job %s of%n%s%nand%n%s", jobs.get(job).id(), alone.log(), all.log())
          .isEqualTo(alone.outcomes.startSeconds(job));
    }
  }

  /** They do wait, and pass each other. */
  @Test
  void draws_bringWhatTheyAreAbout() {
    int passed = 0;
    int waited = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Job> jobs = draw(seed);
      Runner run = Runner.run(fleet(seed), JobTable.of(jobs), policy(seed));
      for (int job = 0; job < JOBS; job++) {
        long start = run.outcomes.startSeconds(job);
        waited += start > jobs.get(job).submitSeconds() ? 1 : 0;
        boolean isPassed =
            IntStream.range(job + 1, JOBS)
                .mapToLong(run.outcomes::startSeconds)
                .anyMatch(later -> later >= 0 && later < start);
        passed += isPassed ? 1 : 0;
      }
    }
    assertThat(passed).isGreaterThan(SEEDS);
    assertThat(waited).isGreaterThan(SEEDS * JOBS / 4);
  }
}
