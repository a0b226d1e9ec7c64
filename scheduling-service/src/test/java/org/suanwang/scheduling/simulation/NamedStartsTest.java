package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Names.named;
import static org.suanwang.scheduling.testing.Names.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Networks;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Jobs that name the nodes on which they start, worked out by hand. */
class NamedStartsTest {
  private static final Fleet THREE = named(Fleets.single(3, 4));

  private static SimulationInput input(Fleet fleet, String policy, JobTable jobs) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  private static SimulationInput under(OutageRule rule, SimulationInput input) {
    return new SimulationInput(
        input.layout(),
        input.jobs(),
        input.policy(),
        input.limits(),
        input.estimateRule(),
        input.checkpointRule(),
        rule,
        1);
  }

  /** First fit, and best fit beside the first, would put all of them on node 0. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "sjf-best-fit",
        "fifo-skip-first-fit",
        "fifo-easy-best-fit",
        "fifo-conservative-first-fit",
        "priority-preempt-first-fit",
        "gavel-las-rounds-best-fit"
      })
  void jobThatNamesItsNode_startsThereWhateverThePolicy(String policy) {
    Runner run =
        Runner.run(
            THREE,
            table(
                on(whole("one", 2, 0, 10), "n2"),
                on(whole("two", 1, 0, 10), "n1"),
                whole("free", 1, 0, 10)),
            policy);
    assertThat(run.log())
        .contains("0 STARTED one on h/a nodes [2]", "0 STARTED two on h/a nodes [1]");
    assertThat(run.start("free")).isZero();
  }

  @Test
  void gang_namesANodeForEachTaskOrOneForAll() {
    Runner run =
        Runner.run(
            THREE,
            table(on(gang("each", 3, 0, 10), "n2", "n0", "n2"), on(gang("all", 3, 0, 10), "n1")),
            "fifo-first-fit");
    assertThat(run.log())
        .contains("STARTED each on h/a nodes [0, 2] devices [0, 8, 9]")
        .contains("STARTED all on h/a nodes [1] devices [4, 5, 6]");
  }

  /**
   * Node 0 is full when the second comes: it is told so, and goes on like any job, at once here.
   */
  @Test
  void nodeThatIsFull_isToldAndTheJobStartsElsewhere() {
    Runner run =
        Runner.run(
            THREE,
            table(on(whole("first", 3, 0, 10), "n0"), on(whole("second", 2, 0, 10), "n0")),
            "fifo-first-fit");
    assertThat(run.log())
        .isEqualTo(
            """
            0 SUBMITTED first
            0 STARTED first on h/a nodes [0] devices [0, 1, 2]
            0 SUBMITTED second
            0 BLOCKED second ITS_NODES_TAKEN short of 1
            0 STARTED second on h/a nodes [1] devices [4, 5]
            10 FINISHED first
            10 FINISHED second
            """);
  }

  /** No room anywhere: it waits its turn, behind nobody, and the reason stays that of its nodes. */
  @Test
  void nodeThatIsFullInAFullFleet_isWaitedForLikeAnyOther() {
    Runner run =
        Runner.run(
            named(Fleets.single(1, 4)),
            table(whole("first", 4, 0, 10), on(whole("second", 4, 3, 10), "n0")),
            "fifo-first-fit");
    assertThat(run.start("second")).isEqualTo(10);
    assertThat(run.outcomes.reason(run.row("second"))).isEqualTo(WaitReason.ITS_NODES_TAKEN);
  }

  /** It is only the first start: who gives way goes on where there is room. */
  @Test
  void jobThatGaveWay_startsAgainWhereThePolicySays() {
    Runner run =
        Runner.run(
            named(Fleets.single(2, 4)),
            table(
                on(whole("low", 4, 0, 100), "n1"),
                on(whole("other", 4, 0, 20), "n0").withPreemptible(false),
                whole("high", 4, 5, 50).withPriority(1)),
            "priority-preempt-first-fit");
    assertThat(run.log())
        .contains("5 PREEMPTED low", "5 STARTED high on h/a nodes [1]")
        .contains("20 STARTED low on h/a nodes [0]");
  }

