package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.testing.Networks;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A drawn fleet and jobs for it: two of three pairs of hubs have a link; half of the jobs read one
 * of a few data, some are bound to be near a hub.
 */
public record RandomData(Fleet fleet, JobTable jobs) {
  /** So many jobs drawn from a seed; of some seeds with jobs that leave, of some with elastic. */
  public static RandomData of(int seed, int count) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(count));
    if (seed % 4 == 1) {
      jobs = draw.drawLeaving(jobs);
    }
    if (seed % 4 == 2) {
      jobs = draw.drawElastic(jobs);
    }
    SplittableRandom random = new SplittableRandom(seed ^ 0x7777_7777L);
    Fleet linked = fleet.withLinks(links(fleet, random));
    List<JobData> data = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      List<String> residency = random.nextInt(4) == 0 ? List.of("hub-1") : null;
      data.add(new JobData("d" + i, "hub-" + random.nextInt(3), 1 + random.nextInt(99), residency));
    }
    JobTable.Builder all = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      JobData read = random.nextBoolean() ? data.get(random.nextInt(data.size())) : null;
      LatencyBound near =
          random.nextInt(5) == 0
              ? new LatencyBound("hub-" + random.nextInt(3), random.nextInt(30))
              : null;
      all.add(Networks.with(job, new HubTerms(near, read)));
    }
    return new RandomData(linked, all.build());
  }

  private static List<Link> links(Fleet fleet, SplittableRandom random) {
    List<Link> links = new ArrayList<>();
    for (int to = 1; to < fleet.hubs().size(); to++) {
      for (int from = 0; from < to; from++) {
        if (random.nextInt(3) > 0) {
          String one = fleet.hubs().get(from).id();
          String other = fleet.hubs().get(to).id();
          links.add(new Link(one, other, 1 + random.nextInt(30), 1 + random.nextInt(40), null));
        }
      }
    }
    return links;
  }
}
