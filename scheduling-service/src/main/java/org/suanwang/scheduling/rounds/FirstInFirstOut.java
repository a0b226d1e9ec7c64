package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * First in, first out, as the baseline of Narayanan et al., OSDI 2020: jobs in order of arrival,
 * each with devices of its own, as long as the next one's are left. Aware of throughputs, each in
 * its turn gets the type that is fastest for it of those left, anew each time; else the first type
 * that has enough left, which it keeps.
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
  public boolean servesTypesInOrder() {
    return aware;
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    int[] left = jobs.devices().clone();
    int[] chosen = new int[jobs.size()];
    Arrays.fill(chosen, NONE);
    if (!aware) {
      keep(jobs, left, chosen);
    }
    serve(jobs, left, chosen);
    double[][] shares = new double[chosen.length][left.length];
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] != NONE) {
        shares[job][chosen[job]] = 1;
        kept.put(jobs.numbers()[job], chosen[job]);
      }
    }
    return new Shares(shares);
  }

  private void keep(ActiveJobs jobs, int[] left, int[] chosen) {
    Map<Integer, Integer> before = new HashMap<>(kept);
    kept.clear();
    for (int job = 0; job < chosen.length; job++) {
      chosen[job] = before.getOrDefault(jobs.numbers()[job], NONE);
      if (chosen[job] != NONE) {
        left[chosen[job]] -= jobs.width(job);
      }
    }
  }

  /** Up to the first that finds no devices. */
  private void serve(ActiveJobs jobs, int[] left, int[] chosen) {
    for (int job = 0; job < chosen.length; job++) {
      if (chosen[job] == NONE) {
        chosen[job] = best(jobs, job, left);
        if (chosen[job] == NONE) {
          return;
        }
        left[chosen[job]] -= jobs.width(job);
      }
    }
  }

  private int best(ActiveJobs jobs, int job, int[] left) {
    int best = NONE;
    for (int type = 0; type < left.length; type++) {
      boolean fits = left[type] >= jobs.width(job) && jobs.steps(job, type) > 0;
      boolean isBetter = best == NONE || (aware && jobs.steps(job, type) > jobs.steps(job, best));
      if (fits && isBetter) {
        best = type;
      }
    }
    return best;
  }
}
