package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold of preemption beside strict, EASY and conservative backfilling, for any input. */
class ComposedPreemptionPropertyTest {
  private static final int LOGS = 300;
  private static final int FLEETS = 150;
  private static final int PROCESSORS = 8;

  private static SchedulingPolicy policy(String order, String discipline, boolean preempts) {
    String preemption = preempts ? "by-turn" : "none";
    return Policies.find("none", order, discipline, preemption, "first-fit").orElseThrow();
  }

  private static SimulationInput input(
      Fleet fleet, JobTable jobs, SchedulingPolicy policy, CheckpointRule rule) {
    return new SimulationInput(
        new FleetLayout(fleet), jobs, policy, SimulationLimits.WIDEST, EstimateRule.RUN_ON, rule);
  }

  private static List<Job> drawGangs(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 30; i++) {
      at += random.nextLong(12);
      long work = 1 + random.nextLong(random.nextInt(4) == 0 ? 80 : 20);
      Job job = Jobs.gang("j" + i, 1 + random.nextInt(PROCESSORS), at, work);
      job = job.withPriority(random.nextInt(3)).withPreemptible(random.nextInt(8) > 0);
      jobs.add(
          switch (random.nextInt(3)) {
            case 0 -> job;
            case 1 -> job.withEstimate(1 + random.nextLong(60));
            default -> job.withEstimate(work * (1 + random.nextLong(4)));
          });
    }
    return jobs;
  }

  /** The second implementation, to the second of every end. */
  @ParameterizedTest(name = "{0}, guaranteed {1} s")
  @CsvSource({"strict, 0", "strict, 9", "easy, 0", "easy, 9", "conservative, 0", "conservative, 9"})
  void randomLogs_endAsTheReferenceSays(String discipline, long minRunSeconds) {
    int interruptions = 0;
    for (int seed = 0; seed < LOGS; seed++) {
      List<Job> jobs = drawGangs(seed);
      SchedulingPolicy policy =
          policy("priority", discipline, true).withMinRunSeconds(minRunSeconds);
      Fleet fleet = Fleets.single(PROCESSORS / 2, 2);
      Runner run =
          Runner.run(input(fleet, JobTable.of(jobs), policy, CheckpointRule.FREE), event -> {});
      long[] ends = new long[jobs.size()];
      Arrays.setAll(ends, run.outcomes::endSeconds);
      SlowPreemption reference =
          discipline.equals("conservative")
              ? new SlowConservativePreemption(PROCESSORS, jobs, minRunSeconds)
              : new SlowPreemption(PROCESSORS, jobs, discipline, minRunSeconds);
      assertThat(ends).as("seed %d%n%s", seed, run.log()).isEqualTo(reference.ends());
      assertThat(run.outcomes.interruptions()).isEqualTo(reference.interruptions());
      interruptions += reference.interruptions();
    }
    assertThat(interruptions).isGreaterThan(LOGS);
  }

  /** Where no turn comes before another, nobody can give way. */
  @ParameterizedTest
  @ValueSource(strings = {"strict", "easy", "conservative"})
  void withoutPriorities_theLogIsThatWithoutPreemption(String discipline) {
    for (int seed = 0; seed < FLEETS; seed++) {
      RandomInput draw = new RandomInput(seed);
      Fleet fleet = draw.drawFleet();
      List<Job> jobs = new ArrayList<>();
      draw.drawPlans(draw.drawJobs(60)).toList().forEach(job -> jobs.add(job.withPriority(0)));
      JobTable table = JobTable.of(jobs);
      SchedulingPolicy patient = policy("priority", discipline, true).withMinRunSeconds(seed % 7);
      SchedulingPolicy plain = policy("priority", discipline, false);
      String log = Runner.run(input(fleet, table, patient, CheckpointRule.FREE), e -> {}).log();
      assertThat(log)
          .as("seed %d", seed)
          .isEqualTo(Runner.run(input(fleet, table, plain, CheckpointRule.FREE), e -> {}).log());
    }
  }

  /** On any fleet, with elastic jobs, costs and guaranteed runs. */
  @ParameterizedTest
  @CsvSource({
    "priority, strict",
    "priority, easy",
    "priority, conservative",
    "las, easy",
    "las, conservative",
    "srtf, easy",
    "srtf, conservative",
    "fifo, easy",
    "fifo, conservative",
    "largest-first, conservative"
  })
  void anyInput_keepsTheInvariants_andNobodyGivesWayToALaterTurn(String order, String discipline) {
    int interruptions = 0;
    for (int seed = 0; seed < FLEETS; seed++) {
      RandomInput draw = new RandomInput(seed);
      Fleet fleet = draw.drawFleet();
      JobTable jobs = draw.drawElastic(draw.drawPlans(draw.drawJobs(60)));
      SchedulingPolicy policy = policy(order, discipline, true).withMinRunSeconds(seed % 7);
      CheckpointRule rule =
          new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5)
              .withMigrationSeconds(seed % 2 == 0 ? null : (Long) (seed % 11L));
      SimulationInput input = input(fleet, jobs, policy, rule);
      Invariants invariants = new Invariants(input.layout(), jobs);
      Watch watch = new Watch(input, order.equals("priority"));
      Runner run = Runner.run(input, EventSink.all(List.of(invariants, watch)));
      invariants.checkEmptyEnd();
      assertThat(run.jobsUnfinished()).as("seed %d", seed).isZero();
      assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
      interruptions += run.outcomes.interruptions();
    }
    assertThat(interruptions).isGreaterThan(FLEETS / 5);
  }

  /** Who gives way may, has had its guaranteed run, and does so to one that starts then. */
  private static final class Watch implements EventSink {
    private final SimulationInput input;
    private final boolean goesByPriority;
    private final long[] startedAt;
    private final List<Integer> gaveWay = new ArrayList<>();
    private long now;

    Watch(SimulationInput input, boolean goesByPriority) {
      this.input = input;
      this.goesByPriority = goesByPriority;
      startedAt = new long[input.jobs().size()];
    }

    @Override
    public void accept(Event event) {
      if (event.timeSeconds() > now) {
        gaveWay.clear();
        now = event.timeSeconds();
      }
      int job = event.job();
      if (event.kind() == EventKind.PREEMPTED) {
        assertThat(input.jobs().preemptible(job)).isTrue();
        assertThat(now - startedAt[job]).isGreaterThanOrEqualTo(input.policy().minRunSeconds());
        gaveWay.add(job);
      }
      if (event.kind() == EventKind.STARTED) {
        startedAt[job] = now;
        checkTurns(job);
      }
    }

    /** Those who have given way one after the other did so to whoever starts next. */
    private void checkTurns(int starting) {
      for (int one : gaveWay) {
        if (goesByPriority) {
          assertThat(input.jobs().priority(one)).isLessThan(input.jobs().priority(starting));
        }
      }
      gaveWay.clear();
    }
  }
}
