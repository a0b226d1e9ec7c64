package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A matcher of our own: in each round the jobs are matched with the devices so that all together do
 * most, in units of what each would do with an equal share of every device (as in Narayanan et al.,
 * OSDI 2020, 4.1, where the smallest is to be large); of those that do much the same the shorter
 * comes first (shortest remaining processing time, Schrage 1968). Sharing: who finds no devices
 * goes beside the job with which most is won.
 *
 * <p>It is not fair: a job that is good nowhere waits while others are.
 */
public final class ThroughputMatching implements SharePolicy {
  private static final int NONE = WholeShares.NONE;

  /**
   * Worth goes with what is left to the power of minus this: a job a thousand times as long counts
   * for 13 % less. With more, all devices go to the short, also where they do little.
   */
  private static final double URGENCY = 0.02;

  private final Knowledge knowledge;

  /**
   * A policy.
   *
   * @param knowledge {@link Knowledge#AWARE} or {@link Knowledge#SHARING}
   */
  public ThroughputMatching(Knowledge knowledge) {
    if (!knowledge.isAware()) {
      throw new IllegalArgumentException("who knows no throughputs has nothing to match by");
    }
    this.knowledge = knowledge;
  }

  @Override
  public String name() {
    return "matching, " + knowledge.word();
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }

  @Override
  public double findingSecondsMin(double roundSeconds) {
    return roundSeconds;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    double[][] worth = worth(jobs);
    int[] typeOf = match(jobs, worth);
    int[] hostOf = WholeShares.none(typeOf.length);
    if (knowledge == Knowledge.SHARING) {
      pair(jobs, worth, typeOf, hostOf);
    }
    return WholeShares.of(jobs, typeOf, hostOf);
  }

  /** Of a device of each type to each job. */
  private static double[][] worth(ActiveJobs jobs) {
    double[][] worth = new double[jobs.size()][jobs.deviceTypes()];
    for (int job = 0; job < worth.length; job++) {
      double seconds = Math.max(1, jobs.stepsLeft()[job] / jobs.fastest(job));
      double unit = jobs.withEqualShare(jobs.types()[job]) * Math.pow(seconds, URGENCY);
      for (int type = 0; type < worth[job].length; type++) {
        boolean fits = jobs.devices()[type] >= jobs.width(job);
        worth[job][type] = fits ? jobs.steps(job, type) / unit : 0;
      }
    }
    return worth;
  }

  /** The type of each job's devices. Where the best cuts a job in parts others come before it. */
  private static int[] match(ActiveJobs jobs, double[][] worth) {
    int[] widths = jobs.widths();
    int[] left = jobs.devices().clone();
    int[] typeOf = WholeShares.none(widths.length);
    int[][] given = TransportMatching.mostWorth(worth, widths, left, jobs.checkpoint());
    for (int job = 0; job < typeOf.length; job++) {
      for (int type = 0; type < left.length; type++) {
        if (given[job][type] == widths[job]) {
          typeOf[job] = type;
          left[type] -= widths[job];
        }
      }
    }
    for (int type = 0; type < left.length; type++) {
      fill(type, left, worth, widths, typeOf);
    }
    return typeOf;
  }

  private static void fill(int type, int[] left, double[][] worth, int[] widths, int[] typeOf) {
    IntStream.range(0, typeOf.length)
        .filter(job -> typeOf[job] == NONE && widths[job] <= left[type] && worth[job][type] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer job) -> -worth[job][type]))
        .forEach(
            job -> {
              if (widths[job] <= left[type]) {
                typeOf[job] = type;
                left[type] -= widths[job];
              }
            });
  }

  /** A job that has no devices beside one that has, and what is won by it. */
  private record Offer(int guest, int host, double won) {}

  private static void pair(ActiveJobs jobs, double[][] worth, int[] typeOf, int[] hostOf) {
    List<Offer> offers = offers(jobs, worth, typeOf);
    offers.sort(Comparator.comparingDouble(Offer::won).reversed());
    boolean[] isTaken = new boolean[typeOf.length];
    for (Offer offer : offers) {
      if (!isTaken[offer.guest()] && !isTaken[offer.host()]) {
        isTaken[offer.guest()] = true;
        isTaken[offer.host()] = true;
        hostOf[offer.guest()] = offer.host();
      }
    }
  }

  private static List<Offer> offers(ActiveJobs jobs, double[][] worth, int[] typeOf) {
    List<Offer> offers = new ArrayList<>();
    for (int guest = 0; guest < typeOf.length; guest++) {
      jobs.checkpoint().pass();
      for (int host = 0; host < typeOf.length && typeOf[guest] == NONE; host++) {
        double won = typeOf[host] == NONE ? 0 : won(jobs, worth, guest, host, typeOf[host]);
        if (won > 0) {
          offers.add(new Offer(guest, host, won));
        }
      }
    }
    return offers;
  }

  private static double won(ActiveJobs jobs, double[][] worth, int guest, int host, int type) {
    double guestKeeps = jobs.keptBeside(guest, host, type);
    double hostKeeps = jobs.keptBeside(host, guest, type);
    return jobs.width(host)
        * (guestKeeps * worth[guest][type] - (1 - hostKeeps) * worth[host][type]);
  }
}
