package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.RoomyNodes;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Says why a gang that could start on an empty fleet cannot start now: it asks, from the coarsest
 * to the finest count, how many tasks each group would take, and names the first count that is too
 * small everywhere, with the group that comes closest. Where a count is large enough, it may end.
 */
final class WaitExplanation {
  private final ClusterState state;
  private final RoomyNodes rooms;
  private final NodeGate gate;
  private final int job;
  private final TaskRequest request;
  private final int tasks;
  private int[] groups;

  WaitExplanation(
      ClusterState state, RoomyNodes rooms, NodeGate gate, JobTable jobs, int job, int[] groups) {
    this.state = state;
    this.rooms = rooms;
    this.gate = gate;
    this.job = job;
    this.request = jobs.request(job);
    this.tasks = jobs.tasksMin(job);
    this.groups = groups;
  }

  Decision.Wait explain() {
    Decision.Wait wait = shortBy(WaitReason.INSUFFICIENT_DEVICES, this::byFreeCapacity);
    if (wait == null) {
      wait = shortBy(WaitReason.FRAGMENTED_DEVICES, g -> count(g, computeOnly(), true));
    }
    if (wait == null) {
      wait = shortBy(WaitReason.DRAINING, g -> count(g, computeOnly(), false));
    }
    if (wait == null && request.sharesMemory()) {
      wait = shortBy(WaitReason.INSUFFICIENT_DEVICE_MEMORY, g -> countOnNodes(g, devicesOnly()));
    }
    if (wait == null) {
      wait = shortBy(WaitReason.INSUFFICIENT_CPU, g -> countOnNodes(g, devicesAndCpu()));
    }
    if (wait == null) {
      wait = shortBy(WaitReason.INSUFFICIENT_MEMORY, g -> countOnNodes(g, request));
    }
    if (wait == null && !gate.isOpen()) {
      wait = byGate(this::countOpen);
    }
    if (wait == null) {
      wait = shortBy(WaitReason.SPREAD_TOO_WIDE, this::inOneUnit);
    }
    if (wait == null && !gate.isOpen()) {
      wait = byGate(this::openInOneUnit);
    }
    return wait == null ? new Decision.Wait(WaitReason.REFUSED_BY_FILTER, groups[0], tasks) : wait;
  }

  /**
   * Null when at least one group takes the gang by this count; only such groups stay in question.
   */
  private Decision.@Nullable Wait shortBy(WaitReason reason, IntToLongFunction tasksOfGroup) {
    int closest = groups[0];
    long most = -1;
    int[] stillPossible = new int[groups.length];
    int possible = 0;
    for (int group : groups) {
      long fit = tasksOfGroup.applyAsLong(group);
      if (fit > most) {
        most = fit;
        closest = group;
      }
      if (fit >= tasks) {
        stillPossible[possible++] = group;
      }
    }
    if (possible == 0) {
      return new Decision.Wait(reason, closest, tasks - most);
    }
    groups = Arrays.copyOf(stillPossible, possible);
    return null;
  }

  /** First by what is planned to be out of use, then by what is kept for others as well. */
  private Decision.@Nullable Wait byGate(OpenCount count) {
    Decision.Wait wait =
        shortBy(
            WaitReason.DRAINING,
            group -> count.of(group, refusal -> refusal != WaitReason.DRAINING));
    return wait == null
        ? shortBy(WaitReason.KEPT_FOR_OTHERS, group -> count.of(group, Objects::isNull))
        : wait;
  }

  /** How many tasks find room in a group on the nodes whose refusals count as open. */
  @FunctionalInterface
  private interface OpenCount {
    long of(int group, Predicate<@Nullable WaitReason> isOpen);
  }

  private long countOpen(int group, Predicate<@Nullable WaitReason> isOpen) {
    return sum(group, 0, state.layout().nodes(), node -> openOn(node, group, isOpen));
  }

  private long openOn(int node, int group, Predicate<@Nullable WaitReason> isOpen) {
    return isOpen.test(gate.refusal(job, group, node)) ? state.tasksThatFit(node, request) : 0;
  }

  /** The same in the one unit of the required level that takes most. */
  private long openInOneUnit(int group, Predicate<@Nullable WaitReason> isOpen) {
    return inOneUnit(group, node -> openOn(node, group, isOpen));
  }

  private long byFreeCapacity(int group) {
    return request.needsDevices()
        ? state.layout().unions().freeMilli(state, group, request) / request.milliDevices()
        : Long.MAX_VALUE;
  }

  private TaskRequest computeOnly() {
    return devicesOnly().withTerms(request.terms().withDeviceMemory(0));
  }

  private TaskRequest devicesOnly() {
    return request.withHost(0, 0);
  }

  private TaskRequest devicesAndCpu() {
    return request.withHost(request.cpuMilli(), 0);
  }

  /** The most tasks that one unit of the required level takes. */
  private long inOneUnit(int group) {
    return inOneUnit(group, node -> state.tasksThatFit(node, request));
  }

  private long inOneUnit(int group, IntToLongFunction tasksOfNode) {
    TopologyLevel level = request.terms().widestLevel();
    if (level == TopologyLevel.HUB) {
      return Long.MAX_VALUE;
    }
    long most = 0;
    if (level == TopologyLevel.NODE) {
      for (FleetLayout.PoolSpan pool : pools(group)) {
        for (int node = pool.firstNode(); node < pool.endNode(); node++) {
          most = Math.max(most, tasksOfNode.applyAsLong(node));
        }
      }
      return most;
    }
    for (Topology.Unit unit : state.layout().topology().units(group, level)) {
      most = Math.max(most, sum(group, unit.fromNode(), unit.toNode(), tasksOfNode));
    }
    return most;
  }

  /** Where the gang may lie, whatever part of its request is counted. */
  private List<FleetLayout.PoolSpan> pools(int group) {
    return state.layout().group(group).poolsFor(request);
  }

  private long countOnNodes(int group, TaskRequest part) {
    return count(group, part, false);
  }

  private long count(int group, TaskRequest part, boolean butForCordon) {
    if (!part.needsDevices() && !part.needsHost()) {
      return Long.MAX_VALUE;
    }
    List<FleetLayout.PoolSpan> pools = pools(group);
    if (part.devices() > 0 && !part.needsHost()) {
      long all = rooms.tasksByDevices(pools, part.devices(), Long.MAX_VALUE);
      return butForCordon ? all : all - rooms.tasksOnCordoned(pools, part);
    }
    long more = butForCordon ? rooms.tasksOnCordoned(pools, part) : 0;
    return more + rooms.tasks(pools, part, tasks - more);
  }

  private long sum(int group, int from, int to, IntToLongFunction tasksOfNode) {
    long sum = 0;
    for (FleetLayout.PoolSpan pool : pools(group)) {
      int end = Math.min(to, pool.endNode());
      for (int node = Math.max(from, pool.firstNode()); node < end && sum < tasks; node++) {
        sum += tasksOfNode.applyAsLong(node);
      }
    }
    return sum;
  }
}
