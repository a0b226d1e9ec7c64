package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Jobs of one and two devices of several types, some of which can share. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RandomCase(ThroughputMatrix matrix, int[] devices, List<RoundJob> jobs) {
  private static final int TYPES = 4;
  private static final int JOBS = 40;

  /**
   * A case.
   *
   * @param gapSecondsMax between arrivals; 0 if all are there at first
   */
  static RandomCase draw(SplittableRandom random, int gapSecondsMax) {
    List<JobType> types = new ArrayList<>();
    double[][] alone = new double[TYPES][3];
    double[][][] shared = new double[TYPES][TYPES][3];
    for (int row = 0; row < TYPES; row++) {
      types.add(new JobType("t" + row, row == 3 ? 2 : 1));
      Arrays.setAll(alone[row], c -> 1 + random.nextInt(8));
      alone[row][2] = row == 1 ? 0 : alone[row][2];
    }
    for (int row = 0; row < TYPES - 1; row++) {
      for (int other = 0; other < TYPES - 1; other++) {
        for (int column = 0; column < 3; column++) {
          shared[row][other][column] = alone[row][column] * random.nextInt(10) / 10;
        }
      }
    }
    int[] devices = {2 + random.nextInt(2), 2 + random.nextInt(3), random.nextInt(3)};
    List<RoundJob> jobs = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < JOBS; i++) {
      jobs.add(new RoundJob(random.nextInt(TYPES), at, 500 + random.nextInt(9000)));
      at += gapSecondsMax == 0 ? 0 : random.nextInt(gapSecondsMax);
    }
    return new RandomCase(
        new ThroughputMatrix(types, List.of("x", "y", "z"), alone, shared), devices, jobs);
  }

  /** The same with so many times the work. */
  RandomCase longer(int times) {
    return new RandomCase(
        matrix,
        devices,
        jobs.stream()
            .map(job -> new RoundJob(job.type(), job.arrivalSeconds(), times * job.steps()))
            .toList());
  }

  /** The same without jobs of several devices. */
  RandomCase narrow() {
    return new RandomCase(
        matrix, devices, jobs.stream().filter(job -> matrix.devices(job.type()) == 1).toList());
  }

  DoubleStream completions(SharePolicy policy) {
    return Arrays.stream(
        new RoundSimulation(matrix, devices, policy, 1)
            .completionSeconds(jobs.iterator(), 0, jobs.size()));
  }

  /** The first jobs as if they had all just come. */
  ActiveJobs active(int count) {
    int[] types = jobs.stream().limit(count).mapToInt(RoundJob::type).toArray();
    double[] steps = jobs.stream().limit(count).mapToDouble(RoundJob::steps).toArray();
    return Cases.active(matrix, devices, types, steps, new double[types.length]);
  }
}
