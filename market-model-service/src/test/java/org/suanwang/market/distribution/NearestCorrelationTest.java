package org.suanwang.market.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class NearestCorrelationTest {
  /** The example of Higham (2002), section 1, whose nearest matrix he gives to four digits. */
  @Test
  void highamsExample_hasHisNearestMatrix() {
    double[][] asked = {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}};
    double[][] nearest = NearestCorrelation.of(MatrixUtils.createRealMatrix(asked)).getData();
    assertThat(nearest[0][1]).isCloseTo(0.7607, within(1e-4));
    assertThat(nearest[0][2]).isCloseTo(0.1573, within(1e-4));
    assertThat(nearest[1][2]).isCloseTo(0.7607, within(1e-4));
  }
}
