package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/** Gangs that are to be close together: two nodes a rack, two racks a spine, two devices a node. */
class TopologyRunTest {
  private static final Fleet RACKS = racks(8, 2);

  private static Fleet racks(int nodes, int devicesPerNode) {
    Pool pool = new Pool("a", nodes, devicesPerNode, 0, 0, Fleets.PRICE, 2);
    return Fleets.of(new Hub("h", "h", null, List.of(pool), 2));
  }

  private static Job close(
      String id, int tasks, TopologyLevel level, boolean required, long submit, long work) {
    RequestTerms terms = RequestTerms.USUAL.withTopology(new TopologyRule(level, required));
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, "a").withTerms(terms), submit, work);
  }

  private static Job rack(String id, int tasks, long submit, long work) {
    return close(id, tasks, TopologyLevel.RACK, true, submit, work);
  }

  private static String nodes(Runner run, String job) {
    int at = run.log().indexOf("STARTED " + job + " ");
    int from = run.log().indexOf("nodes ", at) + "nodes ".length();
    return run.log().substring(from, run.log().indexOf(']', from) + 1);
  }

  @Test
  void gangThatRequiresARack_waitsThoughTheHubHasRoom() {
    JobTable jobs =
        Jobs.table(
            Jobs.gang("filling", 2, 0, 10),
            rack("other", 3, 0, 20),
            Jobs.whole("third", 2, 0, 30),
            Jobs.whole("fourth", 2, 0, 40),
            rack("all", 3, 1, 5));
    Runner run = Runner.run(racks(6, 2), jobs, "fifo-first-fit");
    assertThat(nodes(run, "filling")).isEqualTo("[0]");
    assertThat(nodes(run, "other")).as("not in the first rack").isEqualTo("[2, 3]");
    assertThat(run.log()).contains("1 BLOCKED all SPREAD_TOO_WIDE short of 1");
    assertThat(run.start("all")).isEqualTo(20);
    assertThat(nodes(run, "all")).isEqualTo("[2, 3]");
  }

  /** It starts with two in rack 0 and has three there from 10 on; all of rack 1 is free. */
  @Test
  void elasticGangThatRequiresARack_growsInsideIt() {
    Job rack = rack("elastic", 4, 0, 100);
    JobTable jobs =
        Jobs.table(
            Jobs.whole("one", 1, 0, 10),
            Jobs.whole("two", 2, 0, 1000),
            Jobs.whole("third", 2, 0, 5),
            Jobs.whole("fourth", 2, 0, 5),
            rack.withTerms(rack.terms().withTasksMin(1)));
    Runner run = Runner.run(racks(4, 2), jobs, "fifo-first-fit");
    assertThat(run.log())
        .contains("STARTED elastic on h/a nodes [0] devices [1]")
        .contains("10 RESIZED elastic on h/a nodes [0] devices [1, 0]");
    assertThat(run.outcomes.resizes(run.row("elastic"))).isEqualTo(1);
  }

  @Test
  void gangThatPrefersARack_takesTheNextLargerUnit() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("first", 1, 0, 50),
            Jobs.gang("second", 4, 0, 50),
            close("close", 4, TopologyLevel.RACK, false, 1, 10),
            close("wide", 6, TopologyLevel.NODE, false, 1, 10));
    Runner run = Runner.run(RACKS, jobs, "fifo-first-fit");
    assertThat(nodes(run, "second")).isEqualTo("[0, 1, 2]");
    assertThat(nodes(run, "close")).isEqualTo("[4, 5]");
    assertThat(nodes(run, "wide")).as("no spine has six").isEqualTo("[2, 3, 6, 7]");
  }

  private static SchedulingPolicy anyPolicy() {
    return Policies.find("fifo-first-fit").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"NODE, 3", "RACK, 5", "SPINE, 9", "HUB, 17"})
  void gangLargerThanAnyUnit_isRefusedAtSubmission(TopologyLevel level, int tasks) {
    JobTable jobs =
        Jobs.table(close("j", tasks, level, true, 0, 1), close("k", tasks - 1, level, true, 0, 1));
    Admission admission = new Admission(new FleetLayout(RACKS), jobs, anyPolicy());
    assertThat(admission.findObstacle(0).map(Decision.Wait::reason))
        .contains(WaitReason.NEVER_FITS);
    assertThat(admission.findObstacle(0).map(Decision.Wait::shortTasks)).contains(1L);
    assertThat(admission.findObstacle(1)).isEmpty();
    assertThat(Runner.run(RACKS, jobs, "fifo-best-fit").end.lastEventSeconds()).isEqualTo(1);
  }

  @Test
  void fleetWithoutRacks_holdsNoGangThatRequiresOne() {
    JobTable jobs = Jobs.table(rack("j", 1, 0, 1));
    assertThat(
            new Admission(new FleetLayout(Fleets.single(2, 2)), jobs, anyPolicy()).findObstacle(0))
        .map(Decision.Wait::reason)
        .contains(WaitReason.NEVER_FITS);
  }

  @Test
  void consolidate_takesTheFullestUnitOfTheLowestLevel() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("one", 1, 0, 100),
            Jobs.gang("pair", 2, 1, 100),
            Jobs.gang("three", 3, 2, 100),
            Jobs.gang("six", 6, 3, 100),
            Jobs.gang("rest", 4, 4, 100));
    Runner run = Runner.run(RACKS, jobs, "fifo-consolidate");
    assertThat(nodes(run, "one")).isEqualTo("[0]");
    assertThat(nodes(run, "pair")).as("a node that is whole").isEqualTo("[1]");
    assertThat(nodes(run, "three")).isEqualTo("[2, 3]");
    assertThat(nodes(run, "six")).as("the other spine").isEqualTo("[4, 5, 6]");
    assertThat(nodes(run, "rest")).as("over both spines").contains("7");
  }

  @Test
  void consolidate_prefersTheHubWhereTheGangIsCloser() {
    Fleet two =
        Fleets.of(
            Fleets.hub("wide", Fleets.pool("a", 4, 2)), Fleets.hub("deep", Fleets.pool("a", 1, 4)));
    Runner run = Runner.run(two, Jobs.table(Jobs.gang("j", 4, 0, 1)), "fifo-consolidate");
    assertThat(nodes(run, "j")).isEqualTo("[4]");
  }

  /** Whatever the policy: nobody is spread wider than it allows, and everybody ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-best-fit",
        "fifo-skip-consolidate",
        "fifo-easy-first-fit",
        "fifo-conservative-best-fit",
        "priority-preempt-first-fit",
        "fifo-worst-fit"
      })
  void randomGangs_areNeverSpreadWiderThanTheyAllow(String policy) {
    for (int seed = 1; seed <= 20; seed++) {
      JobTable jobs = random(new Random(seed));
      FleetLayout layout = new FleetLayout(RACKS);
      Runner.run(
          RACKS,
          jobs,
          policy,
          SimulationLimits.WIDEST,
          event -> {
            if (event.kind() == EventKind.STARTED) {
              Allocation held = event.allocation();
              TopologyLevel level = layout.topology().level(held.nodes());
              assertThat(level.height())
                  .as("%s on %s", jobs.id(event.job()), Arrays.toString(held.nodes()))
                  .isLessThanOrEqualTo(jobs.request(event.job()).terms().widestLevel().height());
            }
          });
      Runner run = Runner.run(RACKS, jobs, policy);
      for (int job = 0; job < jobs.size(); job++) {
        assertThat(run.start(jobs.id(job))).as("seed " + seed).isNotNegative();
      }
    }
  }

  private static JobTable random(Random random) {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 40; i++) {
      TopologyLevel level = TopologyLevel.at(random.nextInt(4));
      int tasks = 1 + random.nextInt(2 << level.height());
      jobs.add(
          close(
              "j" + i,
              tasks,
              level,
              random.nextBoolean(),
              random.nextInt(60),
              1 + random.nextInt(30)));
    }
    return jobs.build();
  }
}
