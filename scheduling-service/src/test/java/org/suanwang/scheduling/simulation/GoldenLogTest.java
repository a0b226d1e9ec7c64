package org.suanwang.scheduling.simulation;

import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.share;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.LevelFactor;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;

/**
 * Small named simulations whose whole event log was read by hand once and is kept. Run with {@code
 * -Dsuanwang.golden.update=true} to write them anew, and read the difference.
 */
class GoldenLogTest {
  @Test
  void gangBlocksHeadOfLine_smallJobBehindItWaits() throws IOException {
    GoldenLogs.check(
        "gang-blocks-head-of-line",
        Runner.run(
            Fleets.single(2, 2),
            table(whole("running", 1, 0, 100), gang("gang", 4, 10, 50), whole("small", 1, 20, 5)),
            "fifo-first-fit"));
  }

  @Test
  void sharesUnderBestFit_fillTheTightestDevice() throws IOException {
    GoldenLogs.check(
        "shares-fill-the-tightest-device",
        Runner.run(
            Fleets.single(2, 2),
            table(
                share("half", 500, 0, 100),
                share("third", 300, 1, 100),
                share("rest", 200, 2, 100),
                share("large", 700, 3, 10),
                whole("whole", 2, 4, 10)),
            "fifo-best-fit"));
  }

  @Test
  void randomNodes_areDrawnForEachJob() throws IOException {
    GoldenLogs.check(
        "random-nodes-for-each-job",
        Runner.run(
            Fleets.single(4, 2),
            table(
                whole("first", 1, 0, 10),
                gang("gang", 3, 1, 10),
                share("share", 500, 2, 10),
                share("other", 500, 3, 10),
                whole("wide", 2, 4, 5),
                whole("last", 1, 20, 5)),
            "fifo-random"));
  }

  /** The gang leaves the whole devices 0 and 2 to the pair. */
  @Test
  void gangOfSharesUnderBestFit_takesSharedDevicesOfAllNodesFirst() throws IOException {
    TaskRequest most = new TaskRequest(0, 600, 0, 0, List.of("a"), null);
    TaskRequest rest = new TaskRequest(0, 400, 0, 0, List.of("a"), null);
    GoldenLogs.check(
        "gang-of-shares-spares-whole-devices",
        Runner.run(
            Fleets.single(2, 2),
            table(
                whole("left", 1, 0, 2),
                share("first", 600, 0, 500),
                whole("right", 1, 1, 1),
                job("second", 1, most, 1, 500),
                job("shares", 2, rest, 10, 490),
                gang("pair", 2, 11, 5)),
            "fifo-best-fit"));
  }

  /** Those that started last give way to the urgent pair and go on after it. */
  @Test
  void urgentPair_makesTwoGiveWay() throws IOException {
    GoldenLogs.check(
        "priority-preemption",
        Runner.run(
            Fleets.single(2, 2),
            table(
                whole("pair", 2, 0, 100),
                whole("left", 1, 1, 50),
                whole("right", 1, 2, 50),
                gang("urgent", 2, 10, 20).withPriority(1)),
            "priority-preempt-first-fit"));
  }

  /** The first is cancelled as it runs, the pair times out, the last fails at its end. */
  @Test
  void jobsThatLeave_areToldWhenTheyDo() throws IOException {
    Job first = whole("first", 1, 0, 100);
    Job pair = gang("pair", 2, 1, 50);
    Job late = whole("late", 1, 2, 50);
    Job last = whole("last", 1, 3, 7);
    GoldenLogs.check(
        "jobs-that-leave",
        Runner.run(
            Fleets.single(1, 2),
            table(
                first.withTerms(first.terms().withTimes(null, null, 40L)),
                whole("second", 1, 0, 60),
                pair.withTerms(pair.terms().withTimes(null, 20L, null)),
                late.withTerms(late.terms().withTimes(20L, null, 30L)),
                last.withTerms(last.terms().withEnding(JobEnding.FAILS))),
            "fifo-first-fit"));
  }

  /**
   * The first lies on a and b at the pace of b, twice its time; the second fits on a alone at 200;
   * the third needs devices of both again.
   */
  @Test
  void mixedGangs_spreadOverTypesOnlyWhereNoneHoldsThem() throws IOException {
    GoldenLogs.check(
        "mixed-gangs",
        Runner.run(
            Mixed.pair(),
            table(
                Mixed.gang("first", 6, 0, 100),
                Mixed.gang("second", 4, 1, 50),
                Mixed.gang("third", 7, 2, 50),
                Mixed.gang("never", 9, 3, 50)),
            "fifo-best-fit"));
  }

