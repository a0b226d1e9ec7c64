package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Least attained service as max-min fairness (Narayanan et al., OSDI 2020, section 4.1). Aware of
 * throughputs: the smallest throughput, in units of what the job would have with an equal share of
 * every device, is made as large as can be, then the sum of all. Agnostic: an equal share of every
 * device for everybody.
 */
public final class MaxMinFairness implements SharePolicy {
  private final boolean aware;

  public MaxMinFairness(boolean aware) {
    this.aware = aware;
  }

  @Override
  public String name() {
    return aware ? "LAS, aware" : "LAS, agnostic";
  }

  @Override
  public boolean isHeterogeneityAware() {
    return aware;
  }

  @Override
  public double[][] shares(ActiveJobs jobs) {
    double[][] shares = new double[jobs.size()][];
    if (!aware) {
      Arrays.fill(shares, equalShare(jobs));
      return shares;
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int type : jobs.types()) {
      counts.merge(type, 1, Integer::sum);
    }
    int[] types = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] sizes = counts.values().stream().mapToInt(Integer::intValue).toArray();
    double[][] ofType = new MaxMinShares(sizes, normalised(jobs, types), jobs.devices()).find();
    for (int job = 0; job < shares.length; job++) {
      shares[job] = ofType[Arrays.binarySearch(types, jobs.types()[job])];
    }
    return shares;
  }

  private static double[] equalShare(ActiveJobs jobs) {
    double time = Math.min(1, (double) jobs.devicesInAll() / jobs.size());
    double[] share = new double[jobs.deviceTypes()];
    for (int type = 0; type < share.length; type++) {
      share[type] = time * jobs.devices()[type] / jobs.devicesInAll();
    }
    return share;
  }

  private static double[][] normalised(ActiveJobs jobs, int[] types) {
    double[] equal = equalShare(jobs);
    double[][] normalised = new double[types.length][equal.length];
    for (int row = 0; row < types.length; row++) {
      double isolated = 0;
      for (int type = 0; type < equal.length; type++) {
        isolated += equal[type] * jobs.matrix().steps(types[row], type);
      }
      for (int type = 0; type < equal.length; type++) {
        normalised[row][type] = jobs.matrix().steps(types[row], type) / isolated;
      }
    }
    return normalised;
  }
}
