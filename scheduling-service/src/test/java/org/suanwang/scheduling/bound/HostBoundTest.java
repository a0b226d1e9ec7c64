package org.suanwang.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bench.AllocationBound;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Bounds where CPU and memory of nodes are short before their devices. */
class HostBoundTest {
  private static final long WINDOW = 1000;

  private static TaskRequest request(int devices, int cpu, int memory, String... types) {
    return new TaskRequest(devices, 0, cpu, memory, List.of(types), null);
  }

  private static Pool pool(@Nullable String type, int nodes, int devices, int cpu, int memory) {
    return new Pool(type, nodes, devices, cpu, memory, null);
  }

  private static Job job(int number, TaskRequest request, long seconds) {
    return Jobs.job("j" + number, 1, request, 0, seconds);
  }

  private static JobTable jobs(int count, TaskRequest request, long seconds) {
    return JobTable.of(IntStream.range(0, count).mapToObj(i -> job(i, request, seconds)).toList());
  }

  private static Bounds bounds(Fleet fleet, JobTable jobs, SimulationLimits limits) {
    return new BoundFinder(input(fleet, jobs, limits), Checkpoint.NONE).find();
  }

  private static SimulationInput input(Fleet fleet, JobTable jobs, SimulationLimits limits) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find("fifo-first-fit").orElseThrow(),
        limits,
        EstimateRule.RUN_ON);
  }

  /** Two nodes of four devices and eight cores; of one device and four cores two fit on a node. */
  @Test
  void tasksOfManyCores_leaveDevicesIdle() {
    Fleet fleet = Fleets.of(Fleets.hub("h", pool("a", 2, 4, 8000, 0)));
    JobTable jobs = jobs(8, request(1, 4000, 0, "a"), 100);
    Bounds bounds = bounds(fleet, jobs, SimulationLimits.WIDEST);
    assertThat(bounds.makespanBinding()).isEqualTo("cpu");
    assertThat(bounds.makespanSecondsMin()).isEqualTo(200);
    assertThat(bounds.allocationMax()).isCloseTo(0.5, within(1e-9));
  }

  /** A cancelled run does not wait for the linear programme. */
  @Test
  void programme_isGivenUp() {
    Fleet fleet = Fleets.of(Fleets.hub("h", pool("a", 2, 4, 8000, 0)));
    JobTable jobs = jobs(8, request(1, 4000, 0, "a"), 100);
    boolean[] isStopped = {false};
    BoundFinder finder =
        new BoundFinder(
            input(fleet, jobs, SimulationLimits.WIDEST),
            () -> {
              if (isStopped[0]) {
                throw new StoppedException();
              }
            });
    isStopped[0] = true;
    assertThatThrownBy(() -> finder.find()).isInstanceOf(StoppedException.class);
  }

  /**
   * A job of one core and no device may go anywhere, but those with devices find only the eight
   * cores of their node: 16 of four cores and 100 s take 800 s there, though there are 108 cores.
   */
  @Test
  void coresOfNodesWithoutDevices_areOfNoUseToThoseThatNeedDevices() {
    Fleet fleet =
        Fleets.of(Fleets.hub("h", pool("a", 1, 8, 8000, 0), pool(null, 10, 0, 10_000, 0)));
    List<Job> all = new ArrayList<>(List.of(job(0, request(0, 1000, 0), 100)));
    IntStream.rangeClosed(1, 16).forEach(i -> all.add(job(i, request(1, 4000, 0), 100)));
    Bounds bounds = bounds(fleet, JobTable.of(all), SimulationLimits.WIDEST);
    assertThat(bounds.makespanBinding()).isEqualTo("cpu of nodes with devices");
    assertThat(bounds.makespanSecondsMin()).isEqualTo(800);
    assertThat(bounds.allocationMax()).isCloseTo(0.25, within(1e-9));
    double sum = 100; // the job without devices, and the others two by two
    for (int pair = 1; pair <= 8; pair++) {
      sum += 2 * 100 * pair;
    }
    Double least = bounds.completionSecondsMeanMin();
    assertThat(least).isBetween(0.9 * sum / 17, sum / 17);
  }

  /** A type whose nodes have little memory, beside one of which there is enough. */
  @Test
  void memoryOfOneType_boundsThoseThatGoNowhereElse() {
    Fleet fleet =
        Fleets.of(Fleets.hub("h", pool("a", 1, 4, 0, 100), pool("b", 4, 4, 0, 1_000_000)));
    List<Job> all = new ArrayList<>(List.of(job(0, request(1, 0, 50, "b"), 150)));
    IntStream.rangeClosed(1, 4).forEach(i -> all.add(job(i, request(1, 0, 50, "a"), 100)));
    JobTable jobs = JobTable.of(all);
    Bounds bounds = bounds(fleet, jobs, SimulationLimits.WIDEST);
    assertThat(bounds.makespanBinding()).isEqualTo("memory of a");
    assertThat(bounds.makespanSecondsMin()).isEqualTo(200);
  }

  /** Nothing is short where nothing is modelled, or nobody needs any. */
  @Test
  void unknownCpu_boundsNothing() {
    Fleet fleet = Fleets.of(Fleets.hub("h", pool("a", 1, 4, 0, 0), pool("a", 1, 4, 1000, 0)));
    JobTable jobs = jobs(8, request(1, 1000, 70, "a"), 100);
    Bounds bounds = bounds(fleet, jobs, SimulationLimits.WIDEST);
    assertThat(bounds.makespanSecondsMin()).isEqualTo(100);
    assertThat(bounds.allocationMax()).isCloseTo((4 + 1) / 8.0, within(1e-9));
  }

  private static Fleet drawFleet(SplittableRandom random) {
    List<Hub> hubs = new ArrayList<>();
    for (int hub = 0; hub < 1 + random.nextInt(3); hub++) {
      Pool[] pools = new Pool[1 + random.nextInt(4)];
      for (int i = 0; i < pools.length; i++) {
        int cpu = random.nextInt(4) == 0 ? 0 : 1000 * (1 + random.nextInt(16));
        int memory = random.nextInt(3) == 0 ? 0 : 100 * (1 + random.nextInt(10));
        String type = i > 0 && random.nextInt(5) == 0 ? null : "t" + random.nextInt(3);
        int devices = type == null ? 0 : 1 + random.nextInt(8);
        pools[i] = pool(type, 1 + random.nextInt(6), devices, cpu, memory);
      }
      hubs.add(Fleets.hub("hub-" + hub, pools));
    }
    return Fleets.of(hubs.toArray(Hub[]::new));
  }

  private static JobTable drawJobs(SplittableRandom random, int count) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int cpu = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(6000);
      int memory = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(400);
      String[] types =
          IntStream.range(0, 3)
              .filter(t -> random.nextBoolean())
              .mapToObj(t -> "t" + t)
              .toArray(String[]::new);
      TaskRequest request =
          random.nextInt(3) == 0
              ? new TaskRequest(0, 1 + random.nextInt(999), cpu, memory, List.of(types), null)
              : request(random.nextInt(9), cpu, memory, types);
      jobs.add(job(i, request, WINDOW));
    }
    return JobTable.of(jobs);
  }

  /** As a general solver says of the same programme, if all run through the whole window. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void anyFleet_isBoundAsByAGeneralSolver(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet = drawFleet(random);
    JobTable jobs = drawJobs(random, 1 + random.nextInt(60));
    SimulationLimits window = new SimulationLimits(WINDOW, SimulationLimits.EVENTS_MAX);
    int[] startable =
        IntStream.range(0, jobs.size())
            .filter(job -> canStart(new FleetLayout(fleet), jobs, job))
            .toArray();
    double expected = AllocationBound.of(new FleetLayout(fleet), jobs, startable);
    double allocation = bounds(fleet, jobs, window).allocationMax();
    assertThat(allocation).isCloseTo(expected, within(1e-7));
  }

  private static boolean canStart(FleetLayout layout, JobTable jobs, int job) {
    return Arrays.stream(layout.eligibleGroups(jobs.request(job)))
        .anyMatch(group -> layout.group(group).tasksWhenEmpty(jobs.request(job)) > 0);
  }

  /** Requests that are nearly alike count as one; that bounds no less, and is not far away. */
  @Test
  void manyKindsOfRequests_areBoundAlmostAsWell() {
    SplittableRandom random = new SplittableRandom(5);
    Fleet fleet =
        Fleets.of(Fleets.hub("h", pool("a", 160, 8, 32_000, 900), pool("b", 80, 4, 64_000, 500)));
    List<Job> drawn = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      TaskRequest request =
          request(1 + random.nextInt(4), 1 + random.nextInt(48_000), 1 + random.nextInt(500));
      drawn.add(job(i, request, WINDOW));
    }
    JobTable jobs = JobTable.of(drawn);
    SimulationLimits window = new SimulationLimits(WINDOW, SimulationLimits.EVENTS_MAX);
    int[] all = IntStream.range(0, jobs.size()).toArray();
    double exact = AllocationBound.of(new FleetLayout(fleet), jobs, all);
    double found = bounds(fleet, jobs, window).allocationMax();
    assertThat(exact).isLessThan(0.999);
    assertThat(found).isBetween(exact - 1e-9, exact + 0.03);
  }
}
