package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Unions;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** How mixed gangs may be spread over the device types of a union of groups. */
final class MixedSpreads {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final SchedulingPolicy policy;
  private final Pace pace;

  /**
   * Of these jobs.
   *
   * @param policy whose filters may refuse groups
   * @param pace by which the faster device types are told
   */
  MixedSpreads(FleetLayout layout, JobTable jobs, SchedulingPolicy policy, Pace pace) {
    this.layout = layout;
    this.jobs = jobs;
    this.policy = policy;
    this.pace = pace;
  }

  /**
   * Over the two device types on which a job is fastest, over three, and so on, for a gang goes at
   * the pace of the slowest.
   */
  List<List<FleetLayout.PoolSpan>> of(int union, int job) {
    List<FleetLayout.PoolSpan> pools = pools(union, job);
    List<Integer> groups = Arrays.stream(fastestFirst(union, job)).boxed().toList();
    return IntStream.rangeClosed(2, groups.size())
        .mapToObj(n -> groups.subList(0, n))
        .map(fast -> pools.stream().filter(p -> fast.contains(p.group())).toList())
        .toList();
  }

  private List<FleetLayout.PoolSpan> pools(int union, int job) {
    TaskRequest request = jobs.request(job);
    return layout.group(union).poolsFor(request).stream()
        .filter(pool -> policy.admits(layout, layout.group(pool.group()), request))
        .toList();
  }

  /** The groups of a union that a job may use, those first on which it is fastest. */
  int[] fastestFirst(int union, int job) {
    return Unions.groupsOf(pools(union, job))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer group) -> pace.workPerSecond(job, group))
                .reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
