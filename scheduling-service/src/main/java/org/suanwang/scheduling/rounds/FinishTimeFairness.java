package org.suanwang.scheduling.rounds;

import java.util.HashMap;
import java.util.Map;

/**
 * Finish-time fairness (Mahajan et al., "Themis", NSDI 2020, as put by Narayanan et al., OSDI 2020,
 * section 4.2): the largest ratio of the time in which a job will have ended to the time in which
 * it would have with an equal share of every device is made as small as can be; jobs that their
 * fastest devices keep from more get those for good and the others go on. Agnostic: as if all
 * devices were as fast as the first type. Sharing: aware, and two jobs may be on the devices of one
 * ({@link SharingThroughputs}).
 */
public final class FinishTimeFairness implements SharePolicy {
  /** How near the ratio comes to the smallest where two may share devices, as a part of it. */
  private static final double SHARING_PRECISION = 1e-2;

  private final Knowledge knowledge;
  private Map<Integer, Isolated> isolated = new HashMap<>();

  /**
   * A job by itself with an equal share of every device.
   *
   * @param seconds that it would have needed for the steps that it has done
   * @param stepsLeft it had when shares were found last
   * @param stepsPerSecond it would have done since
   */
  private record Isolated(double seconds, double stepsLeft, double stepsPerSecond) {
    double secondsAt(double nowLeft) {
      return seconds + (stepsLeft - nowLeft) / stepsPerSecond;
    }
  }

  /**
   * A policy for one run.
   *
   * @param knowledge what it knows and may do
   */
  public FinishTimeFairness(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String name() {
    return "FTF, " + knowledge.word();
  }

  @Override
  public boolean servesTypesInOrder() {
    return knowledge.isAware();
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    double[] total = isolatedSeconds(jobs);
    return switch (knowledge) {
      case AGNOSTIC -> agnostic(jobs, total);
      case AWARE -> {
        var problem = RequiredThroughputs.of(jobs);
        double[] fastest = fastest(jobs);
        yield new Shares(find(jobs, problem, LeastLevel.PRECISION, total, fastest));
      }
      case SHARING ->
          find(jobs, new SharingThroughputs(jobs), SHARING_PRECISION, total, fastest(jobs));
    };
  }

  private static double[] fastest(ActiveJobs jobs) {
    double[] fastest = new double[jobs.size()];
    for (int job = 0; job < fastest.length; job++) {
      fastest[job] = jobs.fastest(job);
    }
    return fastest;
  }

  private static Shares agnostic(ActiveJobs jobs, double[] total) {
    double[][] speeds = new double[total.length][1];
    double[] supposed = new double[total.length];
    for (int job = 0; job < supposed.length; job++) {
      supposed[job] = jobs.supposed(job);
      speeds[job][0] = supposed[job];
    }
    int[] pool = {jobs.devicesInAll()};
    var problem = new RequiredThroughputs(speeds, jobs.widths(), pool, jobs.checkpoint());
    double[][] times = find(jobs, problem, LeastLevel.PRECISION, total, supposed);
    double[] flat = new double[times.length];
    for (int job = 0; job < flat.length; job++) {
      flat[job] = times[job][0];
    }
    return new Shares(EqualShares.spread(flat, jobs));
  }

  private static <T> T find(
      ActiveJobs jobs,
      LeastLevel.Problem<T> problem,
      double precision,
      double[] total,
      double[] fastest) {
    double worst = 0;
    for (int job = 0; job < total.length; job++) {
      worst = Math.max(worst, (jobs.ages()[job] + total[job]) / total[job]);
    }
    return LeastLevel.find(
            problem, 0, worst, precision, ratio -> required(jobs, total, fastest, ratio))
        .shares();
  }

  private static double[] required(
      ActiveJobs jobs, double[] total, double[] fastest, double ratio) {
    double[] required = new double[total.length];
    for (int job = 0; job < required.length; job++) {
      double secondsLeft = ratio * total[job] - jobs.ages()[job];
      required[job] =
          secondsLeft <= 0
              ? fastest[job]
              : Math.min(fastest[job], jobs.stepsLeft()[job] / secondsLeft);
    }
    return required;
  }

  /** From arrival to end of each job by itself. */
  private double[] isolatedSeconds(ActiveJobs jobs) {
    double[][] equal = EqualShares.of(jobs);
    double[] total = new double[jobs.size()];
    Map<Integer, Isolated> now = new HashMap<>();
    for (int job = 0; job < total.length; job++) {
      double speed = 0;
      for (int type = 0; type < jobs.deviceTypes(); type++) {
        speed +=
            equal[job][type] * (knowledge.isAware() ? jobs.steps(job, type) : jobs.supposed(job));
      }
      double left = jobs.stepsLeft()[job];
      Isolated before = isolated.get(jobs.numbers()[job]);
      double seconds = before == null ? 0 : Math.max(0, before.secondsAt(left));
      now.put(jobs.numbers()[job], new Isolated(seconds, left, speed));
      total[job] = seconds + left / speed;
    }
    isolated = now;
    return total;
  }
}