  /** It starts with two of four tasks, grows at 20, gives one up at 30, and grows again at 40. */
  @Test
  void elasticGang_growsAndShrinks() throws IOException {
    Job gang = gang("elastic", 4, 0, 100);
    GoldenLogs.check(
        "elastic-gang",
        Runner.run(
            Fleets.single(2, 2),
            table(
                whole("first", 2, 0, 20),
                gang.withTerms(gang.terms().withTasksMin(1)),
                whole("urgent", 1, 30, 10).withPriority(1)),
            "priority-preempt-first-fit"));
  }

  @Test
  void twoHubs_ownRegionFirstThenTheOther() throws IOException {
    Fleet fleet =
        Fleets.of(hub("north", pool("a", 1, 2)), hub("south", pool("a", 1, 2), pool("b", 1, 4)));
    TaskRequest two = TaskRequest.wholeDevices(2, "a");
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of(), null);
    JobTable jobs =
        table(
            new Job("at-home", "test", "south", false, 1, two, 0, 100),
            new Job("away", "test", "south", false, 1, two, 1, 100),
            new Job("must-wait", "test", "south", true, 1, two, 2, 10),
            job("anywhere", 4, any, 3, 10),
            job("too-large", 5, any, 4, 10));
    GoldenLogs.check("two-hubs", Runner.run(fleet, jobs, "fifo-best-fit"));
  }

  @Test
  void cpuShort_gangWaitsWithReason() throws IOException {
    Fleet fleet = Fleets.of(Fleets.hub("h", new Pool("a", 2, 4, 4000, 8000, null)));
    TaskRequest hungry = new TaskRequest(1, 0, 3000, 100, List.of("a"), null);
    TaskRequest cpuOnly = new TaskRequest(0, 0, 1000, 0, List.of(), null);
    GoldenLogs.check(
        "cpu-is-short",
        Runner.run(
            fleet,
            table(
                job("first", 1, hungry, 0, 50),
                job("cpu-only", 1, cpuOnly, 1, 60),
                job("pair", 2, hungry, 2, 10),
                job("memory", 1, new TaskRequest(0, 0, 0, 9000, List.of(), null), 3, 1)),
            "fifo-best-fit"));
  }

  /**
   * The north is held until 50, so the pair is to have the south at 30; one share would delay it.
   */
  @Test
  void easyBackfilling_sharesPassThePairWithoutDelayingIt() throws IOException {
    Fleet fleet = Fleets.of(hub("north", pool("a", 1, 2)), hub("south", pool("a", 1, 2)));
    GoldenLogs.check(
        "easy-backfilling",
        Runner.run(
            fleet,
            table(
                whole("north-first", 2, 0, 50),
                share("south-first", 600, 0, 30),
                whole("pair", 2, 1, 10),
                share("in-time", 300, 2, 28),
                share("too-long", 400, 3, 28),
                whole("next", 1, 4, 10)),
            "fifo-easy-first-fit"));
  }

  @Test
  void conservativeBackfilling_nobodyDelaysThoseBefore() throws IOException {
    GoldenLogs.check(
        "conservative-backfilling",
        Runner.run(
            Fleets.single(4, 1),
            JobTable.of(
                List.of(
                    gang("first", 3, 0, 10).withEstimate(20L),
                    gang("second", 3, 1, 10),
                    gang("third", 4, 2, 10),
                    gang("long", 1, 3, 100),
                    gang("short", 1, 4, 15))),
            "fifo-conservative-first-fit"));
  }

  /** 100 steps at the rates of ResNet-50, and a gang over racks at half the speed. */
  @Test
  void measuredThroughputs_sayWhenJobsEnd() throws IOException {
    Pool racks = new Pool("v100", 4, 1, 0, 0, Fleets.PRICE, 2);
    Fleet fleet = Fleets.of(hub("h", racks, pool("k80", 1, 1)));
    RequestTerms steps = RequestTerms.USUAL.withWork(WorkUnit.STEPS, null);
    TaskRequest fast = TaskRequest.wholeDevices(1, "v100").withTerms(steps);
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of(), null).withTerms(steps);
    ThroughputRule rule =
        new ThroughputRule(
            List.of(
                new ThroughputRow("test", "v100", 1, null, 2.4967655780898292, "OSDI 2020"),
                new ThroughputRow("test", "k80", 1, null, 0.3472236920519382, "OSDI 2020")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new LevelFactor(TopologyLevel.HUB, 0.5, "test")),
            List.of());
    JobTable jobs =
        table(
            job("one", 1, fast, 0, 100),
            job("pair", 2, fast, 1, 100),
            job("any", 1, any, 2, 100),
            job("last", 1, any, 3, 100));
    SimulationInput input =
        new SimulationInput(
                new FleetLayout(fleet),
                jobs,
                Policies.find("fifo-first-fit").orElseThrow(),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON)
            .withThroughput(rule);
    GoldenLogs.check("measured-throughputs", Runner.run(input, event -> {}));
  }
}
