package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.rounds.Cases.active;

import java.util.List;
import org.junit.jupiter.api.Test;

/** First in, first out, with two jobs on the devices of one. */
class SharingBaselinesTest {
  private static Shares shares(double beside, int devices, int jobs) {
    return new FirstInFirstOut(Knowledge.SHARING)
        .shares(active(Cases.sharing(beside), new int[] {devices}, new int[jobs]));
  }

  @Test
  void whoFindsNoDevice_goesBesideTheFirst() {
    Shares found = shares(0.8, 2, 3);
    assertThat(found.pairs()).hasSize(1);
    Shares.Pair pair = found.pairs().getFirst();
    assertThat(List.of(pair.first(), pair.second())).containsExactly(0, 2);
    assertThat(pair.share()).containsExactly(1);
    assertThat(found.alone()).isDeepEqualTo(new double[][] {{0}, {1}, {0}});
  }

  @Test
  void fifthOfTwoDevices_waits() {
    Shares found = shares(0.8, 2, 5);
    assertThat(found.pairs()).hasSize(2);
    assertThat(found.alone()).isDeepEqualTo(new double[5][1]);
  }

  /** 1.4 of one is too little. */
  @Test
  void whoGainsLittle_waits() {
    assertThat(shares(0.7, 1, 2).pairs()).isEmpty();
    assertThat(shares(0.75, 1, 2).pairs()).hasSize(1);
  }
}
