package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;

/** Memory of devices, and the sizes in which devices are divided. */
class DeviceMemoryTest {
  private static final DeviceTemplate SMALL = new DeviceTemplate("vir02", 66, 2184, "test");
  private static final DeviceTemplate LARGE = new DeviceTemplate("vir16", 533, 17_476, "test");

  private static DeviceType type(String id, @Nullable Integer mib, DeviceTemplate... templates) {
    return new DeviceType(
        id,
        100.0,
        null,
        DeviceType.Source.REQUEST,
        null,
        null,
        null,
        mib,
        Map.of(),
        List.of(templates));
  }

  /** Two devices of 100 MiB, one of 1000, and one of which nobody told. */
  private static final Fleet FLEET =
      new Fleet(
          "f",
          List.of(
              Fleets.hub(
                  "h", Fleets.pool("a", 1, 2), Fleets.pool("b", 1, 1), Fleets.pool("c", 1, 1))),
          List.of(type("a", 100), type("b", 1000), type("c", null)),
          null);

  private static Job share(String id, int milli, int mib, long submit, long work, String... types) {
    TaskRequest request =
        new TaskRequest(0, milli, 0, 0, List.of(types), null)
            .withTerms(RequestTerms.USUAL.withDeviceMemory(mib));
    return Jobs.job(id, 1, request, submit, work);
  }

  private static Job whole(String id, int mib, String... types) {
    TaskRequest request =
        new TaskRequest(1, 0, 0, 0, List.of(types), null)
            .withTerms(RequestTerms.USUAL.withDeviceMemory(mib));
    return Jobs.job(id, 1, request, 0, 10);
  }

  private static Decision.@Nullable Wait obstacle(Job job) {
    return new Admission(
            new FleetLayout(FLEET), Jobs.table(job), Policies.find("fifo-first-fit").orElseThrow())
        .findObstacle(0)
        .orElse(null);
  }

  @Test
  void typeWithLessMemory_isNotEligible() {
    FleetLayout layout = new FleetLayout(FLEET);
    assertThat(layout.eligibleGroups(whole("j", 100).request())).containsExactly(0, 1, 2);
    assertThat(layout.eligibleGroups(whole("j", 101).request())).containsExactly(1, 2);
    assertThat(layout.eligibleGroups(whole("j", 1001).request())).containsExactly(2);
    Decision.Wait wait = obstacle(whole("j", 101, "a"));
    assertThat(wait == null ? null : wait.reason()).isEqualTo(WaitReason.NO_DEVICE_TYPE);
    assertThat(obstacle(share("s", 100, 1000, 0, 1, "b"))).isNull();
  }

  @Test
  void sharesWithoutRoomInMemory_waitForIt() {
    JobTable jobs =
        Jobs.table(
            share("one", 100, 60, 0, 10, "a"),
            share("two", 100, 60, 0, 20, "a"),
            share("three", 100, 60, 1, 5, "a"),
            share("small", 100, 40, 1, 5, "a"));
    Runner run = Runner.run(FLEET, jobs, "fifo-skip-best-fit");
    assertThat(run.log()).contains("1 BLOCKED three INSUFFICIENT_DEVICE_MEMORY short of 1");
    assertThat(run.start("three")).isEqualTo(10);
    assertThat(run.start("small")).as("beside one of sixty").isEqualTo(1);
  }

  @Test
  void unknownMemory_isNeverShort() {
    JobTable jobs =
        Jobs.table(
            share("one", 400, 1_000_000, 0, 10, "c"), share("two", 400, 1_000_000, 0, 10, "c"));
    assertThat(Runner.run(FLEET, jobs, "fifo-first-fit").end.lastEventSeconds()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-skip-first-fit",
        "fifo-best-fit",
        "fifo-easy-best-fit",
        "fifo-device-packing",
        "fifo-fragmentation-gradient-descent",
        "fifo-skip-consolidate",
        "fifo-worst-fit",
        "priority-preempt-best-fit",
        "fifo-conservative-first-fit",
        "fifo-dot-product"
      })
  void randomShares_neverTakeMoreMemoryThanThereIs(String policy) {
    for (int seed = 1; seed <= 20; seed++) {
      JobTable jobs = random(new Random(seed));
      int[] taken = new int[2];
      Runner run =
          Runner.run(
              FLEET,
              jobs,
              policy,
              SimulationLimits.WIDEST,
              event -> {
                int sign =
                    switch (event.kind()) {
                      case STARTED -> 1;
                      case FINISHED, PREEMPTED -> -1;
                      default -> 0;
                    };
                if (sign != 0) {
                  book(taken, event.allocation(), sign * memory(jobs, event.job()));
                }
              });
      for (int job = 0; job < jobs.size(); job++) {
        assertThat(run.start(jobs.id(job))).isNotNegative();
      }
      assertThat(taken).containsOnly(0);
    }
  }

