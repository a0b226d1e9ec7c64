package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.TopologyRule;

/** Schedules with reservations worked out by hand. */
class ReservationTest {
  private static Runner run(Fleet fleet, String policy, JobTable jobs, Reservation... kept) {
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    return Runner.run(input.withReservations(new ReservationRule(List.of(kept))), event -> {});
  }

  private static Reservation kept(String tenant, int nodes, long from, long to, long drain) {
    return new Reservation(tenant, "h", null, nodes, from, to, drain, false);
  }

  @Test
  void nodesThatAreKept_areForTheTenantOnly() {
    JobTable jobs =
        table(
            whole("before", 1, 0, 5),
            whole("beside", 1, 12, 20),
            whole("waits", 1, 13, 5),
            whole("own", 1, 20, 10).withTenant("r"));
    Runner run = run(Fleets.single(2, 1), "fifo-skip-first-fit", jobs, kept("r", 1, 10, 50, 0));
    assertThat(run.log())
        .contains("12 STARTED beside on h/a nodes [1]")
        .contains("13 BLOCKED waits KEPT_FOR_OTHERS short of 1")
        .contains("20 STARTED own on h/a nodes [0]");
    assertThat(run.start("waits")).isEqualTo(32);
  }

  @Test
  void whoStillRunsThere_givesWayAndGoesOnAfterwards() {
    Runner run =
        run(
            Fleets.single(1, 1),
            "fifo-first-fit",
            table(whole("other", 1, 0, 100), whole("own", 1, 3, 4).withTenant("r")),
            kept("r", 1, 10, 20, 0));
    assertThat(run.log()).contains("10 PREEMPTED other").contains("110 FINISHED other");
    assertThat(run.start("own")).isEqualTo(10);
    assertThat(run.log().indexOf("10 PREEMPTED")).isLessThan(run.log().indexOf("10 STARTED own"));
  }

  @Test
  void ownJobs_goOnWhenTheTimeBeginsAndWhenItEnds() {
    Runner run =
        run(
            Fleets.single(1, 1),
            "fifo-first-fit",
            table(whole("own", 1, 5, 100).withTenant("r")),
            kept("r", 1, 10, 20, 0));
    assertThat(run.log()).contains("5 STARTED own").contains("105 FINISHED own");
  }

  @Test
  void nodesThatAreDrained_takeNobodyElse() {
    JobTable jobs = table(whole("other", 1, 7, 2), whole("own", 1, 8, 1).withTenant("r"));
    Runner run = run(Fleets.single(1, 1), "fifo-skip-first-fit", jobs, kept("r", 1, 10, 20, 5));
    assertThat(run.start("other")).isEqualTo(20);
    assertThat(run.start("own")).isEqualTo(8);
  }

  /** The head of the queue may not hold up those for whom nodes are kept that it cannot have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-best-fit",
        "fifo-easy-first-fit",
        "fifo-conservative-best-fit",
        "priority-preempt-first-fit",
        "drf-fifo-first-fit",
        "fair-tree-fifo-skip-best-fit",
        "fair-share-fifo-conservative-best-fit"
      })
  void ownJobs_startBehindAHeadThatCannot(String policy) {
    JobTable jobs =
        table(
            whole("beside", 1, 0, 50),
            whole("head", 1, 1, 10),
            whole("own", 1, 5, 30).withTenant("r/x"),
            whole("next", 1, 6, 30).withTenant("r/y"));
    Runner run = run(Fleets.single(2, 1), policy, jobs, kept("r", 1, 0, 100, 0));
    assertThat(run.start("beside")).isZero();
    assertThat(run.start("own")).isEqualTo(5);
    assertThat(run.start("next")).isEqualTo(35);
    assertThat(run.start("head")).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "fifo-conservative-best-fit"})
  void whoWouldRunIntoAReservation_waitsForItsEnd(String policy) {
    JobTable jobs =
        table(
            whole("long", 1, 0, 15),
            whole("short", 1, 1, 8),
            whole("ownLong", 1, 12, 15).withTenant("r"),
            whole("ownShort", 1, 13, 5).withTenant("r"));
    Runner run = run(Fleets.single(1, 1), policy, jobs, kept("r", 1, 10, 20, 0));
    assertThat(run.log()).contains("0 BLOCKED long KEPT_FOR_OTHERS").doesNotContain("PREEMPTED");
    assertThat(run.start("short")).isEqualTo(1);
    assertThat(run.start("ownShort")).isEqualTo(13);
    assertThat(run.start("long")).isEqualTo(20);
    assertThat(run.start("ownLong")).isEqualTo(35);
  }

  @Test
  void reservationsAtOneTime_haveNodesOfTheirOwn() {
    JobTable jobs =
        table(
            gang("r", 2, 0, 10).withTenant("r"),
            gang("s", 1, 0, 10).withTenant("s"),
            whole("other", 1, 0, 10),
            whole("late", 1, 0, 10));
    Runner run =
        run(
            Fleets.single(4, 1),
            "fifo-skip-first-fit",
            jobs,
            kept("r", 2, 0, 60, 0),
            kept("s", 1, 30, 70, 30));
    assertThat(run.log())
        .contains("0 STARTED r on h/a nodes [0, 1]")
        .contains("0 STARTED s on h/a nodes [2]")
        .contains("0 STARTED other on h/a nodes [3]")
        .contains("10 STARTED late on h/a nodes [3]");
  }

  /** The first node is kept for others; the second takes the gang, which must lie on one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-best-fit",
        "fifo-skip-first-fit",
        "fifo-easy-best-fit",
        "fifo-conservative-first-fit",
        "priority-preempt-first-fit"
      })
  void gangOnOneNode_takesOneThatItMayHave(String policy) {
    JobTable jobs = table(onOneNode("near", 0), whole("own", 1, 2000, 1).withTenant("r"));
    Runner run = run(Fleets.single(2, 2), policy, jobs, kept("r", 1, 0, 1000, 0));
    assertThat(run.log()).contains("0 STARTED near on h/a nodes [1]");
  }

  private static Job onOneNode(String id, long submit) {
    TopologyRule rule = new TopologyRule(TopologyLevel.NODE, true);
    RequestTerms terms = RequestTerms.USUAL.withTopology(rule);
    return job(id, 2, TaskRequest.wholeDevices(1, "a").withTerms(terms), submit, 10);
  }

  /** Two nodes have one device left each, the kept one two: that is what is in the way. */
  @Test
  void gangThatFitsOnAKeptNodeOnly_isToldSo() {
    JobTable jobs =
        table(
            whole("left", 1, 0, 50),
            whole("big", 2, 0, 5),
            whole("right", 1, 5, 50),
            onOneNode("pair", 6),
            whole("own", 1, 2000, 1).withTenant("r"));
    Runner run = run(Fleets.single(3, 2), "fifo-worst-fit", jobs, kept("r", 1, 0, 1000, 0));
    assertThat(run.log()).contains("6 BLOCKED pair KEPT_FOR_OTHERS short of 1");
  }

