package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.suanwang.scheduling.check.Checkpoint;

/** Small active sets. */
final class Cases {
  static final Offset<Double> NEAR = Offset.offset(1e-6);

  /** As near as a bisection comes. */
  static final Offset<Double> ABOUT = Offset.offset(1e-3);

  /** The first type is four times as fast on the first device, the second alike on both. */
  static final ThroughputMatrix PICKY_AND_EASY =
      new ThroughputMatrix(
          List.of("picky", "easy"), List.of("fast", "slow"), new double[][] {{4, 1}, {1, 1}});

  private Cases() {}

  /** One job type and one device type of speed 1; two that share both have so much of it. */
  static ThroughputMatrix sharing(double beside) {
    return new ThroughputMatrix(
        List.of(new JobType("a", 1)),
        List.of("x"),
        new double[][] {{1}},
        new double[][][] {{{beside}}});
  }

  /** Fresh jobs of 1,000 steps. */
  static ActiveJobs active(ThroughputMatrix matrix, int[] devices, int... types) {
    double[] steps = new double[types.length];
    Arrays.fill(steps, 1000);
    return active(matrix, devices, types, steps, new double[types.length]);
  }

  static ActiveJobs active(
      ThroughputMatrix matrix, int[] devices, int[] types, double[] steps, double[] ages) {
    int[] numbers = new int[types.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return new ActiveJobs(numbers, types, steps, ages, matrix, devices, Checkpoint.NONE);
  }
}
