package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Filters of composed policies: where jobs go, for what they wait, and which never start. */
class FilterTest {
  private static final FilterChoice EAST = new FilterChoice("hubs", List.of("east"));
  private static final FilterChoice DEVICE_NODES =
      new FilterChoice("device-nodes-for-devices", List.of());

  private static final Fleet TWO =
      Fleets.of(hub("west", pool("a", 1, 2)), hub("east", pool("a", 1, 1), pool("b", 1, 2)));

  private static Runner run(Fleet fleet, JobTable jobs, String policy, FilterChoice... filters) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy).orElseThrow().withFilters(List.of(filters)),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON),
        event -> {});
  }

  private static TaskRequest one(String... types) {
    return new TaskRequest(1, 0, 0, 0, List.of(types), null);
  }

  /** The west is idle; the second waits until the first has left the east. */
  @Test
  void jobsOfOneHub_waitForItThoughAnotherIsIdle() {
    JobTable jobs = table(job("first", 1, one("a"), 0, 10), job("second", 1, one("a"), 1, 10));
    Runner run = run(TWO, jobs, "fifo-first-fit", EAST);
    assertThat(run.log())
        .contains("0 STARTED first on east/a")
        .contains("1 BLOCKED second REFUSED_BY_FILTER")
        .contains("10 STARTED second on east/a");
  }

  /** When no hub has room, that is the reason. */
  @Test
  void whereNobodyHasRoom_theFilterIsNotToBlame() {
    JobTable jobs = table(job("wide", 2, one("a"), 0, 10), job("next", 1, one("a"), 1, 10));
    Fleet fleet = Fleets.of(hub("west", pool("b", 1, 1)), hub("east", pool("a", 1, 2)));
    assertThat(run(fleet, jobs, "fifo-first-fit", EAST).log())
        .contains("1 BLOCKED next INSUFFICIENT_DEVICES");
  }

  @Test
  void jobsOfAnyType_runOnThoseThatAreLetThroughOnly() {
    JobTable jobs = table(job("first", 1, one(), 0, 10), job("second", 3, one(), 0, 10));
    Runner run =
        run(TWO, jobs, "fifo-best-fit", new FilterChoice("device-types", List.of("b", "c")));
    assertThat(run.log()).contains("0 STARTED first on east/b");
    assertThat(run.outcomes.state(1)).isEqualTo(JobState.REJECTED);
    assertThat(run.outcomes.reason(1)).isEqualTo(WaitReason.NEVER_FITS);
  }

  /** Of the third type nobody knows from where it is. */
  @Test
  void jobsOfAnyType_runOnDevicesFromTheCountriesThatAreLetThrough() {
    Fleet fleet =
        new Fleet(
            "f",
            List.of(hub("h", pool("a", 1, 1), pool("b", 1, 1), pool("c", 1, 1))),
            List.of(from("a", "US"), from("b", "CN"), DeviceType.named("c")),
            null);
    JobTable jobs = table(job("first", 1, one(), 0, 10), job("second", 1, one(), 0, 10));
    FilterChoice home = new FilterChoice("device-countries", List.of("CN"));
    assertThat(run(fleet, jobs, "fifo-first-fit", home).log())
        .contains("0 STARTED first on h/b")
        .contains("0 BLOCKED second REFUSED_BY_FILTER")
        .contains("10 STARTED second on h/b");
    FilterChoice both = new FilterChoice("device-countries", List.of("CN", "US"));
    assertThat(run(fleet, jobs, "fifo-first-fit", both).log())
        .contains("0 STARTED first on h/a")
        .contains("0 STARTED second on h/b");
  }

  private static DeviceType from(String id, String country) {
    return new DeviceType(
        id,
        null,
        null,
        DeviceType.Source.REQUEST,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        null,
        country);
  }

  @Test
  void jobThatFiltersLetNowhere_isRejectedAtOnce() {
    JobTable jobs = table(job("wide", 2, one("a"), 3, 10));
    Runner run = run(TWO, jobs, "fifo-easy-best-fit", EAST);
    assertThat(run.outcomes.state(0)).isEqualTo(JobState.REJECTED);
    assertThat(run.outcomes.reason(0)).isEqualTo(WaitReason.REFUSED_BY_FILTER);
  }

  /** Nodes with devices come first in the fleet, and have the CPU. */
  @Test
  void tasksWithoutDevices_stayOffNodesWithDevices() {
    Fleet fleet =
        Fleets.of(
            hub(
                "h",
                new Pool("a", 1, 2, 8_000, 0, Fleets.PRICE),
                new Pool(null, 1, 0, 4_000, 0, null)));
    TaskRequest cpu = new TaskRequest(0, 0, 3_000, 0, List.of(), null);
    TaskRequest device = new TaskRequest(1, 0, 8_000, 0, List.of("a"), null);
    JobTable jobs =
        table(job("cpu", 1, cpu, 0, 10), job("more", 1, cpu, 0, 10), job("d", 1, device, 1, 5));
    assertThat(run(fleet, jobs, "fifo-skip-first-fit").log()).contains("10 STARTED d on h/a");
    assertThat(run(fleet, jobs, "fifo-skip-first-fit", DEVICE_NODES).log())
        .contains("0 STARTED cpu on h/null nodes [1]")
        .contains("0 BLOCKED more REFUSED_BY_FILTER")
        .contains("1 STARTED d on h/a")
        .contains("10 STARTED more on h/null nodes [1]");
  }

  @Test
  void unknownFilter_isRefused() {
    assertThatThrownBy(() -> new FilterChoice("moon", List.of()).filter())
        .hasMessageContaining("moon");
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, 40)
        .boxed()
        .flatMap(
            seed ->
                Policies.all().stream()
                    .filter(p -> !p.order().name().equals("allox"))
                    .filter(p -> List.of("first-fit", "best-fit").contains(p.score().name()))
                    .map(p -> Arguments.of(seed, p.name())));
  }

  /** Nodes that the filter refuses might as well not be there. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyInput_runsAsOnTheFleetThatIsLetThrough(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawElastic(draw.drawPlans(draw.drawJobs(60)));
    List<Hub> kept =
        IntStream.range(0, fleet.hubs().size())
            .filter(h -> h % 2 == 0)
            .mapToObj(fleet.hubs()::get)
            .toList();
    Fleet smaller = new Fleet(fleet.name(), kept, fleet.deviceTypes(), null);
    FilterChoice hubs = new FilterChoice("hubs", kept.stream().map(Hub::id).toList());
    assertThat(course(run(fleet, jobs, policy, hubs)))
        .isEqualTo(course(run(smaller, jobs, policy)));
  }

  /** The same for a device type, with gangs over several types; there is always some node. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyInput_runsAsWithoutTheTypeThatIsRefused(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable.Builder mixed = new JobTable.Builder();
    for (Job one : draw.drawPlans(draw.drawJobs(60)).toList()) {
      if (one.request().needsDevices()) {
        mixed.add(one.tasks() > 1 ? Mixed.mixed(one) : one);
      }
    }
    JobTable jobs = mixed.build();
    List<Hub> hubs = new ArrayList<>();
    for (Hub hub : fleet.hubs()) {
      List<Pool> kept = hub.pools().stream().filter(p -> !"b".equals(p.deviceType())).toList();
      List<Pool> some = kept.isEmpty() ? List.of(new Pool(null, 1, 0, 0, 0, null)) : kept;
      hubs.add(new Hub(hub.id(), hub.name(), null, some));
    }
    Fleet smaller = new Fleet(fleet.name(), hubs, fleet.deviceTypes(), null);
    FilterChoice types = new FilterChoice("device-types", List.of("a", "c"));
    assertThat(course(run(fleet, jobs, policy, types)))
        .isEqualTo(course(run(smaller, jobs, policy)));
  }

  private static List<String> course(Runner run) {
    return IntStream.range(0, run.outcomes.size())
        .mapToObj(
            job ->
                run.outcomes.state(job)
                    + " "
                    + run.outcomes.startSeconds(job)
                    + " "
                    + run.outcomes.endSeconds(job))
        .toList();
  }
}
