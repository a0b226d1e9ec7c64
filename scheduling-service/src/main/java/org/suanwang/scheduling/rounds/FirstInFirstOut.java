package org.suanwang.scheduling.rounds;

import java.util.HashMap;
import java.util.Map;

/**
 * First in, first out, as the baseline of Narayanan et al., OSDI 2020: jobs in order of arrival,
 * each with devices of its own, as long as the next one's are left. Aware of throughputs, each in
 * its turn gets the type that is fastest for it of those left, anew each time; else the first type
 * that has enough left, which it keeps. Sharing: aware, and who finds none goes beside the job with
 * which it does most, if that is {@link #ENOUGH}.
 */
public final class FirstInFirstOut implements SharePolicy {
  /** What two must do together, in units of one alone, to be put together. */
  private static final double ENOUGH = 1.5;

  private static final int NONE = WholeShares.NONE;

  private final Knowledge knowledge;
  private final Map<Integer, Integer> kept = new HashMap<>();

  /**
   * A policy for one run.
   *
   * @param knowledge what it knows and may do
   */
  public FirstInFirstOut(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String name() {
    return "FIFO, " + knowledge.word();
  }

  @Override
  public boolean servesTypesInOrder() {
    return knowledge.isAware();
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    int[] left = jobs.devices().clone();
    int[] chosen = WholeShares.none(jobs.size());
    int[] hosts = WholeShares.none(jobs.size());
    if (!knowledge.isAware()) {
      keep(jobs, left, chosen);
    }
    serve(jobs, left, chosen, hosts);
    for (int job = 0; job < chosen.length && !knowledge.isAware(); job++) {
      if (chosen[job] != NONE) {
        kept.put(jobs.numbers()[job], chosen[job]);
      }
    }
    return WholeShares.of(jobs, chosen, hosts);
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

  /** Up to the first that finds no devices, and no partner. */
  private void serve(ActiveJobs jobs, int[] left, int[] chosen, int[] hosts) {
    boolean[] isTaken = new boolean[chosen.length];
    for (int job = 0; job < chosen.length; job++) {
      jobs.checkpoint().pass();
      if (chosen[job] == NONE) {
        chosen[job] = best(jobs, job, left);
        if (chosen[job] != NONE) {
          left[chosen[job]] -= jobs.width(job);
        } else if (!goesBeside(jobs, job, chosen, hosts, isTaken)) {
          return;
        }
      }
    }
  }

  /** Finds the host with which a job does most, of those before it that have no other. */
  private boolean goesBeside(
      ActiveJobs jobs, int job, int[] chosen, int[] hosts, boolean[] isTaken) {
    int best = NONE;
    double most = ENOUGH;
    for (int host = 0; host < job && knowledge == Knowledge.SHARING; host++) {
      double together = isTaken[host] ? 0 : jobs.together(host, job, chosen[host]);
      if (together >= most && (best == NONE || together > most)) {
        best = host;
        most = together;
      }
    }
    if (best == NONE) {
      return false;
    }
    hosts[job] = best;
    chosen[job] = chosen[best];
    isTaken[job] = true;
    isTaken[best] = true;
    return true;
  }

  private int best(ActiveJobs jobs, int job, int[] left) {
    int best = NONE;
    for (int type = 0; type < left.length; type++) {
      boolean fits = left[type] >= jobs.width(job) && jobs.steps(job, type) > 0;
      boolean isBetter =
          best == NONE || (knowledge.isAware() && jobs.steps(job, type) > jobs.steps(job, best));
      if (fits && isBetter) {
        best = type;
      }
    }
    return best;
  }
}
