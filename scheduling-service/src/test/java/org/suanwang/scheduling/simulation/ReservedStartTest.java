package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What conservative backfilling promises, of elastic jobs and mixed gangs too: with true estimates,
 * first come, first served, and tasks of one device, no job starts later because of one that came
 * after. So with all those left out that come after a job it starts when it does with them: at its
 * first reservation.
 */
class ReservedStartTest {
  private static final int SEEDS = 150;
  private static final int JOBS = 30;

  static Stream<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed();
  }

  private static Fleet fleet(int seed) {
    return MixedPropertyTest.drawFleet(new SplittableRandom(seed + 60_000L));
  }

  private static List<Job> draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed + 61_000L);
    return MixedPropertyTest.drawTerms(random, MixedPropertyTest.drawJobs(random, JOBS, true));
  }

  private static String policy(int seed) {
    return seed % 2 == 0 ? "fifo-conservative-first-fit" : "fifo-conservative-best-fit";
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

  /** They do pass each other, are spread, start small, and grow. */
  @Test
  void draws_bringWhatTheyAreAbout() {
    int passed = 0;
    int spread = 0;
    int resized = 0;
    int waited = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Job> jobs = draw(seed);
      Runner run = Runner.run(fleet(seed), JobTable.of(jobs), policy(seed));
      spread += run.log().contains("+") ? 1 : 0;
      for (int job = 0; job < JOBS; job++) {
        long start = run.outcomes.startSeconds(job);
        resized += run.outcomes.resizes(job);
        waited += start > jobs.get(job).submitSeconds() ? 1 : 0;
        boolean isPassed =
            IntStream.range(job + 1, JOBS)
                .mapToLong(run.outcomes::startSeconds)
                .anyMatch(later -> later >= 0 && later < start);
        passed += isPassed ? 1 : 0;
      }
    }
    assertThat(spread).isGreaterThan(SEEDS / 4);
    assertThat(passed).isGreaterThan(SEEDS);
    assertThat(resized).isGreaterThan(SEEDS / 4);
    assertThat(waited).isGreaterThan(SEEDS * JOBS / 4);
  }
}
