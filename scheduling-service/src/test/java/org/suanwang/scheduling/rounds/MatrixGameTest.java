package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;

class MatrixGameTest {
  private static MatrixGame game(double[]... columns) {
    return new MatrixGame(List.of(columns), Checkpoint.NONE);
  }

  @Test
  void games_haveTheirValues() {
    MatrixGame pennies = game(new double[] {1, 0}, new double[] {0, 1});
    assertThat(pennies.value()).isCloseTo(0.5, Cases.NEAR);
    assertThat(pennies.columnMix()).containsExactly(new double[] {0.5, 0.5}, Cases.NEAR);
    assertThat(pennies.rowMix()).containsExactly(new double[] {0.5, 0.5}, Cases.NEAR);
    MatrixGame saddle = game(new double[] {3, 2}, new double[] {4, 5});
    assertThat(saddle.value())
        .as("the first column, whose larger row is 3")
        .isCloseTo(3, Cases.NEAR);
    assertThat(saddle.columnMix()).containsExactly(new double[] {1, 0}, Cases.NEAR);
  }
}
