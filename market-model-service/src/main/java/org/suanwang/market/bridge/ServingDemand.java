package org.suanwang.market.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The demand of the devices that serve. A fleet that serves is no gang: it is many replicas of a
 * served model, each on devices of one node. They are sent as jobs of as few replicas as the limit
 * on jobs allows; the replicas of one job start together.
 */
public final class ServingDemand {
  /** What kind of work it is. */
  public static final String JOB_CLASS = "inference-serving";

  private ServingDemand() {}

  /**
   * How the fleet is cut into jobs.
   *
   * @param replicaDevices devices of one replica
   * @param jobsMax the most jobs
   */
  public record Cut(long replicaDevices, int jobsMax) {
    /** A replica on a node of a common size, and as many jobs as a list still shows. */
    public static final Cut USUAL = new Cut(8, 1000);

    /** The replicas that hold so many devices. */
    long replicas(long devices) {
      return Math.ceilDiv(devices, replicaDevices);
    }
  }

  /**
   * Deals the replicas out to jobs as evenly as whole replicas go, and the jobs to the regions in
   * turn; all start at once.
   *
   * @param regions at least one
   */
  static ClassDemand of(
      ServingNeed need, Conversion conversion, Instant submitAt, List<String> regions, Cut cut) {
    Equivalence equivalence = conversion.equivalence();
    long replicas = cut.replicas(equivalence.toCount());
    int count = jobs(replicas, regions.size(), cut.jobsMax());
    var jobs = new ArrayList<DemandJob>();
    for (int i = 0; i < count; i++) {
      jobs.add(
          new DemandJob(
              String.format(Locale.ROOT, "serving-%05d", i + 1),
              JOB_CLASS,
              regions.get(i % regions.size()),
              replicas / count + (i < replicas % count ? 1 : 0),
              cut.replicaDevices(),
              need.time(),
              submitAt));
    }
    return new ClassDemand(
        JOB_CLASS,
        Hours.of(need.devicesInAll(), need.time()),
        Hours.of(BigFraction.of(need.devices()), need.time()),
        hours(equivalence.toCountLow(), need, cut),
        hours(equivalence.toCountHigh(), need, cut),
        conversion,
        jobs,
        MonthRow.of(jobs));
  }

  /** A job each if they are not too many; else as many for each region, if there are so many. */
  private static int jobs(long replicas, int regions, int most) {
    if (replicas <= most) {
      return (int) replicas;
    }
    return most >= regions ? most - most % regions : most;
  }

  private static BigFraction hours(long devices, ServingNeed need, Cut cut) {
    long whole = cut.replicas(devices) * cut.replicaDevices();
    return Hours.of(BigFraction.of(whole), need.time());
  }
}
