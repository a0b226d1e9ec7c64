package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which part of its speed each job has: all of it, unless another is on its devices. */
final class Speeds {
  private final int jobs;
  private double @Nullable [] parts;

  Speeds(int jobs) {
    this.jobs = jobs;
  }

  double of(int job) {
    return parts == null ? 1 : parts[job];
  }

  void set(int job, double part) {
    double[] all = parts;
    if (all == null && part != 1) {
      all = new double[jobs];
      Arrays.fill(all, 1);
      parts = all;
    }
    if (all != null) {
      all[job] = part;
    }
  }
}
