package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.job;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;

/** Shares that come to different sizes on the types of a fleet; worked out by hand. */
class TemplateSizesTest {
  private static final DeviceTemplate HALF = new DeviceTemplate("half", 533, 17_476, "s");
  private static final DeviceTemplate SLICE = new DeviceTemplate("slice", 428, 20_096, "s");

  private static DeviceType type(
      String id, Double tflops, @Nullable Integer mib, DeviceTemplate... templates) {
    return new DeviceType(
        id,
        tflops,
        null,
        DeviceType.Source.REQUEST,
        null,
        null,
        null,
        mib,
        Map.of(),
        List.of(templates));
  }

  /** Devices of a, which can be divided in any way, of n (vNPU) and of m (MIG). */
  private static Fleet fleet(int a, int n, int m) {
    Pool[] pools =
        Stream.of(pool("a", a, 1), pool("n", n, 1), pool("m", m, 1))
            .filter(pool -> pool.nodes() > 0)
            .toArray(Pool[]::new);
    return new Fleet(
        "f",
        List.of(hub("h", pools)),
        List.of(
            type("a", 100.0, 16_384),
            type("n", 200.0, 32_768, HALF),
            type("m", 100.0, 40_960, SLICE)),
        null);
  }

  private static TaskRequest share(int milli, String... types) {
    return new TaskRequest(0, milli, 0, 0, List.of(types), null);
  }

  private static TaskRequest resolved(Fleet fleet, TaskRequest request) {
    return new TemplateSizes(fleet).resolve(Jobs.table(job("j", 1, request, 0, 1))).request(0);
  }

  @Test
  void openShare_takesTheSizeThatMostDevicesServe() {
    TaskRequest onA = resolved(fleet(3, 2, 1), share(500));
    assertThat(onA.deviceTypes()).containsExactly("a");
    assertThat(onA.deviceMilli()).isEqualTo(500);
    TaskRequest onN = resolved(fleet(1, 2, 1), share(500));
    assertThat(onN.deviceTypes()).containsExactly("n");
    assertThat(onN.deviceMilli()).isEqualTo(533);
    assertThat(onN.terms().deviceMemoryMib()).isEqualTo(17_476);
    assertThat(resolved(fleet(1, 1, 2), share(500)).devices()).as("no slice holds it").isEqualTo(1);
    assertThat(resolved(fleet(1, 1, 1), share(500)).deviceTypes())
        .as("the first of equal ones")
        .containsExactly("a");
  }

  /** Above the largest template of both n and m it is a whole device of either. */
  @Test
  void typesOfOneSize_stayTogether() {
    TaskRequest wide = resolved(fleet(1, 1, 1), share(600));
    assertThat(wide.deviceTypes()).containsExactly("n", "m");
    assertThat(wide.devices()).isEqualTo(1);
    assertThat(resolved(fleet(1, 2, 1), share(500, "a", "m")).deviceTypes())
        .as("among those it names")
        .containsExactly("a");
  }

  @Test
  void typeWithTooLittleMemory_countsForNothing() {
    TaskRequest hungry = share(400).withTerms(RequestTerms.USUAL.withDeviceMemory(17_000));
    TaskRequest on = resolved(fleet(9, 2, 1), hungry);
    assertThat(on.deviceTypes()).containsExactly("n");
    assertThat(on.deviceMilli()).isEqualTo(533);
  }

  @Test
  void leftOut_countsJobsAlike() {
    JobTable jobs =
        Jobs.table(
            job("one", 1, share(500), 0, 1),
            job("two", 2, share(300), 0, 1),
            job("named", 1, share(500, "n"), 0, 1),
            job("whole", 1, TaskRequest.wholeDevices(1, "a"), 0, 1));
    assertThat(new TemplateSizes(fleet(3, 2, 0)).leftOut(jobs))
        .containsExactly(new TemplateSizes.LeftOut(2, List.of("n"), List.of("a")));
    assertThat(new TemplateSizes(fleet(3, 0, 0)).leftOut(jobs)).isEmpty();
  }

  /**
   * Ten seconds on a, the first type, are five on n, which is twice as fast. Of the 533 thousandths
   * that each takes there one goes on each of the two devices: two at 0, one at 5.
   */
  @Test
  void shareThatMayNotRunOnTheFirstType_wasTimedOnItStill() {
    JobTable jobs =
        Jobs.table(
            job("one", 1, share(500), 0, 10),
            job("two", 1, share(500), 0, 10),
            job("three", 1, share(500), 0, 10));
    Fleet fleet = fleet(1, 2, 0);
    Runner run = Runner.run(fleet, new TemplateSizes(fleet).resolve(jobs), "fifo-first-fit");
    assertThat(run.start("two")).isZero();
    assertThat(run.start("three")).isEqualTo(5);
    assertThat(run.end.lastEventSeconds()).isEqualTo(10);
  }
}
