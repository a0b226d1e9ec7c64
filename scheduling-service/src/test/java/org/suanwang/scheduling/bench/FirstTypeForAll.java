package org.suanwang.scheduling.bench;

import org.suanwang.scheduling.rounds.ActiveJobs;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.Shares;

/**
 * All of the time of all jobs on devices of the first type, in turns, and nobody on the others:
 * what became of first in, first out in the static runs of Narayanan et al., OSDI 2020, whose code
 * puts a job on the V100 that is wider than what is left of them, and all that come after it.
 */
final class FirstTypeForAll implements SharePolicy {
  @Override
  public String name() {
    return "V100 for all";
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    double[][] shares = new double[jobs.size()][jobs.devices().length];
    for (double[] share : shares) {
      share[0] = 1;
    }
    return new Shares(shares);
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }
}
