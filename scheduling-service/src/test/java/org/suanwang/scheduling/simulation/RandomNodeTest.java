package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Random placement is uniform, independent from job to job, and the seed's alone. */
class RandomNodeTest {
  private static final int JOBS = 5_000;
  private static final int NODES = 10;

  /** One after another on an idle fleet. */
  private static List<Allocation> held(int nodes, int devices, TaskRequest request, int tasks) {
    return held(nodes, devices, request, tasks, 7);
  }

  private static List<Allocation> held(
      int nodes, int devices, TaskRequest request, int tasks, long seed) {
    Job[] jobs = new Job[JOBS];
    for (int i = 0; i < JOBS; i++) {
      jobs[i] = Jobs.job("job-" + i, tasks, request, 2L * i, 1);
    }
    JobTable table = Jobs.table(jobs);
    List<Allocation> held = new ArrayList<>();
    Runner.run(
        new SimulationInput(
            new FleetLayout(Fleets.single(nodes, devices)),
            table,
            Policies.find("fifo-random").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OutageRule.NONE,
            seed),
        event -> {
          if (event.kind() == EventKind.STARTED) {
            held.add(event.allocation());
          }
        });
    return held;
  }

  /** χ² with 9 degrees of freedom is below 27.9 in 999 cases of 1,000. */
  @Test
  void jobsOfOneDevice_comeToEveryNodeAlikeWhateverCameBefore() {
    int[] nodes =
        held(NODES, 1, TaskRequest.wholeDevices(1, "a"), 1).stream()
            .mapToInt(a -> a.nodes()[0])
            .toArray();
    int[] count = new int[NODES];
    int[] distance = new int[NODES];
    for (int i = 0; i < nodes.length; i++) {
      count[nodes[i]]++;
      distance[i == 0 ? 0 : Math.floorMod(nodes[i] - nodes[i - 1], NODES)]++;
    }
    assertThat(chiSquare(count)).isLessThan(27.9);
    assertThat(chiSquare(distance)).as("from one job to the next").isLessThan(27.9);
  }

  private static double chiSquare(int[] count) {
    double expected = (double) JOBS / count.length;
    double sum = 0;
    for (int n : count) {
      sum += (n - expected) * (n - expected) / expected;
    }
    return sum;
  }

  /** Two halves on two devices are together in half of the cases; three standard errors. */
  @Test
  void sharesOfAGang_areDrawnEachByItself() {
    TaskRequest half = new TaskRequest(0, 500, 0, 0, List.of("a"), null);
    long together =
        held(1, 2, half, 2).stream().filter(a -> a.devices()[0] == a.devices()[1]).count();
    assertThat((double) together / JOBS).isCloseTo(0.5, Offset.offset(3 * 0.5 / Math.sqrt(JOBS)));
  }

  @Test
  void anotherSeed_givesOtherNodesAndTheSameSeedTheSame() {
    TaskRequest one = TaskRequest.wholeDevices(1, "a");
    List<Integer> first = held(NODES, 1, one, 1, 1).stream().map(a -> a.nodes()[0]).toList();
    List<Integer> again = held(NODES, 1, one, 1, 1).stream().map(a -> a.nodes()[0]).toList();
    List<Integer> other = held(NODES, 1, one, 1, 2).stream().map(a -> a.nodes()[0]).toList();
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  /** The generator of the JDK is SplitMix64 too; its counter goes on by the golden gamma. */
  @Test
  void bits_areThoseOfTheGeneratorOfTheJdk() {
    for (long seed = -3; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong());
      for (int i = 0; i < 5; i++) {
        assertThat(Draws.bits(seed, 0, i)).isEqualTo(random.nextLong());
      }
    }
  }
}
