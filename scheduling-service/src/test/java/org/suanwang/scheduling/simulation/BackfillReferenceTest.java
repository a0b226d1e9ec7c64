package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The simulator against {@link SlowSchedules}: every job of hundreds of random small logs starts at
 * the same second, with estimates that are true, too long, or wrong either way.
 */
class BackfillReferenceTest {
  private static final int LOGS = 300;
  private static final int PROCESSORS = 8;
  private static final Comparator<Job> FIFO = Comparator.comparingLong(Job::submitSeconds);
  private static final Comparator<Job> SHORTEST =
      Comparator.comparingLong(BackfillReferenceTest::told);

  private enum Estimates {
    NONE,
    LONG,
    WRONG
  }

  @ParameterizedTest(name = "{0}, estimates {1}")
  @CsvSource({
    "fifo, NONE",
    "fifo, WRONG",
    "fifo-skip, NONE",
    "fifo-skip, WRONG",
    "fifo-easy, NONE",
    "fifo-easy, LONG",
    "fifo-easy, WRONG",
    "fifo-conservative, NONE",
    "fifo-conservative, LONG",
    "fifo-conservative, WRONG",
    "sjf, LONG",
    "sjf-skip, WRONG",
    "sjf-easy, NONE",
    "sjf-easy, LONG",
    "sjf-easy, WRONG",
    "sjf-conservative, NONE",
    "sjf-conservative, LONG",
    "sjf-conservative, WRONG"
  })
  void randomLogs_startAsTheReferenceSays(String policy, String estimates) {
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = draw(seed, Estimates.valueOf(estimates));
      Runner run =
          Runner.run(Fleets.single(PROCESSORS / 2, 2), JobTable.of(jobs), policy + "-first-fit");
      long[] expected = expected(policy, new SlowSchedules(PROCESSORS, jobs));
      for (int job = 0; job < expected.length; job++) {
        assertThat(run.outcomes.startSeconds(job))
            .as("seed %d, job %s of%n%s%n%s", seed, jobs.get(job).id(), jobs, run.log())
            .isNotNegative()
            .isEqualTo(expected[job]);
      }
    }
  }

  /** The same of jobs of which some are elastic, to the second of every end as well. */
  @ParameterizedTest(name = "{0}, estimates {1}")
  @CsvSource({
    "fifo, NONE",
    "fifo-skip, WRONG",
    "fifo-easy, NONE",
    "fifo-easy, LONG",
    "fifo-easy, WRONG",
    "sjf-skip, LONG",
    "sjf-easy, NONE",
    "sjf-easy, LONG",
    "sjf-easy, WRONG"
  })
  void randomLogsOfElasticJobs_runAsTheReferenceSays(String policy, String estimates) {
    int resized = 0;
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = elastic(seed, draw(seed, Estimates.valueOf(estimates)));
      Runner run =
          Runner.run(Fleets.single(PROCESSORS / 2, 2), JobTable.of(jobs), policy + "-first-fit");
      SlowSchedules reference = new SlowSchedules(PROCESSORS, jobs);
      long[] expected = expected(policy, reference);
      long[] ends = reference.ends();
      for (int job = 0; job < expected.length; job++) {
        String told = "seed %d, job %s of%n%s%n%s";
        assertThat(run.outcomes.startSeconds(job))
            .as(told, seed, jobs.get(job).id(), jobs, run.log())
            .isEqualTo(expected[job]);
        assertThat(run.outcomes.endSeconds(job))
            .as(told, seed, jobs.get(job).id(), jobs, run.log())
            .isEqualTo(ends[job]);
        resized += run.outcomes.resizes(job);
      }
    }
    assertThat(resized).isGreaterThan(LOGS / 4);
  }

  private static List<Job> elastic(long seed, List<Job> jobs) {
    SplittableRandom random = new SplittableRandom(seed + 7_000);
    return jobs.stream()
        .map(
            job ->
                random.nextBoolean()
                    ? job
                    : job.withTerms(job.terms().withTasksMin(1 + random.nextInt(job.tasks()))))
        .toList();
  }

  /** With the whole hub planned to be out of use twice, and no job told too short. */
  @ParameterizedTest(name = "{0}, estimates {1}")
  @CsvSource({
    "fifo-easy, NONE",
    "fifo-easy, LONG",
    "fifo-conservative, NONE",
    "fifo-conservative, LONG",
    "sjf-easy, LONG",
    "sjf-conservative, NONE",
    "sjf-conservative, LONG"
  })
  void randomLogsWithPlannedOutages_startAsTheReferenceSays(String policy, String estimates) {
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = draw(seed, Estimates.valueOf(estimates));
      SplittableRandom random = new SplittableRandom(seed);
      int first = random.nextInt(60);
      int second = first + 20 + random.nextInt(100);
      List<Maintenance> plans =
          List.of(
              new Maintenance("h", null, null, first, first + 15, false),
              new Maintenance("h", null, null, second, second + 30, false));
      Runner run =
          Runner.run(
              new SimulationInput(
                  new FleetLayout(Fleets.single(PROCESSORS / 2, 2)),
                  JobTable.of(jobs),
                  Policies.find(policy + "-first-fit").orElseThrow(),
                  SimulationLimits.WIDEST,
                  EstimateRule.RUN_ON,
                  CheckpointRule.FREE,
                  new OutageRule(List.of(), plans, null),
                  seed),
              event -> {});
      SlowSchedules reference =
          new SlowSchedules(PROCESSORS, jobs)
              .closing(first, first + 15)
              .closing(second, second + 30);
      long[] expected = expected(policy, reference);
      for (int job = 0; job < expected.length; job++) {
        assertThat(run.outcomes.startSeconds(job))
            .as("seed %d, job %s of%n%s%n%s", seed, jobs.get(job).id(), jobs, run.log())
            .isEqualTo(expected[job]);
        assertThat(run.outcomes.preemptions(job)).isZero();
      }
    }
  }

  /** One queue has always the next turn, and all reservations are made anew at every instant. */
  @ParameterizedTest(name = "{0}-{1}, estimates {2}, outages planned {3}")
  @CsvSource({
    "drf, fifo, NONE, false",
    "drf, sjf, WRONG, false",
    "fair-share, fifo, LONG, false",
    "fair-share, sjf, LONG, true",
    "fair-tree, fifo, WRONG, false",
    "fair-tree, fifo, LONG, true",
    "fair-tree, sjf, NONE, false"
  })
  void randomLogsOfOneQueue_startAsInAScheduleMadeAnew(
      String fairness, String turn, String estimates, boolean isPlanned) {
    String policy = fairness + "-" + turn + "-conservative-first-fit";
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = draw(seed, Estimates.valueOf(estimates));
      Maintenance plan = new Maintenance("h", null, null, 30, 55, false);
      SlowSchedules reference = new SlowSchedules(PROCESSORS, jobs);
      Runner run =
          Runner.run(
              new SimulationInput(
                  new FleetLayout(Fleets.single(PROCESSORS / 2, 2)),
                  JobTable.of(jobs),
                  Policies.find(policy).orElseThrow(),
                  SimulationLimits.WIDEST,
                  EstimateRule.RUN_ON,
                  CheckpointRule.FREE,
                  new OutageRule(List.of(), isPlanned ? List.of(plan) : List.of(), null),
                  seed),
              event -> {});
      Comparator<Job> order = turn.equals("sjf") ? SHORTEST : FIFO;
      long[] expected = (isPlanned ? reference.closing(30, 55) : reference).conservativeAnew(order);
      for (int job = 0; job < expected.length; job++) {
        assertThat(run.outcomes.startSeconds(job))
            .as("seed %d, job %s of%n%s%n%s", seed, jobs.get(job).id(), jobs, run.log())
            .isEqualTo(expected[job]);
      }
    }
  }

  /** Nothing of a schedule is left to be made better where estimates are true. */
  @Test
  void scheduleMadeAnew_isTheUsualOneUnderTrueEstimates() {
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = draw(seed, Estimates.NONE);
      assertThat(new SlowSchedules(PROCESSORS, jobs).conservativeAnew(FIFO))
          .isEqualTo(new SlowSchedules(PROCESSORS, jobs).conservative(FIFO));
    }
  }

  private static long[] expected(String policy, SlowSchedules reference) {
    Comparator<Job> order = policy.startsWith("sjf") ? SHORTEST : FIFO;
    return switch (policy.substring(policy.indexOf('-') + 1)) {
      case "skip" -> reference.skip(order);
      case "easy" -> reference.easy(order);
      case "conservative" -> reference.conservative(order);
      default -> reference.strict(order);
    };
  }

  private static List<Job> draw(long seed, Estimates kind) {
    SplittableRandom random = new SplittableRandom(seed);
    int gap = 1 + random.nextInt(12);
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 10 + random.nextInt(30); i++) {
      at += random.nextInt(gap);
      long work = 1L + random.nextInt(40);
      int devices = 1 + random.nextInt(random.nextBoolean() ? 3 : PROCESSORS);
      jobs.add(Jobs.gang("j" + i, devices, at, work).withEstimate(estimate(kind, work, random)));
    }
    return jobs;
  }

  private static @Nullable Long estimate(Estimates kind, long work, SplittableRandom random) {
    return switch (kind) {
      case NONE -> null;
      case LONG -> work * (1L + random.nextInt(4)) + random.nextInt(3);
      case WRONG -> 1L + random.nextInt(50);
    };
  }

  private static long told(Job job) {
    Long estimate = job.terms().estimateSeconds();
    return estimate == null ? job.work() : estimate;
  }
}
