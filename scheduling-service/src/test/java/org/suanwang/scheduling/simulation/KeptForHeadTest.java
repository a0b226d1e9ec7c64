package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.suanwang.scheduling.workload.TaskRequest;

/** Who may pass the head of the queue on nodes that are kept for its tenant, worked out by hand. */
class KeptForHeadTest {
  private static Runner run(Fleet fleet, String policy, JobTable jobs, Reservation kept) {
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    return Runner.run(input.withReservations(new ReservationRule(List.of(kept))), event -> {});
  }

  /** The first nodes, for the tenant of {@link #own} jobs, as long as anything goes on. */
  private static Reservation kept(int nodes) {
    return new Reservation("r", "h", null, nodes, 0, 1000, 0, false);
  }

  private static Job own(String id, int devices, long submit, long work) {
    return gang(id, devices, submit, work).withTenant("r");
  }

  /**
   * At 20 the third node is free for the wide gang, the head of the queue, if nobody has taken the
   * two that are kept. Under EASY one may that is over by then.
   */
  @ParameterizedTest
  @CsvSource({
    "fifo-first-fit, 30",
    "fair-tree-fifo-first-fit, 30",
    "fifo-easy-first-fit, 4",
    "fair-tree-fifo-easy-first-fit, 4"
  })
  void headOfTheQueue_isNotPassedOnNodesKeptForIt(String policy, long shortStarts) {
    JobTable jobs =
        table(
            whole("left", 1, 0, 20),
            whole("right", 1, 0, 40),
            own("wide", 3, 1, 10),
            own("first", 1, 2, 30),
            own("second", 1, 3, 30),
            own("short", 1, 4, 10));
    Runner run = run(Fleets.single(4, 1), policy, jobs, kept(2));
    assertThat(run.start("wide")).isEqualTo(20);
    assertThat(run.start("first")).isEqualTo(30);
    assertThat(run.start("short")).isEqualTo(shortStarts);
  }

  /**
   * Until its turn comes the wide gang is passed: the kept nodes would lie idle for it till 50. At
   * 60 there is a node more than it needs.
   */
  @ParameterizedTest
  @CsvSource({"fifo-first-fit, 60", "fifo-easy-first-fit, 55"})
  void whoIsNotTheHead_isPassedOnNodesKeptForIt(String policy, long lateStarts) {
    JobTable jobs =
        table(
            gang("runs", 2, 0, 50),
            gang("head", 2, 1, 10),
            own("wide", 3, 2, 10),
            own("early", 1, 3, 5),
            own("late", 1, 55, 30));
    Runner run = run(Fleets.single(4, 1), policy, jobs, kept(2));
    assertThat(run.start("early")).isEqualTo(3);
    assertThat(run.start("head")).isEqualTo(50);
    assertThat(run.start("wide")).isEqualTo(60);
    assertThat(run.start("late")).isEqualTo(lateStarts);
  }

  /** When the head has started in its turn, at 20, the next head is of others. */
  @Test
  void thoseHeldUpByTheHead_startOnKeptNodesOnceItHas() {
    TaskRequest two = TaskRequest.wholeDevices(2, "a");
    JobTable jobs =
        table(
            own("long", 1, 0, 500),
            job("others", 2, two, 0, 20),
            job("head", 2, two, 1, 10).withTenant("r"),
            job("next", 2, two, 2, 10),
            own("small", 1, 3, 100));
    Runner run = run(Fleets.single(4, 2), "fifo-first-fit", jobs, kept(2));
    assertThat(run.log()).contains("20 STARTED head on h/a nodes [1, 2]");
    assertThat(run.log()).contains("20 STARTED small on h/a nodes [0]");
    assertThat(run.start("next")).isEqualTo(30);
  }

  /** A head that is for another device type leaves the kept nodes to those behind it. */
  @Test
  void headThatCannotHaveTheKeptNodes_holdsUpNobodyThere() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 1), Fleets.pool("b", 1, 1)));
    TaskRequest other = TaskRequest.wholeDevices(1, "b");
    JobTable jobs =
        table(
            job("runs", 1, other, 0, 50),
            job("head", 1, other, 1, 10).withTenant("r"),
            own("small", 1, 2, 10));
    Runner run =
        run(fleet, "fifo-first-fit", jobs, new Reservation("r", "h", "a", null, 0, 1000, 0, false));
    assertThat(run.start("small")).isEqualTo(2);
    assertThat(run.start("head")).isEqualTo(50);
  }

  /** A new head, of others, no longer holds them up. */
  @Test
  void headThatIsOvertaken_holdsUpNobody() {
    JobTable jobs =
        table(
            gang("runs", 2, 0, 50),
            own("wide", 3, 1, 20),
            own("small", 1, 2, 30),
            gang("overtakes", 2, 10, 5));
    Runner run = run(Fleets.single(4, 1), "sjf-first-fit", jobs, kept(2));
    assertThat(run.start("small")).isEqualTo(10);
    assertThat(run.start("overtakes")).isEqualTo(50);
    assertThat(run.start("wide")).isEqualTo(55);
  }
}
