package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.suanwang.scheduling.workload.Draws;

/**
 * Like Gandiva (Xiao et al., OSDI 2018), as Narayanan et al., OSDI 2020, compare with it: an equal
 * share of every device for everybody, agnostic of throughputs; when there are more jobs than
 * devices, jobs are put together two by two at random, and a pair stays together until one ends if
 * it was found to be good.
 */
public final class Gandiva implements SharePolicy {
  /** What pairs reach in sum over the device types, in units of a job alone, to stay. */
  private static final double GOOD = 1;

  private final SplittableRandom random;
  private final Map<Integer, Integer> partners = new HashMap<>();

  /**
   * A policy for one run.
   *
   * @param seed of the pairs
   */
  public Gandiva(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public String name() {
    return "Gandiva";
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    int[] partnerOf = goodPartners(jobs);
    int wanted = 0;
    for (int width : jobs.widths()) {
      wanted += width;
    }
    if (wanted <= jobs.devicesInAll()) {
      remember(jobs, partnerOf);
      return equal(jobs, alone(jobs.size()));
    }
    pair(jobs, partnerOf);
    remember(jobs, partnerOf);
    return equal(jobs, partnerOf);
  }

  /** Each job's partner of before, itself if there is none any more. */
  private int[] goodPartners(ActiveJobs jobs) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int job = 0; job < jobs.size(); job++) {
      places.put(jobs.numbers()[job], job);
    }
    int[] partnerOf = alone(jobs.size());
    for (int job = 0; job < partnerOf.length; job++) {
      Integer partner = partners.get(jobs.numbers()[job]);
      Integer place = partner == null ? null : places.get(partner);
      if (place != null && together(jobs, job, place) >= GOOD) {
        partnerOf[job] = place;
      }
    }
    return partnerOf;
  }

  private static double together(ActiveJobs jobs, int first, int second) {
    int one = jobs.types()[first];
    int other = jobs.types()[second];
    double sum = 0;
    for (int type = 0; type < jobs.deviceTypes(); type++) {
      if (jobs.steps(first, type) == 0 || jobs.steps(second, type) == 0) {
        continue;
      }
      if (!jobs.matrix().canShare(one, other, type)) {
        return 0;
      }
      sum += jobs.matrix().together(one, other, type);
    }
    return sum;
  }

  private static boolean mayShare(ActiveJobs jobs, int first, int second) {
    for (int type = 0; type < jobs.deviceTypes(); type++) {
      if (jobs.matrix().canShare(jobs.types()[first], jobs.types()[second], type)) {
        return true;
      }
    }
    return false;
  }

  /** As many tries as there are jobs without a partner. */
  private void pair(ActiveJobs jobs, int[] partnerOf) {
    List<Integer> single = new ArrayList<>();
    for (int job = 0; job < partnerOf.length; job++) {
      if (partnerOf[job] == job) {
        single.add(job);
      }
    }
    int tries = single.size();
    for (int i = 0; i < tries && single.size() > 1; i++) {
      int one = Draws.index(random, single.size());
      int other = (one + 1 + Draws.index(random, single.size() - 1)) % single.size();
      int first = single.get(one);
      int second = single.get(other);
      if (mayShare(jobs, first, second)) {
        partnerOf[first] = second;
        partnerOf[second] = first;
        single.remove(/* index */ Math.max(one, other));
        single.remove(/* index */ Math.min(one, other));
      }
    }
  }

  private void remember(ActiveJobs jobs, int[] partnerOf) {
    partners.clear();
    for (int job = 0; job < partnerOf.length; job++) {
      if (partnerOf[job] != job) {
        partners.put(jobs.numbers()[job], jobs.numbers()[partnerOf[job]]);
      }
    }
  }

  private static int[] alone(int jobs) {
    int[] partnerOf = new int[jobs];
    for (int job = 0; job < jobs; job++) {
      partnerOf[job] = job;
    }
    return partnerOf;
  }

  /** Equal parts of the devices for all jobs and pairs, but no more than all of their time. */
  private static Shares equal(ActiveJobs jobs, int[] partnerOf) {
    int parts = 0;
    for (int job = 0; job < partnerOf.length; job++) {
      parts += partnerOf[job] >= job ? 1 : 0;
    }
    double[] times = new double[partnerOf.length];
    for (int job = 0; job < times.length; job++) {
      times[job] = Math.min(1, (double) jobs.devicesInAll() / parts / jobs.width(job));
    }
    double[][] spread = EqualShares.spread(times, jobs);
    List<Shares.Pair> pairs = new ArrayList<>();
    for (int job = 0; job < times.length; job++) {
      if (partnerOf[job] > job) {
        pairs.add(new Shares.Pair(job, partnerOf[job], spread[job]));
      }
      if (partnerOf[job] != job) {
        spread[job] = new double[jobs.deviceTypes()];
      }
    }
    return new Shares(spread, pairs);
  }
}
