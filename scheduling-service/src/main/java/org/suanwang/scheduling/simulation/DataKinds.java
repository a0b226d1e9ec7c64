package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Which jobs with data are of one kind: if their data is in the same hubs, whatever lets one start
 * somewhere lets the others. They ask for the same, and their data has the same home and may be in
 * the same hubs; where queues are looked at they are of one tenant. What is planned for nodes may
 * depend on how long each runs: then no two are of one kind.
 */
final class DataKinds {
  /** Stands for a job that is compared with others of its own kind only. */
  static final int APART = -1;

  private static final int ANY = -1;

  private final JobTable jobs;
  private final boolean areAllApart;
  private final boolean areTenantsApart;
  private final int[] requests;
  private final int[] kinds;
  private final Map<Kind, Integer> known = new HashMap<>();

  private record Kind(
      int request,
      int tasks,
      int tasksMin,
      @Nullable String region,
      boolean isRegionRequired,
      int tenant,
      int job) {}

  DataKinds(Simulation run) {
    jobs = run.input().jobs();
    areAllApart = run.plans().isGated();
    areTenantsApart = run.input().looksAtQueues();
    requests = requests(jobs.distinctRequests());
    kinds = new int[jobs.size()];
    Arrays.fill(kinds, ANY);
  }

  private static int[] requests(List<TaskRequest> all) {
    Map<TaskRequest, Integer> alike = new HashMap<>();
    return all.stream()
        .mapToInt(r -> alike.computeIfAbsent(ofAnyData(r), a -> alike.size()))
        .toArray();
  }

  /** The same request of other data with the same home and residency. */
  private static TaskRequest ofAnyData(TaskRequest request) {
    HubTerms hubs = request.terms().hubs();
    JobData data = hubs.data();
    if (data == null) {
      return request;
    }
    JobData any = new JobData("", data.hub(), 1, data.residency());
    return request.withTerms(request.terms().withHubs(new HubTerms(hubs.latency(), any)));
  }

  /** The number of a job's kind. */
  int of(int job) {
    if (kinds[job] == ANY) {
      Kind kind =
          new Kind(
              requests[jobs.requestIndex(job)],
              jobs.tasks(job),
              jobs.tasksMin(job),
              jobs.region(job),
              jobs.regionRequired(job),
              areTenantsApart ? jobs.tenantIndex(job) : ANY,
              areAllApart ? job : ANY);
      kinds[job] = known.computeIfAbsent(kind, k -> known.size());
    }
    return kinds[job];
  }

  /**
   * The number of what each task of a job asks for: of those with the same, one with more tasks
   * finds no room where one with fewer finds none. {@link #APART} where that need not hold.
   */
  int ofTasks(int job) {
    return areAllApart || areTenantsApart || jobs.regionRequired(job)
        ? APART
        : requests[jobs.requestIndex(job)];
  }

  /** Whether what holds for a kind may change with time alone. */
  boolean changeWithTime() {
    return areAllApart;
  }
}