  /**
   * The head waits for node 0 until 10, and was to start then; the named job takes it for 50 more
   * seconds, as none is kept from its node by what was promised.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "fifo-conservative-first-fit"})
  void jobThatNamesItsNodeLater_comesBeforeWhatWasPromised(String policy) {
    Runner run =
        Runner.run(
            named(Fleets.single(1, 4)),
            table(
                whole("runs", 2, 0, 10),
                whole("head", 4, 1, 10),
                on(whole("own", 2, 5, 50), "n0"),
                whole("short", 2, 11, 5)),
            policy);
    assertThat(run.start("own")).isEqualTo(5);
    assertThat(run.start("short")).as("ends before the head can start").isEqualTo(11);
    assertThat(run.start("head")).isEqualTo(55);
  }

  @Test
  void nodeThatIsOutOfUseOrKept_isNotStartedOn() {
    JobTable jobs = table(on(whole("j", 1, 0, 10), "n0"));
    SimulationInput input = input(THREE, "fifo-first-fit", jobs);
    Maintenance repair = new Maintenance("h", "a", 1, 0, 50, 0, false);
    OutageRule rule = new OutageRule(List.of(), List.of(repair), null);
    Runner down = Runner.run(under(rule, input), e -> {});
    assertThat(down.log()).contains("0 BLOCKED j ITS_NODES_TAKEN", "0 STARTED j on h/a nodes [1]");
    Reservation kept = new Reservation("other", "h", null, 1, 0, 50, 0, false);
    Runner reserved =
        Runner.run(input.withReservations(new ReservationRule(List.of(kept))), e -> {});
    assertThat(reserved.log())
        .contains("0 BLOCKED j ITS_NODES_TAKEN short of 0", "0 STARTED j on h/a nodes [1]");
  }

  /** What runs already is there, though it would not be started so shortly before maintenance. */
  @Test
  void plansToCome_keepNobodyFromItsNode() {
    SimulationInput input =
        input(THREE, "fifo-easy-first-fit", table(on(whole("j", 1, 0, 100), "n0")));
    Reservation later = new Reservation("other", "h", null, 1, 50, 90, 20, false);
    Runner run = Runner.run(input.withReservations(new ReservationRule(List.of(later))), e -> {});
    assertThat(run.log()).contains("0 STARTED j on h/a nodes [0]", "50 PREEMPTED j");
  }

  @Test
  void nodesThatCouldNeverHoldIt_rejectIt() {
    Fleet two = named(Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 4), Fleets.pool("b", 1, 4))));
    Runner run =
        Runner.run(
            two,
            table(
                on(whole("unknown", 1, 0, 10), "n7"),
                on(whole("small", 5, 0, 10), "n0"),
                on(whole("type", 1, 0, 10), "n1"),
                on(gang("both", 2, 0, 10), "n0", "n1")),
            "fifo-first-fit");
    for (String id : List.of("unknown", "type", "both")) {
      assertThat(run.outcomes.reason(run.row(id))).as(id).isEqualTo(WaitReason.ITS_NODES_NEVER_FIT);
    }
    assertThat(run.log()).contains("REJECTED small");
  }

  /** As a what-if on a fleet of which nobody knows the names. */
  @Test
  void fleetWithoutNames_startsItWhereThePolicySays() {
    Runner run =
        Runner.run(Fleets.single(3, 4), table(on(whole("j", 1, 0, 10), "n2")), "fifo-first-fit");
    assertThat(run.log()).contains("STARTED j on h/a nodes [0]").doesNotContain("BLOCKED");
  }

  @Test
  void namesThatDoNotFitTheJob_areRefused() {
    Job three = gang("j", 3, 0, 1);
    assertThatThrownBy(() -> on(three, "n0", "n1")).hasMessageContaining("one for all: 2");
    Job reads = Networks.reads(three, "d", "h", 9);
    assertThatThrownBy(() -> on(reads, "n0")).hasMessageContaining("wherever its data is");
  }
}
