package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.suanwang.scheduling.rounds.JobType;
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
  private static final List<String> NAMES = names();

  /** What runs on several devices; the others on one. */
  private static final Set<String> DISTRIBUTED =
      Set.of("ResNet-18", "ResNet-50", "Transformer", "LM");

  private final PythonDraws random;

  private StudyJobs(int seed) {
    random = new PythonDraws(seed);
  }

  /** The first jobs of a run with this seed and so many jobs an hour, of one device each. */
  static List<RoundJob> draw(ThroughputMatrix matrix, int count, double jobsPerHour, int seed) {
    StudyJobs jobs = new StudyJobs(seed + JOB_SEED);
    StudyJobs gaps = new StudyJobs(seed + GAP_SEED);
    List<RoundJob> drawn = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < count; i++) {
      drawn.add(jobs.job(matrix, at, false));
      at += -StrictMath.log(1 - gaps.random.uniform(0, 1)) * 3600 / jobsPerHour;
    }
    return drawn;
  }

  /** The first jobs of a run with this seed, all there from the start, some of several devices. */
  static List<RoundJob> drawTogether(ThroughputMatrix matrix, int count, int seed) {
    StudyJobs jobs = new StudyJobs(seed + JOB_SEED);
    List<RoundJob> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(jobs.job(matrix, 0, true));
    }
    return drawn;
  }

  private RoundJob job(ThroughputMatrix matrix, double at, boolean areWide) {
    int devices = devices();
    devices = areWide ? devices : 1;
    double seconds = seconds();
    String name = NAMES.get(random.below(NAMES.size()));
    while (devices > 1 && !isDistributed(name)) {
      name = NAMES.get(random.below(NAMES.size()));
    }
    int type = matrix.jobTypes().indexOf(new JobType(name, devices));
    return new RoundJob(type, at, Math.floor(seconds * matrix.stepsPerSecond()[type][0]));
  }

  private static boolean isDistributed(String name) {
    return DISTRIBUTED.contains(name.split(" \\(", 2)[0]);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, "ResNet-18", BATCHES_RESNET_18);
    add(names, "ResNet-50", BATCHES_RESNET_50);
    add(names, "Transformer", BATCHES_RESNET_18);
    add(names, "LM", BATCHES_LM);
    add(names, "Recommendation", BATCHES_RECOMMENDATION);
    names.add("A3C");
    names.add("CycleGAN");
    return names;
  }

  private static void add(List<String> names, String model, int[] batches) {
    for (int batch : batches) {
      names.add(model + " (batch size " + batch + ")");
    }
  }

  private int devices() {
    double at = random.uniform(0, 1);
    if (at < 0.7) {
      return 1;
    }
    if (at <= 0.8) {
      return 2;
    }
    return at <= 0.95 ? 4 : 8;
  }

  private double seconds() {
    boolean isLong = random.uniform(0, 1) >= 0.8;
    return 60 * StrictMath.pow(10, isLong ? random.uniform(3, 4) : random.uniform(1.5, 3));
  }
}
