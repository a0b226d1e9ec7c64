package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Jobs of one device each beside a second implementation that goes second by second, sorts
 * everybody, and shares no code with the simulator. Those who run stay before those who wait at
 * equal turns, and of those who run the ones that started earlier.
 */
class PreemptionReferenceTest {
  private static final int JOBS = 40;
  private static final int SECONDS_MAX = 1_000_000;

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      for (String order : List.of("srtf-oracle", "priority", "las")) {
        cases.add(Arguments.of(seed, order));
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("cases")
  void everyJobEndsToTheSecondAsInTheReference(int seed, String order) {
    SplittableRandom random = new SplittableRandom(seed);
    int devices = 1 + random.nextInt(4);
    long scale = order.equals("las") ? 300 : 1;
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextLong(20 * scale / devices);
      long work = 1 + random.nextLong((random.nextInt(4) == 0 ? 60 : 10) * scale);
      jobs.add(Jobs.whole("j" + i, 1, at, work).withPriority(random.nextInt(3)));
    }
    JobTable table = JobTable.of(jobs);
    Runner run = Runner.run(Fleets.single(1, devices), table, order + "-preempt-first-fit");
    long[] ends = new long[JOBS];
    Arrays.setAll(ends, run.outcomes::endSeconds);
    assertThat(ends).isEqualTo(new SecondBySecond(table, devices, order).ends());
  }

  private static final class SecondBySecond {
    private final JobTable jobs;
    private final int devices;
    private final long[] left;
    private final long[] ends;
    private final long[] runsSince;
    private final LongUnaryOperator turn;

    SecondBySecond(JobTable jobs, int devices, String order) {
      this.jobs = jobs;
      this.devices = devices;
      left = new long[jobs.size()];
      ends = new long[jobs.size()];
      runsSince = new long[jobs.size()];
      Arrays.fill(runsSince, Long.MAX_VALUE);
      Arrays.setAll(left, jobs::workSeconds);
      turn =
          switch (order) {
            case "srtf-oracle" -> job -> left[(int) job];
            case "priority" -> job -> -jobs.priority((int) job);
            default -> job -> level(jobs.workSeconds((int) job) - left[(int) job]);
          };
    }

    private static long level(long attained) {
      return attained < 3600 ? 0 : attained < 36_000 ? 1 : 2;
    }

    long[] ends() {
      for (long now = 0; now < SECONDS_MAX && Arrays.stream(left).sum() > 0; now++) {
        long second = now;
        List<Integer> present = new ArrayList<>();
        for (int job = 0; job < left.length; job++) {
          if (jobs.submitSeconds(job) <= second && left[job] > 0) {
            present.add(job);
          }
        }
        Comparator<Integer> order = Comparator.comparingLong(job -> turn.applyAsLong(job));
        present.sort(order.thenComparingLong(job -> runsSince[job]).thenComparingInt(job -> job));
        long[] before = runsSince.clone();
        Arrays.fill(runsSince, Long.MAX_VALUE);
        for (int job : present.subList(0, Math.min(devices, present.size()))) {
          runsSince[job] = Math.min(before[job], now);
          ends[job] = now + 1;
          left[job]--;
        }
      }
      return ends;
    }
  }
}