  private static int memory(JobTable jobs, int job) {
    return jobs.request(job).terms().deviceMemoryMib();
  }

  private static void book(int[] taken, Allocation held, int mib) {
    Arrays.stream(held.devices()).forEach(device -> taken[device] += mib);
    assertThat(Arrays.stream(taken).max().orElse(0)).isLessThanOrEqualTo(100);
  }

  private static JobTable random(Random random) {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 50; i++) {
      int milli = 100 * (1 + random.nextInt(6));
      Job job =
          random.nextInt(4) == 0
              ? Jobs.whole("j" + i, 1 + random.nextInt(2), random.nextInt(60), 5)
              : share("j" + i, milli, 1 + random.nextInt(100), random.nextInt(60), 9, "a");
      jobs.add(job);
    }
    return jobs.build();
  }

  private static Fleet divided() {
    return new Fleet(
        "f",
        List.of(Fleets.hub("h", Fleets.pool("n", 1, 1), Fleets.pool("a", 1, 1))),
        List.of(type("n", 32_768, SMALL, LARGE), type("a", 100)),
        null);
  }

  private static TaskRequest template(String name, String... types) {
    return new TaskRequest(0, 1, 0, 0, List.of(types), null)
        .withTerms(RequestTerms.USUAL.withTemplate(name));
  }

  private static TaskRequest resolved(TaskRequest request) {
    return new TemplateSizes(divided())
        .resolve(Jobs.table(Jobs.job("j", 1, request, 0, 1)))
        .request(0);
  }

  @Test
  void template_isItsShareOfComputeAndMemory() {
    TaskRequest request = resolved(template("vir16"));
    assertThat(request.deviceMilli()).isEqualTo(533);
    assertThat(request.terms().deviceMemoryMib()).isEqualTo(17_476);
    assertThat(request.deviceTypes()).containsExactly("n");
  }

  @Test
  void otherShare_isRoundedUpToTheSmallestTemplateElseToAWholeDevice() {
    TaskRequest share = new TaskRequest(0, 50, 0, 0, List.of("n"), null);
    assertThat(resolved(share).deviceMilli()).isEqualTo(66);
    TaskRequest hungry = share.withTerms(RequestTerms.USUAL.withDeviceMemory(3000));
    assertThat(resolved(hungry).deviceMilli()).isEqualTo(533);
    TaskRequest wide = new TaskRequest(0, 600, 0, 0, List.of("n"), null);
    assertThat(resolved(wide).devices()).isEqualTo(1);
    assertThat(resolved(wide).isFractional()).isFalse();
    TaskRequest plain = new TaskRequest(0, 50, 0, 0, List.of("a"), null);
    assertThat(resolved(plain)).isEqualTo(plain);
  }

  @Test
  void requestWithoutOneSize_hasAnObstacleThatNamesWhatThereIs() {
    TemplateSizes sizes = new TemplateSizes(divided());
    TemplateSizes.Obstacle unknown = sizes.findObstacle(template("vir03"));
    assertThat(unknown == null ? "" : unknown.remedy()).isEqualTo("use one of [vir02, vir16]");
    TemplateSizes.Obstacle none = sizes.findObstacle(template("vir02", "a"));
    assertThat(none == null ? "" : none.remedy()).contains("these types have none");
    assertThatThrownBy(() -> resolved(template("vir03")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void templatesOfADevice_fillItByComputeAndMemory() {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 17; i++) {
      jobs.add(Jobs.job("j" + i, 1, template("vir02"), 0, 10));
    }
    JobTable sized = new TemplateSizes(divided()).resolve(jobs.build());
    Runner run = Runner.run(divided(), sized, "fifo-first-fit");
    assertThat(run.end.lastEventSeconds()).as("fifteen, then two").isEqualTo(20);
    assertThat(run.start("j14")).isZero();
    assertThat(run.start("j15")).isEqualTo(10);
  }
}
