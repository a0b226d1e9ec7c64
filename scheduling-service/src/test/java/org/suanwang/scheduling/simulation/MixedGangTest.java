package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Mixed.fleet;
import static org.suanwang.scheduling.testing.Mixed.gang;
import static org.suanwang.scheduling.testing.Mixed.in;
import static org.suanwang.scheduling.testing.Mixed.mixed;
import static org.suanwang.scheduling.testing.Mixed.pair;
import static org.suanwang.scheduling.testing.Mixed.pool;
import static org.suanwang.scheduling.testing.Mixed.request;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.Usage;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.LedgerEntry;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.LevelFactor;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/** Gangs over several device types, worked out by hand. */
class MixedGangTest {
  /** A gang on one type, which was timed there. */
  private static Job plain(String id, int tasks, String type, long submit, long work) {
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, type), submit, work);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static String types(Runner run, String id) {
    return String.valueOf(run.outcomes.places().deviceTypes(run.row(id)));
  }

  /** Four of a and two of b: the pace is that of b, half of a. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-best-fit",
        "fifo-balanced-best-fit",
        "fifo-skip-best-fit",
        "priority-preempt-best-fit",
        "fifo-consolidate"
      })
  void gangLargerThanAnyType_takesTheUnionAtThePaceOfTheSlowest(String policy) {
    Runner run = Runner.run(pair(), table(gang("wide", 6, 0, 100)), policy);
    assertThat(run.start("wide")).isZero();
    assertThat(end(run, "wide")).isEqualTo(200);
    assertThat(types(run, "wide")).isEqualTo("a+b");
  }

  /** 6 devices × 200 s: 4 at 9 yuan and 2 at 3 yuan an hour, 4 at 700 W and 2 at 300 W. */
  @Test
  void eachDevice_isPricedMeteredAndPoweredByItsOwnType() {
    Runner run = Runner.run(pair(), table(gang("wide", 6, 0, 100)), "fifo-first-fit");
    List<LedgerEntry> entries = new ArrayList<>();
    new Ledger(run.outcomes, 200, 0).forEach(entries::add);
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().postings().getFirst().microCny())
        .isEqualTo((4 * 9_000_000L + 2 * 3_000_000L) * 200 / 3600);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 200, 1);
    assertThat(metrics.deviceTypes())
        .extracting(Usage::deviceType, Usage::allocatedMilliDeviceSeconds)
        .containsExactly(tuple("a", 4 * 200_000L), tuple("b", 2 * 200_000L), tuple("c", 0L));
    assertThat(metrics.hubs().getFirst().allocatedMilliDeviceSeconds()).isEqualTo(6 * 200_000L);
    assertThat(metrics.total().allocatedMilliDeviceSeconds()).isEqualTo(6 * 200_000L);
    assertThat(metrics.total().devices()).isEqualTo(8);
    assertThat(metrics.energy().kilowattHours())
        .isCloseTo((4 * 700 + 2 * 300) * 200 / 3.6e6, Offset.offset(1e-12));
    assertThat(run.series(200).points())
        .allSatisfy(
            p -> {
              assertThat(p.devicesAllocated()).isEqualTo(6);
              assertThat(p.jobsRunning()).isEqualTo(1);
            });
  }

  /** Two of a are free, four of b: it lies on b alone, though three might be faster. */
  @Test
  void oneTypeThatHoldsIt_isPreferred() {
    JobTable jobs = table(plain("busy", 2, "a", 0, 50), gang("gang", 4, 0, 100));
    Runner run = Runner.run(pair(), jobs, "fifo-best-fit");
    assertThat(types(run, "gang")).isEqualTo("b");
    assertThat(end(run, "gang")).isEqualTo(200);
  }

  /** The pools stand as a, c, b; six on a and b last 200, with any of c they would last 1,000. */
  @Test
  void asFewOfTheFastestTypesAsWillDo_areTaken() {
    Fleet three = fleet(hub("h", pool("a", 2, 2), pool("c", 2, 2), pool("b", 2, 2)));
    JobTable jobs = table(gang("six", 6, 0, 100), gang("nine", 9, 1, 100));
    Runner run = Runner.run(three, jobs, "fifo-first-fit");
    assertThat(types(run, "six")).isEqualTo("a+b");
    assertThat(end(run, "six")).isEqualTo(200);
    assertThat(run.start("nine")).isEqualTo(200);
    assertThat(end(run, "nine")).isEqualTo(1200);
  }

  /** In steps the other way round: this class is faster on b than on a by what was measured. */
  @Test
  void measuredRates_tellWhichTypeIsTheSlowest() {
    SimulationInput plain =
        new SimulationInput(
            new FleetLayout(pair()),
            table(gang("wide", 6, 0, 100)),
            Policies.find("fifo-first-fit").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    ThroughputRule rule =
        new ThroughputRule(
            List.of(
                new ThroughputRow("test", "a", 6, null, 1, "measured"),
                new ThroughputRow("test", "b", 6, null, 4, "measured")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new LevelFactor(TopologyLevel.HUB, 0.5, "measured")),
            List.of());
    Runner run = Runner.run(plain.withThroughput(rule));
    assertThat(end(run, "wide"))
        .as("a is the slower, and half of that over the hub")
        .isEqualTo(200);
  }

  @Test
  void gangThatNamesItsTypes_staysOnThem() {
    Fleet three = fleet(hub("h", pool("a", 1, 2), pool("b", 1, 2), pool("c", 1, 2)));
    Job four = mixed(Jobs.job("four", 4, request(1, List.of("a", "c")), 0, 10));
    Job five = mixed(Jobs.job("five", 5, request(1, List.of("a", "c")), 0, 10));
    Runner run = Runner.run(three, table(four, five), "fifo-first-fit");
    assertThat(types(run, "four")).isEqualTo("a+c");
    assertThat(run.outcomes.state(run.row("five"))).isEqualTo(JobState.REJECTED);
    assertThat(run.log()).contains("REJECTED five NEVER_FITS short of 1");
    assertThat(types(run, "five")).isEqualTo("a+c");
  }

  @Test
  void gangThatIsNotMixed_isRefusedWhereTheUnionWouldHoldIt() {
    Job six = Jobs.job("six", 6, request(1, List.of()), 0, 10);
    Runner run = Runner.run(pair(), table(six, gang("nine", 9, 0, 10)), "fifo-first-fit");
    assertThat(run.log()).contains("REJECTED six NEVER_FITS short of 2");
    assertThat(run.log()).contains("REJECTED nine NEVER_FITS short of 1");
  }

  @Test
  void gangDoesNotCrossHubs() {
    Fleet two = fleet(hub("h", pool("a", 1, 2)), hub("i", pool("b", 1, 2)));
    Runner run = Runner.run(two, table(gang("three", 3, 0, 10)), "fifo-first-fit");
    assertThat(run.log()).contains("REJECTED three NEVER_FITS short of 1");
  }

  @Test
  void mixedOnOneTaskOrOneType_changesNothing() {
    Job one = mixed(Jobs.job("one", 1, request(2, List.of()), 0, 10));
    Job typed = mixed(plain("typed", 3, "a", 0, 10));
    Runner run = Runner.run(pair(), table(one, typed), "fifo-first-fit");
    assertThat(types(run, "one")).isEqualTo("a");
    assertThat(run.start("typed")).as("two of a and four of b are free").isEqualTo(10);
  }

  /** Home has two and two; the other hub has four of one type. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneTypeElsewhere_comesBeforeTheUnionAtHome_unlessItMustStay(boolean required) {
    Hub home = hub("home", pool("a", 1, 2), pool("b", 1, 2));
    Fleet two = fleet(hub("away", pool("b", 2, 2)), home);
    Runner run = Runner.run(two, table(in("home", required, gang("g", 4, 0, 10))), "fifo-best-fit");
    assertThat(types(run, "g")).isEqualTo(required ? "a+b" : "b");
    Fleet alike = fleet(hub("away", pool("a", 1, 2), pool("b", 1, 2)), home);
    Runner atHome =
        Runner.run(alike, table(in("home", false, gang("g", 4, 0, 10))), "fifo-best-fit");
    assertThat(atHome.log()).contains("STARTED g on home/a+b");
  }

  @Test
  void reasons_countTheUnion() {
    Job pairs = mixed(Jobs.job("pairs", 3, request(2, List.of()), 2, 10));
    JobTable jobs =
        table(
            plain("x", 1, "a", 0, 50),
            plain("y", 1, "b", 0, 60),
            plain("z", 1, "b", 1, 70),
            gang("all", 8, 2, 10),
            pairs);
    Runner skip = Runner.run(pair(), jobs, "fifo-skip-worst-fit");
    assertThat(skip.log()).contains("2 BLOCKED all INSUFFICIENT_DEVICES short of 3");
    assertThat(skip.log()).contains("2 BLOCKED pairs INSUFFICIENT_DEVICES short of 1");
    assertThat(skip.start("pairs")).isEqualTo(60);
    Job two = mixed(Jobs.job("two", 2, request(2, List.of()), 2, 10));
    Job[] singles = new Job[4];
    for (int i = 0; i < 4; i++) {
      singles[i] = plain("s" + i, 1, i < 2 ? "a" : "b", 0, 50);
    }
    Runner torn =
        Runner.run(
            pair(),
            table(singles[0], singles[1], singles[2], singles[3], two),
            "fifo-skip-worst-fit");
    assertThat(torn.log()).contains("2 BLOCKED two FRAGMENTED_DEVICES short of 2");
  }

  /** Racks are of one pool, but both racks hang on the one spine. */
  @ParameterizedTest
  @ValueSource(strings = {"RACK", "SPINE"})
  void levelsHoldForTheUnionToo(TopologyLevel level) {
    var a = pool("a", 1, 2);
    var b = pool("b", 1, 2);
    Hub hub =
        new Hub(
            "h",
            "h",
            null,
            List.of(
                new Pool("a", 1, 2, 0, 0, a.price(), 1), new Pool("b", 1, 2, 0, 0, b.price(), 1)),
            2);
    Job job = gang("g", 4, 0, 10);
    Job close =
        Jobs.job(
            "g",
            4,
            job.request()
                .withTerms(job.request().terms().withTopology(new TopologyRule(level, true))),
            0,
            10);
    Runner run = Runner.run(fleet(hub), table(close), "fifo-first-fit");
    boolean fits = level == TopologyLevel.SPINE;
    assertThat(run.outcomes.state(0)).isEqualTo(fits ? JobState.COMPLETED : JobState.REJECTED);
  }

  @Test
  void bounds_areKept() {
    Runner run = Runner.run(pair(), table(gang("wide", 6, 0, 100)), "fifo-first-fit");
    Long least = new BoundFinder(run.input, Checkpoint.NONE).find().makespanSecondsMin();
    assertThat(least).isEqualTo(100);
  }
}
