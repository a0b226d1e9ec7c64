package org.suanwang.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.RoundBound;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.ThroughputMatrix;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Bounds where some device types are faster than others. */
class TypesTogetherTest {
  private static final String ALL = "capacity of all device types together";

  /** The second type does 0.4 of what the first does, the third a tenth. */
  private static Fleet fleet(int a, int b, int c) {
    List<DeviceType> types =
        List.of(
            new DeviceType("a", 100.0, 300.0, DeviceType.Source.REQUEST),
            new DeviceType("b", 40.0, 300.0, DeviceType.Source.REQUEST),
            new DeviceType("c", 10.0, 300.0, DeviceType.Source.REQUEST));
    Fleet alike = Fleets.of(hub("h", pool("a", a, 1), pool("b", b, 1), pool("c", c, 1)));
    return new Fleet(alike.name(), alike.hubs(), types, null);
  }

  private static Job job(int number, long submit, long work, String... types) {
    TaskRequest request = new TaskRequest(1, 0, 0, 0, List.of(types), "a");
    return Jobs.job("j" + number, 1, request, submit, work);
  }

  private static Bounds bounds(Fleet fleet, List<Job> jobs) {
    return new BoundFinder(input(fleet, jobs, "fifo-first-fit"), Checkpoint.NONE).find();
  }

  private static SimulationInput input(Fleet fleet, List<Job> jobs, String policy) {
    return new SimulationInput(
        new FleetLayout(fleet),
        JobTable.of(jobs),
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  /** 2,000 s of the fast one, of which together 1.4 are done in a second: 1,428.6 s. */
  @Test
  void slowDevices_doNotCountAsFast() {
    List<Job> jobs = IntStream.range(0, 20).mapToObj(i -> job(i, 0, 100, "a", "b")).toList();
    Bounds bounds = bounds(fleet(1, 1, 1), jobs);
    assertThat(bounds.makespanBinding()).isEqualTo(ALL);
    // Each job counts a second less on both, which it may save by moving.
    assertThat(bounds.makespanSecondsMin()).isBetween((long) (1400 * 0.99), 1429L);
    assertThat(bounds.completionSecondsMeanMin()).isGreaterThan(700);
  }

  /** What comes late has to be done after it came. */
  @Test
  void workThatComesLater_countsFromThen() {
    List<Job> jobs = new ArrayList<>(List.of(job(0, 0, 10, "a", "b")));
    IntStream.range(1, 15).forEach(i -> jobs.add(job(i, 5000, 100, "a", "b")));
    assertThat(bounds(fleet(1, 1, 1), jobs).makespanSecondsMin()).isBetween(5990L, 6000L);
  }

  /** Where all types are alike, or there is one, the sum of all devices says it. */
  @Test
  void devicesAlike_needNoProgramme() {
    Fleet alike = Fleets.of(hub("h", pool("a", 1, 1), pool("b", 1, 1)));
    List<Job> jobs = IntStream.range(0, 20).mapToObj(i -> job(i, 0, 100, "a", "b")).toList();
    Bounds bounds = bounds(alike, jobs);
    assertThat(bounds.makespanBinding()).isEqualTo("capacity");
    assertThat(bounds.makespanSecondsMin()).isEqualTo(1000);
  }

  /** The programme of the makespan policy, which is another implementation, says the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void allThereAtFirst_isAsTheProgrammeOfEachJobSays(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] devices = {random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4)};
    List<List<String>> choices =
        List.of(List.of("a", "b"), List.of("b", "c"), List.of("a", "b", "c"), List.of("c"));
    List<Job> jobs = new ArrayList<>();
    List<RoundJob> rounds = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int choice = random.nextInt(choices.size());
      long work = random.nextInt(5_000, 50_000);
      jobs.add(job(i, 0, work, choices.get(choice).toArray(String[]::new)));
      rounds.add(new RoundJob(choice, 0, (double) work));
    }
    double[][] speeds = {{1, 0.4, 0}, {0, 0.4, 0.1}, {1, 0.4, 0.1}, {0, 0, 0.1}};
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            IntStream.range(0, 4).mapToObj(i -> new JobType("t" + i, 1)).toList(),
            List.of("a", "b", "c"),
            speeds,
            new double[4][4][3]);
    double expected = RoundBound.makespanSeconds(matrix, devices, rounds, false);
    Bounds found = bounds(fleet(devices[0], devices[1], devices[2]), jobs);
    assertThat(found.makespanSecondsMin())
        .isBetween((long) (expected * 0.998), (long) Math.ceil(expected * 1.002));
  }

  /** Whatever a policy does, also one that moves jobs between types. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "srtf-oracle-preempt-first-fit",
        "gavel-makespan-rounds-first-fit",
        "matching-rounds-first-fit",
        "allox-rounds-first-fit"
      })
  void noPolicy_isBetter(String policy) {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Job> jobs = new ArrayList<>();
      long submit = 0;
      for (int i = 0; i < 40; i++) {
        submit += random.nextInt(seed * 5 + 1);
        jobs.add(job(i, submit, random.nextInt(1, 400), "a", "b", "c"));
      }
      SimulationInput input = input(fleet(1, 2, 3), jobs, policy);
      Runner run = Runner.run(input);
      Bounds bounds = new BoundFinder(input, Checkpoint.NONE).find();
      long end = 0;
      double sum = 0;
      for (int i = 0; i < jobs.size(); i++) {
        end = Math.max(end, run.outcomes.endSeconds(i));
        sum += run.outcomes.endSeconds(i) - jobs.get(i).submitSeconds();
      }
      assertThat(bounds.makespanSecondsMin())
          .isLessThanOrEqualTo(end - jobs.getFirst().submitSeconds());
      assertThat(bounds.completionSecondsMeanMin()).isLessThanOrEqualTo(sum / jobs.size() + 1e-9);
    }
  }
}
