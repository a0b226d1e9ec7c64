package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The requests that are usual, each with its share of all: what a cluster has to be ready for (Weng
 * et al., "Beware of Fragmentation", USENIX ATC 2023, section 3).
 *
 * @param requests the usual ones, the most frequent first
 * @param shares of each, adding up to 1
 */
public record TaskMix(List<TaskRequest> requests, List<Double> shares) {
  public TaskMix {
    requests = List.copyOf(requests);
    shares = List.copyOf(shares);
    if (requests.size() != shares.size()) {
      throw new IllegalArgumentException("as many shares as requests");
    }
  }

  /** A request without what does not matter here, and how often it comes. */
  private record Counted(TaskRequest request, long tasks) {}

  /**
   * The most frequent requests of a workload that together make up {@code coverage} of its tasks.
   *
   * @param coverage more than 0, at most 1; the study takes 0.95
   */
  public static TaskMix typical(JobTable jobs, double coverage) {
    return covering(jobs, coverage, Integer.MAX_VALUE).mix();
  }

  /**
   * Some usual requests, and how much of a workload they are.
   *
   * @param mix the requests
   * @param coverage share of all tasks that have one of them
   */
  public record Covering(TaskMix mix, double coverage) {}

  /**
   * The same, but not more requests than so many; then they cover less.
   *
   * @param coverage more than 0, at most 1
   * @param requestsMax at least 1
   */
  public static Covering covering(JobTable jobs, double coverage, int requestsMax) {
    if (!(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException("coverage must be above 0 and at most 1: " + coverage);
    }
    List<Counted> counted = count(jobs);
    long all = counted.stream().mapToLong(Counted::tasks).sum();
    long taken = 0;
    int size = 0;
    while (size < Math.min(counted.size(), requestsMax) && taken < coverage * all) {
      taken += counted.get(size++).tasks();
    }
    List<Counted> typical = counted.subList(0, size);
    double whole = taken;
    var mix =
        new TaskMix(
            typical.stream().map(Counted::request).toList(),
            typical.stream().map(c -> c.tasks() / whole).toList());
    return new Covering(mix, all == 0 ? 1 : whole / all);
  }

  /** Host memory does not tell requests apart: the measure does not look at it. */
  private static List<Counted> count(JobTable jobs) {
    Map<TaskRequest, Long> tasks = new LinkedHashMap<>();
    for (int job = 0; job < jobs.size(); job++) {
      TaskRequest r = jobs.request(job);
      var key =
          new TaskRequest(r.devices(), r.deviceMilli(), r.cpuMilli(), 0, r.deviceTypes(), null);
      tasks.merge(key, (long) jobs.tasks(job), Long::sum);
    }
    List<Counted> counted = new ArrayList<>();
    tasks.forEach((request, count) -> counted.add(new Counted(request, count)));
    counted.sort(Comparator.comparingLong(Counted::tasks).reversed());
    return counted;
  }
}
