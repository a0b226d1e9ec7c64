package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assignments by hand and by trying all. */
class AssignmentTest {
  /** 2 + 1 is less than 1 + 4. */
  @Test
  void cheapestOfOneRow_isLeftToAnotherThatNeedsItMore() {
    assertThat(Assignment.leastCost(new double[][] {{1, 2}, {1, 4}})).containsExactly(1, 0);
  }

  @Test
  void moreRowsThanColumns_areRefused() {
    assertThatThrownBy(() -> Assignment.leastCost(new double[][] {{1}, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyCosts_areAssignedAtTheLeastSum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + random.nextInt(5);
    double[][] cost = new double[rows][rows + random.nextInt(3)];
    for (double[] row : cost) {
      Arrays.setAll(row, c -> random.nextInt(20));
    }
    int[] columnOf = Assignment.leastCost(cost);
    assertThat(columnOf).doesNotHaveDuplicates();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += cost[row][columnOf[row]];
    }
    assertThat(sum).isEqualTo(least(cost, 0, new boolean[cost[0].length]));
  }

  private static double least(double[][] cost, int row, boolean[] isTaken) {
    if (row == cost.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < isTaken.length; column++) {
      if (!isTaken[column]) {
        isTaken[column] = true;
        least = Math.min(least, cost[row][column] + least(cost, row + 1, isTaken));
        isTaken[column] = false;
      }
    }
    return least;
  }
}
