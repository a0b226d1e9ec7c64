package org.suanwang.scheduling.experiment;

import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;

/** Says of jobs that they can never start because of the hubs in which they may. */
final class HubObstacle {
  private HubObstacle() {}

  static boolean isOne(Decision.Wait obstacle) {
    return obstacle.reason() == WaitReason.LATENCY_TOO_HIGH
        || obstacle.reason() == WaitReason.DATA_OUT_OF_REACH;
  }

  static Violation violation(JobTable jobs, int job, Decision.Wait obstacle, FleetLayout layout) {
    HubTerms terms = jobs.request(job).terms().hubs();
    int hub = layout.group(obstacle.closestGroup()).hub();
    String name = layout.fleet().hubs().get(hub).id();
    LatencyBound latency = terms.latency();
    JobData data = terms.data();
    String rule = obstacle.reason() + ": " + obstacle.reason().meaning();
    String field = "jobs[id=" + jobs.id(job) + "]";
    if (obstacle.reason() == WaitReason.LATENCY_TOO_HIGH && latency != null) {
      return new Violation(
          field + ".latency",
          "%s ms from %s".formatted(latency.roundTripMillisMax(), latency.from()),
          rule + "; to " + name + " " + roundTrip(layout.links(), latency.from(), hub),
          "raise roundTripMillisMax, add a link to the fleet, or set onNeverFits to SKIP");
    }
    return new Violation(
        field + ".data",
        data == null ? "" : data.id() + " in " + data.hub(),
        rule + "; one that could is " + name,
        "add a link from the data's hub to the fleet, widen its residency, or set onNeverFits to"
            + " SKIP");
  }

  private static String roundTrip(Links links, String from, int to) {
    if (links.hub(from) == Links.UNKNOWN) {
      return "it is not known: " + from + " is no hub of the fleet";
    }
    Link link = links.find(links.hub(from), to);
    return link == null ? "no link is stated" : "it takes " + link.roundTripMillis() + " ms";
  }
}
