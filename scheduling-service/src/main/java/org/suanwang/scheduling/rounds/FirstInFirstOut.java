package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * First in, first out, as the baseline of Narayanan et al., OSDI 2020: as many jobs as there are
 * devices, each with a device of its own. Aware of throughputs, each in its turn gets the device
 * that is fastest for it of those left, anew each time; else one of the first type that has any
 * left, which it keeps.
 */
public final class FirstInFirstOut implements SharePolicy {
  private static final int NONE = -1;

  private final boolean aware;
  private final Map<Integer, Integer> kept = new HashMap<>();

  /**
   * A policy for one run.
   *
   * @param aware whether it knows throughputs
   */
  public FirstInFirstOut(boolean aware) {
    this.aware = aware;
  }

  @Override
  public String name() {
    return aware ? "FIFO, aware" : "FIFO, agnostic";
  }

  @Override
  public boolean isHeterogeneityAware() {
    return aware;
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }

  @Override
  public double[][] shares(ActiveJobs jobs) {
    int[] left = jobs.devices().clone();
    int[] chosen = new int[jobs.size()];
    Arrays.fill(chosen, NONE);
    if (!aware) {
      keep(jobs, left, chosen);
    }
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] == NONE) {
        chosen[job] = aware ? fastest(jobs, job, left) : first(left);
        take(left, chosen[job]);
      }
    }
    double[][] shares = new double[chosen.length][left.length];
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] != NONE) {
        shares[job][chosen[job]] = 1;
        kept.put(jobs.numbers()[job], chosen[job]);
      }
    }
    return shares;
  }

  private void keep(ActiveJobs jobs, int[] left, int[] chosen) {
    Map<Integer, Integer> before = new HashMap<>(kept);
    kept.clear();
    for (int job = 0; job < chosen.length; job++) {
      chosen[job] = before.getOrDefault(jobs.numbers()[job], NONE);
      take(left, chosen[job]);
    }
  }

  private static void take(int[] left, int deviceType) {
    if (deviceType != NONE) {
      left[deviceType]--;
    }
  }

  private static int fastest(ActiveJobs jobs, int job, int[] left) {
    int best = NONE;
    for (int type = 0; type < left.length; type++) {
      if (left[type] > 0
          && jobs.steps(job, type) > 0
          && (best == NONE || jobs.steps(job, type) > jobs.steps(job, best))) {
        best = type;
      }
    }
    return best;
  }

  private static int first(int[] left) {
    for (int type = 0; type < left.length; type++) {
      if (left[type] > 0) {
        return type;
      }
    }
    return NONE;
  }
}
