package org.suanwang.scheduling.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.workload.TaskRequest;

/** What nodes of one sort have of a resource, for jobs that run on no other nodes. */
final class Supply {
  private static final double ELSEWHERE = -1;

  private final String name;
  private final @Nullable String deviceType;
  private final double perSecond;
  private final double[] needs;

  private Supply(Resource resource, Sort sort, double perSecond, List<TaskRequest> requests) {
    name = resource.label() + sort.suffix;
    deviceType = sort.deviceType;
    this.perSecond = perSecond;
    needs =
        requests.stream()
            .mapToDouble(r -> sort.requests.test(r) ? resource.of(r) : ELSEWHERE)
            .toArray();
  }

  /** What a bound is called that comes of it. */
  String name() {
    return name;
  }

  /**
   * The type, where it is of the nodes with devices of one type; supplies of different types share
   * no jobs.
   */
  @Nullable String deviceType() {
    return deviceType;
  }

  /** How much there is, of devices what they do in a second; more than 0. */
  double perSecond() {
    return perSecond;
  }

  /** Whether jobs with a request run on no other nodes. */
  boolean isFor(int request) {
    return needs[request] >= 0;
  }

  /** What a task needs, of a request that it is for. */
  double need(int request) {
    return needs[request];
  }

  /**
   * All that may bind: devices, and what else is short for some request before devices are.
   *
   * @param mostTogether how much more devices do at most, where two jobs share them
   */
  static List<Supply> of(FleetLayout layout, List<TaskRequest> requests, double mostTogether) {
    List<Supply> supplies = new ArrayList<>();
    for (Sort sort : sorts(layout)) {
      List<PoolSpan> pools = layout.pools().stream().filter(sort.pools).toList();
      double devices = Resource.DEVICES.of(pools) * mostTogether;
      Supply ofDevices = new Supply(Resource.DEVICES, sort, devices, requests);
      if (devices > 0 && sort.countsDevices) {
        supplies.add(ofDevices);
      }
      for (Resource resource : List.of(Resource.CPU, Resource.MEMORY)) {
        Supply supply = new Supply(resource, sort, resource.of(pools), requests);
        if (supply.perSecond > 0 && supply.mayBindBefore(ofDevices)) {
          supplies.add(supply);
        }
      }
    }
    return supplies;
  }

  private boolean mayBindBefore(Supply devices) {
    return perSecond < Double.POSITIVE_INFINITY
        && IntStream.range(0, needs.length).anyMatch(i -> mayBindBefore(devices, i));
  }

  private boolean mayBindBefore(Supply devices, int request) {
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
