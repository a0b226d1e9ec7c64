package org.suanwang.scheduling.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobData;

/** Links and what jobs say of hubs, for tests. */
public final class Networks {
  private Networks() {}

  /** A line of so many ms and 10⁹ bit/s, without a price. */
  public static Link link(String from, String to, double millis, long gigabitsPerSecond) {
    return new Link(from, to, millis, gigabitsPerSecond * 1000, null);
  }

  /** The same at so many yuan per gigabyte. */
  public static Link priced(Link link, long cnyPerGigabyte) {
    return new Link(
        link.from(),
        link.to(),
        link.roundTripMillis(),
        link.megabitsPerSecond(),
        new LinkPrice(cnyPerGigabyte * 1_000_000, "test"));
  }

  /** The same job, to run at most so far from a hub. */
  public static Job near(Job job, String from, double millisMax) {
    return with(job, new HubTerms(new LatencyBound(from, millisMax), null));
  }

  /** The same job with so many gigabytes of data that may be anywhere. */
  public static Job reads(Job job, String id, String hub, long gigabytes) {
    return reads(job, id, hub, gigabytes, null);
  }

  /** The same with data that may be in these hubs beside its own. */
  public static Job reads(
      Job job, String id, String hub, long gigabytes, @Nullable List<String> residency) {
    return with(job, new HubTerms(null, new JobData(id, hub, gigabytes * 1000, residency)));
  }

  /** The same job that says this of hubs. */
  public static Job with(Job job, HubTerms terms) {
    return new Job(
        job.id(),
        job.jobClass(),
        job.region(),
        job.regionRequired(),
        job.tasks(),
        job.request().withTerms(job.request().terms().withHubs(terms)),
        job.submitSeconds(),
        job.work(),
        job.terms());
  }
}
