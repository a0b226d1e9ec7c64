package org.suanwang.scheduling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.workload.TaskRequest;

class DeviceRatesTest {
  private static final Fleet FLEET =
      new Fleet(
          "f",
          List.of(),
          List.of(
              new DeviceType("slow", 100.0, null, DeviceType.Source.REQUEST),
              new DeviceType("fast", 300.0, null, DeviceType.Source.REQUEST),
              DeviceType.named("unknown")),
          null);
  private final DeviceRates rates = new DeviceRates(FLEET);

  private static TaskRequest open(String reference) {
    return new TaskRequest(1, 0, 0, 0, List.of(), reference.isEmpty() ? null : reference);
  }

  @Test
  void work_isTimedWhereItSays() {
    assertThat(rates.findReference(TaskRequest.wholeDevices(1, "fast"))).isNull();
    assertThat(rates.findReference(open("fast"))).isEqualTo("fast");
    assertThat(rates.findReference(open(""))).as("first type is meant").isEqualTo("slow");
    assertThat(rates.isAsTimed(open(""), "fast")).isFalse();
    assertThat(rates.isAsTimed(open("fast"), "fast")).isTrue();
    assertThat(rates.isAsTimed(open("fast"), null)).isTrue();
  }

  @Test
  void unknownPeak_isZero() {
    assertThat(rates.gigaflops("fast")).isEqualTo(300_000);
    assertThat(rates.gigaflops("unknown")).isZero();
    assertThat(rates.gigaflops(null)).isZero();
  }

  @Test
  void fp16Dense_isOfTheWidestScopeAndNeverSparse() {
    assertThat(
            Throughput.findFp16Dense(
                List.of(
                    new Throughput("FP16", "SPARSE_2_4", "BOARD", 999),
                    new Throughput("FP16", "DENSE", "DIE", 500),
                    new Throughput("FP16", "DENSE", "BOARD", 30),
                    new Throughput("FP16", "DENSE", "BOARD", 120),
                    new Throughput("INT8", "DENSE", "BOARD", 700))))
        .contains(120.0);
  }
}
