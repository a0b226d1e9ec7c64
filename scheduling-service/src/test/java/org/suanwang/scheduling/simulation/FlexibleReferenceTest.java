package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Elastic jobs and mixed gangs under conservative backfilling beside {@link SlowConservative}:
 * every job of hundreds of random small logs, on one to three device types, starts and ends at the
 * same second, with estimates that are true, too long, or wrong either way.
 */
class FlexibleReferenceTest {
  private static final int LOGS = 300;
  private static final List<String> TYPES = List.of("a", "b", "c");

  @ParameterizedTest(name = "{0}, estimates {1}, made anew {2}")
  @CsvSource({
    "fifo-conservative, NONE, false",
    "fifo-conservative, LONG, false",
    "fifo-conservative, WRONG, false",
    "sjf-conservative, NONE, false",
    "sjf-conservative, LONG, false",
    "sjf-conservative, WRONG, false",
    "drf-fifo-conservative, NONE, true",
    "drf-fifo-conservative, LONG, true",
    "fair-share-sjf-conservative, WRONG, true"
  })
  void randomLogs_runAsTheReferenceSays(String policy, String estimates, boolean isAnew) {
    int spread = 0;
    int resized = 0;
    for (int seed = 0; seed < LOGS; seed++) {
      SplittableRandom random = new SplittableRandom(seed + 9_000);
      int[] devices = new int[1 + random.nextInt(TYPES.size())];
      for (int type = 0; type < devices.length; type++) {
        devices[type] = 1 + random.nextInt(6);
      }
      JobTable jobs = JobTable.of(draw(random, devices, estimates));
      Runner run = run(devices, jobs, policy + "-first-fit");
      SlowConservative slow =
          new SlowConservative(devices, jobs.toList()).run(order(policy), isAnew);
      for (int job = 0; job < jobs.size(); job++) {
        assertThat(List.of(run.outcomes.startSeconds(job), run.outcomes.endSeconds(job)))
            .as("seed %d, job %s of%n%s%n%s", seed, jobs.id(job), jobs.toList(), run.log())
            .isEqualTo(List.of(slow.starts[job], slow.ends[job]));
        resized += run.outcomes.resizes(job);
      }
      spread += run.log().contains("+") ? 1 : 0;
    }
    assertThat(spread).isGreaterThan(LOGS / 4);
    assertThat(resized).isGreaterThan(LOGS / 5);
  }

  private static Comparator<Job> order(String policy) {
    return policy.contains("sjf")
        ? Comparator.comparingLong(FlexibleReferenceTest::told)
        : Comparator.comparingLong(Job::submitSeconds);
  }

  /** Jobs that could never start are left out one by one. */
  private static Runner run(int[] devices, JobTable jobs, String policy) {
    Pool[] pools = new Pool[devices.length];
    Arrays.setAll(pools, type -> Mixed.pool(TYPES.get(type), devices[type], 1));
    return Runner.run(Mixed.fleet(Fleets.hub("h", pools)), jobs, policy);
  }

  private static List<Job> draw(SplittableRandom random, int[] devices, String estimates) {
    int gap = 1 + random.nextInt(20);
    int all = Arrays.stream(devices).sum();
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 8 + random.nextInt(20); i++) {
      at += random.nextInt(gap);
      long work = 1L + random.nextInt(30);
      int tasks = 1 + random.nextInt(random.nextBoolean() ? 3 : all);
      List<String> types =
          random.nextInt(3) > 0 ? List.of() : List.of(TYPES.get(random.nextInt(TYPES.size())));
      Job job = Jobs.job("j" + i, tasks, Mixed.request(1, types), at, work);
      job = random.nextBoolean() ? Mixed.mixed(job) : job;
      job = job.withEstimate(estimate(estimates, work, random));
      jobs.add(
          random.nextBoolean()
              ? job
              : job.withTerms(job.terms().withTasksMin(1 + random.nextInt(tasks))));
    }
    return jobs;
  }

  private static @Nullable Long estimate(String kind, long work, SplittableRandom random) {
    return switch (kind) {
      case "LONG" -> work * (1L + random.nextInt(4)) + random.nextInt(3);
      case "WRONG" -> 1L + random.nextInt(50);
      default -> null;
    };
  }

  private static long told(Job job) {
    return Objects.requireNonNullElse(job.terms().estimateSeconds(), job.work());
  }
}
