package org.suanwang.scheduling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Where two event logs part. */
class LogBlocksTest {
  private static SimulationInput input(Fleet fleet, JobTable jobs, String policy) {
    return Compared.input(fleet, jobs, policy, EstimateRule.RUN_ON);
  }

  private static long firstLineThatDiffers(String a, String b) {
    List<String> one = a.lines().toList();
    List<String> two = b.lines().toList();
    int both = Math.min(one.size(), two.size());
    for (int i = 0; i < both; i++) {
      if (!one.get(i).equals(two.get(i))) {
        return i;
      }
    }
    return one.size() == two.size() ? LogBlocks.NOWHERE : both;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void twoLogs_partWhereTheirTextsDo(int seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(60));
    SimulationInput base = input(fleet, jobs, "fifo-first-fit");
    SimulationInput other = input(fleet, jobs, "fifo-easy-best-fit");
    long expected =
        firstLineThatDiffers(
            Runner.run(base, event -> {}).log(), Runner.run(other, event -> {}).log());
    long each = Compared.log(base, 1).firstDifference(Compared.log(other, 1));
    assertThat(each).isEqualTo(expected);
    for (int block : new int[] {2, 7, 1024}) {
      assertThat(Compared.log(base, block).firstDifference(Compared.log(other, block)))
          .isEqualTo(each == LogBlocks.NOWHERE ? each : each / block * block);
    }
  }

  @Test
  void sameRunTwice_partsNowhere() {
    JobTable jobs = Jobs.table(Jobs.whole("a", 1, 0, 10));
    SimulationInput input = input(Fleets.single(1, 1), jobs, "fifo-first-fit");
    LogBlocks log = Compared.log(input, 2);
    assertThat(log.events()).isEqualTo(3);
    assertThat(log.firstDifference(Compared.log(input, 2))).isEqualTo(LogBlocks.NOWHERE);
  }

  @Test
  void hubOfAnotherName_isAnotherPlace() {
    JobTable jobs = Jobs.table(Jobs.whole("a", 1, 0, 10));
    Fleet here = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 1)));
    Fleet there = Fleets.of(Fleets.hub("g", Fleets.pool("a", 1, 1)));
    assertThat(
            Compared.log(input(here, jobs, "fifo-first-fit"), 1)
                .firstDifference(Compared.log(input(there, jobs, "fifo-first-fit"), 1)))
        .isEqualTo(1);
  }

  @Test
  void logThatGoesOn_partsWhereTheOtherEnds() {
    LogBlocks empty =
        new LogBlocks(input(Fleets.single(1, 1), Jobs.table(), "fifo-first-fit").layout());
    JobTable jobs = Jobs.table(Jobs.whole("a", 1, 0, 10));
    LogBlocks log = Compared.log(input(Fleets.single(1, 1), jobs, "fifo-first-fit"), 1024);
    assertThat(empty.firstDifference(log)).isZero();
    assertThat(log.firstDifference(empty)).isZero();
    assertThat(empty.firstDifference(empty)).isEqualTo(LogBlocks.NOWHERE);
  }
}