  /** On the kept node alone it would run four times as long. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "fifo-skip-best-fit", "priority-preempt-first-fit"})
  void elasticJob_startsWholeBesideRatherThanSmallOnKeptNodes(String policy) {
    Job own = gang("own", 4, 5, 100).withTenant("r");
    JobTable jobs = table(own.withTerms(own.terms().withTasksMin(1)));
    Runner run = run(Fleets.single(5, 1), policy, jobs, kept("r", 1, 0, 1000, 0));
    assertThat(run.outcomes.endSeconds(0)).isEqualTo(105);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "fair-tree-fifo-conservative-first-fit"
      })
  void gangOfTheTenant_startsOnKeptNodesAndOthersTogether(String policy) {
    JobTable jobs = table(gang("own", 4, 0, 10).withTenant("r"));
    Runner run = run(Fleets.single(4, 1), policy, jobs, kept("r", 2, 0, 1000, 0));
    assertThat(run.start("own")).isZero();
  }

  /** But not where another has the place beside in 20 seconds. */
  @Test
  void gangOnBoth_delaysNoReservation() {
    JobTable jobs =
        table(
            whole("other", 1, 0, 20),
            gang("wide", 2, 1, 10),
            gang("own", 2, 2, 30).withTenant("r"),
            gang("short", 2, 3, 10).withTenant("r"));
    Runner run =
        run(Fleets.single(3, 1), "fifo-conservative-first-fit", jobs, kept("r", 1, 0, 1000, 0));
    assertThat(run.start("wide")).isEqualTo(20);
    assertThat(run.start("short")).isEqualTo(3);
    assertThat(run.start("own")).isEqualTo(30);
  }

  /** What a job had that starts on kept nodes, the next may have. */
  @Test
  void startOnKeptNodes_movesReservationsOfOthersForward() {
    JobTable jobs =
        table(
            whole("first", 1, 0, 50),
            whole("second", 1, 0, 100),
            whole("long", 1, 0, 500),
            whole("own", 1, 10, 100).withTenant("r"),
            whole("next", 1, 11, 100));
    Runner run =
        run(Fleets.single(3, 1), "fifo-conservative-first-fit", jobs, kept("r", 1, 50, 1000, 0));
    assertThat(run.start("own")).isEqualTo(50);
    assertThat(run.start("next")).isEqualTo(100);
  }

  /** At 100 as many nodes open as close; the job may have the one that opens. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-conservative-first-fit", "drf-fifo-conservative-first-fit"})
  void nodeThatOpensAsAnotherCloses_isTakenThen(String policy) {
    Fleet fleet =
        Fleets.of(Fleets.hub("h", Fleets.pool("a", 2, 1)), Fleets.hub("k", Fleets.pool("b", 1, 1)));
    JobTable jobs =
        table(
            job("elsewhere", 1, TaskRequest.wholeDevices(1, "b"), 0, 900),
            whole("next", 1, 60, 50),
            whole("own", 1, 2000, 1).withTenant("r"));
    Runner run = run(fleet, policy, jobs, kept("r", 1, 0, 100, 0), kept("r", 1, 100, 200, 1));
    assertThat(run.log()).contains("100 STARTED next on h/a nodes [0]");
  }

  /** Those for whom nodes are kept later only are not counted. */
  @Test
  void depth_isOfThoseForWhomNodesAreKeptNow() {
    JobTable jobs =
        table(
            gang("runs", 2, 0, 50),
            gang("later", 3, 1, 10).withTenant("s"),
            whole("own", 1, 2, 10).withTenant("r"));
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(Fleets.single(3, 1)),
            jobs,
            Policies.find("fifo-first-fit").orElseThrow().withDepth(1),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    List<Reservation> both = List.of(kept("r", 1, 0, 1000, 0), kept("s", 1, 2000, 3000, 0));
    assertThat(Runner.run(input.withReservations(new ReservationRule(both)), e -> {}).start("own"))
        .isEqualTo(2);
  }

  @Test
  void rounds_knowNoReservations() {
    assertThatThrownBy(
            () ->
                run(
                    Fleets.single(1, 1),
                    "gavel-las-rounds-first-fit",
                    table(whole("a", 1, 0, 1)),
                    kept("default", 1, 0, 9, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reservations");
  }
}
