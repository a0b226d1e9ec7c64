package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.core.source32.MersenneTwister;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/**
 * The very jobs of the study of Narayanan et al., OSDI 2020: their simulator draws with Python's
 * Mersenne Twister, one for the jobs (seed + 2) and one for the gaps between arrivals (seed + 3),
 * and numbers the types in an order of its own.
 */
final class StudyJobs {
  private static final int JOB_SEED = 2;
  private static final int GAP_SEED = 3;
  private static final int[] BATCHES_RESNET_18 = {16, 32, 64, 128, 256};
  private static final int[] BATCHES_RESNET_50 = {16, 32, 64, 128};
  private static final int[] BATCHES_LM = {5, 10, 20, 40, 80};
  private static final int[] BATCHES_RECOMMENDATION = {512, 1024, 2048, 4096, 8192};

  private final MersenneTwister random;

  private StudyJobs(int seed) {
    random = new MersenneTwister(new int[] {seed});
  }

  /** The first jobs of a run with this seed and so many jobs an hour. */
  static List<RoundJob> draw(ThroughputMatrix matrix, int count, double jobsPerHour, int seed) {
    int[] types = table().stream().mapToInt(matrix.jobTypes()::indexOf).toArray();
    StudyJobs jobs = new StudyJobs(seed + JOB_SEED);
    StudyJobs gaps = new StudyJobs(seed + GAP_SEED);
    List<RoundJob> drawn = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < count; i++) {
      jobs.uniform(0, 1); // the number of devices, which is one here
      double seconds = jobs.seconds();
      int type = types[jobs.below(types.length)];
      double steps = Math.floor(seconds * matrix.stepsPerSecond()[type][0]);
      drawn.add(new RoundJob(type, at, steps));
      at += -StrictMath.log(1 - gaps.uniform(0, 1)) * 3600 / jobsPerHour;
    }
    return drawn;
  }

  private static List<String> table() {
    List<String> table = new ArrayList<>();
    add(table, "ResNet-18", BATCHES_RESNET_18);
    add(table, "ResNet-50", BATCHES_RESNET_50);
    add(table, "Transformer", BATCHES_RESNET_18);
    add(table, "LM", BATCHES_LM);
    add(table, "Recommendation", BATCHES_RECOMMENDATION);
    table.add("A3C");
    table.add("CycleGAN");
    return table;
  }

  private static void add(List<String> table, String model, int[] batches) {
    for (int batch : batches) {
      table.add(model + " (batch size " + batch + ")");
    }
  }

  private double seconds() {
    boolean isLong = uniform(0, 1) >= 0.8;
    return 60 * StrictMath.pow(10, isLong ? uniform(3, 4) : uniform(1.5, 3));
  }

  /** 53 bits, from two numbers of 32. */
  private double uniform(double low, double high) {
    int upper = random.nextInt() >>> 5;
    int lower = random.nextInt() >>> 6;
    return low + (high - low) * ((upper * 0x1p26 + lower) / 0x1p53);
  }

  /** As many upper bits as the bound needs, again until they are below it. */
  private int below(int bound) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    int drawn;
    do {
      drawn = random.nextInt() >>> (Integer.SIZE - bits);
    } while (drawn >= bound);
    return drawn;
  }
}
