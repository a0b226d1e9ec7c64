package org.suanwang.scheduling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented peaks: no accelerator of the catalogue states peaks of several parts today. */
class ThroughputTest {
  private static Throughput fp16(String sparsity, String scope, double teraflops) {
    return new Throughput("FP16", sparsity, scope, teraflops);
  }

  @Test
  void peaksOfSeveralParts_theBoardsIsTaken() {
    var stated =
        List.of(
            fp16("DENSE", "DIE", 100),
            fp16("DENSE", "BOARD", 190),
            fp16("DENSE", "PACKAGE", 200),
            fp16("DENSE", "RACK", 9000));
    assertThat(Throughput.findFp16Dense(stated)).contains(190.0);
  }

  @Test
  void sparseOrOtherPrecisionOnly_isNoPeak() {
    var stated =
        List.of(fp16("SPARSE_2_4", "BOARD", 999), new Throughput("FP8", "DENSE", "BOARD", 9));
    assertThat(Throughput.findFp16Dense(stated)).isEmpty();
  }
}
