package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tells of device types that jobs name and the fleet does not have. A workload may serve several
 * fleets, so they are no error; but nobody may take such a job for one that had the choice, or
 * whose run time was worked out.
 */
final class JobTypes {
  private final Set<String> ofFleet = new HashSet<>();
  private final Set<String> withPeaks = new HashSet<>();
  private final Set<List<String>> measured = new HashSet<>();
  private final JobTable jobs;

  private JobTypes(ThroughputRule rule, Fleet fleet, JobTable jobs) {
    this.jobs = jobs;
    fleet.deviceTypes().stream().map(DeviceType::id).forEach(ofFleet::add);
    rule.referenceDevices().stream().map(DeviceType::id).forEach(withPeaks::add);
    rule.rows().forEach(r -> measured.add(List.of(r.jobClass(), r.deviceType())));
  }

  /** One sentence for types of which the fleet has none, one for work that nobody can convert. */
  static List<String> told(ThroughputRule rule, Fleet fleet, JobTable jobs) {
    return new JobTypes(rule, fleet, jobs).told();
  }

  private List<String> told() {
    Tally absent = new Tally();
    Tally unconverted = new Tally();
    for (int job = 0; job < jobs.size(); job++) {
      TaskRequest request = jobs.request(job);
      if (request.needsDevices()) {
        absent.add(firstAbsent(request), job);
        unconverted.add(unknownReference(request, job), job);
      }
    }
    List<String> told = new ArrayList<>();
    absent.tell(
        "%d jobs name device types that the fleet does not have, as %s (job %s): they could run"
            + " only on the others that they name",
        told);
    unconverted.tell(
        "%d jobs were timed on a device type of which neither the fleet nor throughput tells"
            + " anything, as %s (job %s): on every type they took as long as on that one; give its"
            + " peak in throughput.referenceDevices",
        told);
    return told;
  }

  private @Nullable String firstAbsent(TaskRequest request) {
    for (String type : request.deviceTypes()) {
      if (!ofFleet.contains(type)) {
        return type;
      }
    }
    return null;
  }

  private @Nullable String unknownReference(TaskRequest request, int job) {
    String type = request.referenceDevice();
    boolean isKnown =
        type == null
            || ofFleet.contains(type)
            || withPeaks.contains(type)
            || measured.contains(List.of(jobs.jobClass(job), type));
    return isKnown ? null : type;
  }

  /** How many jobs name such a type, and which the first is. */
  private final class Tally {
    private int count;
    private int first;
    private String type = "";

    void add(@Nullable String named, int job) {
      if (named != null) {
        if (count == 0) {
          first = job;
          type = named;
        }
        count++;
      }
    }

    void tell(String sentence, List<String> told) {
      if (count > 0) {
        told.add(sentence.formatted(count, type, jobs.id(first)));
      }
    }
  }
}
