package org.suanwang.scheduling.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** What nodes of one sort have of a resource, for jobs that run on no other nodes. */
final class NodeSupply implements Supply {
  private static final double ELSEWHERE = -1;

  private final JobTable jobs;
  private final String name;
  private final @Nullable String deviceType;
  private final double perSecond;
  private final double[] needs;

  private NodeSupply(Resource resource, Sort sort, double perSecond, JobTable jobs) {
    this.jobs = jobs;
    name = resource.label() + sort.suffix;
    deviceType = sort.deviceType;
    this.perSecond = perSecond;
    needs =
        jobs.distinctRequests().stream()
            .mapToDouble(r -> sort.requests.test(r) ? resource.of(r) : ELSEWHERE)
            .toArray();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String deviceType() {
    return deviceType;
  }

  @Override
  public double perSecond() {
    return perSecond;
  }

  @Override
  public boolean isFor(int job) {
    return needs[jobs.requestIndex(job)] >= 0;
  }

  @Override
  public double work(int job, long runSeconds) {
    return needs[jobs.requestIndex(job)] * jobs.tasks(job) * runSeconds;
  }

  /**
   * All that may bind: devices, and what else is short for some request before devices are.
   *
   * @param mostTogether how much more devices do at most, where two jobs share them
   */
  static List<Supply> of(FleetLayout layout, JobTable jobs, double mostTogether) {
    List<Supply> supplies = new ArrayList<>();
    for (Sort sort : sorts(layout)) {
      List<PoolSpan> pools = layout.pools().stream().filter(sort.pools).toList();
      double devices = Resource.DEVICES.of(pools) * mostTogether;
      NodeSupply ofDevices = new NodeSupply(Resource.DEVICES, sort, devices, jobs);
      if (devices > 0 && sort.countsDevices) {
        supplies.add(ofDevices);
      }
      for (Resource resource : List.of(Resource.CPU, Resource.MEMORY)) {
        NodeSupply supply = new NodeSupply(resource, sort, resource.of(pools), jobs);
        if (supply.perSecond > 0 && supply.mayBindBefore(ofDevices)) {
          supplies.add(supply);
        }
      }
    }
    return List.copyOf(supplies);
  }

  private boolean mayBindBefore(NodeSupply devices) {
    return perSecond < Double.POSITIVE_INFINITY
        && IntStream.range(0, needs.length).anyMatch(i -> mayBindBefore(devices, i));
  }

  private boolean mayBindBefore(NodeSupply devices, int request) {
    double need = needs[request];
    return need > 0 && need * devices.perSecond >= devices.needs[request] * perSecond;
  }

  private static List<Sort> sorts(FleetLayout layout) {
    List<Sort> sorts = new ArrayList<>();
    sorts.add(new Sort("", null, true, pool -> true, request -> true));
    sorts.add(
        new Sort(
            " of nodes with devices",
            null,
            false,
            pool -> pool.pool().deviceType() != null,
            TaskRequest::needsDevices));
    for (DeviceType type : layout.fleet().deviceTypes()) {
      sorts.add(
          new Sort(
              " of " + type.id(),
              type.id(),
              true,
              pool -> type.id().equals(pool.pool().deviceType()),
              request -> request.deviceTypes().equals(List.of(type.id()))));
    }
    return sorts;
  }

  /** Nodes, and the jobs that run on no others. */
  private record Sort(
      String suffix,
      @Nullable String deviceType,
      boolean countsDevices,
      Predicate<PoolSpan> pools,
      Predicate<TaskRequest> requests) {}
}
