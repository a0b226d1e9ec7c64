package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.policy.TaskMix;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Looks at every node at every start; what is free it knows from the events alone. */
final class ScoreScan implements EventSink {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final Map<String, Integer> weights;
  private final TieRule tie;
  private final ClusterState state;
  private final FragmentMeasure measure;
  private final Allocation[] held;
  private final List<Set<Integer>> onNode = new ArrayList<>();
  private final double widestCpu;
  private final double widestMilli;
  long starts;
  int choices;

  ScoreScan(FleetLayout layout, JobTable jobs, Map<String, Integer> weights, TieRule tie) {
    this.layout = layout;
    this.jobs = jobs;
    this.weights = weights;
    this.tie = tie;
    state = new ClusterState(layout);
    held = new Allocation[jobs.size()];
    measure = new FragmentMeasure(TaskMix.typical(jobs, 0.95));
    for (int node = 0; node < layout.nodes(); node++) {
      onNode.add(new HashSet<>());
    }
    var pools = layout.pools().stream().map(FleetLayout.PoolSpan::pool).toList();
    widestCpu = pools.stream().mapToInt(Pool::cpuMilliPerNode).max().orElseThrow();
    widestMilli = 1000.0 * pools.stream().mapToInt(Pool::devicesPerNode).max().orElseThrow();
  }

  @Override
  public void accept(Event event) {
    int job = event.job();
    if (event.kind() == EventKind.STARTED) {
      check(job, event.allocation());
      held[job] = event.allocation();
      onNode.get(held[job].nodes()[0]).add(job);
      state.retake(held[job], jobs.request(job));
    } else if (event.kind() == EventKind.FINISHED) {
      onNode.get(held[job].nodes()[0]).remove(job);
      state.release(held[job], jobs.request(job));
    }
  }

  private void check(int job, Allocation chosen) {
    TaskRequest request = jobs.request(job);
    Map<Integer, Integer> sums = new TreeMap<>();
    for (int node = 0; node < layout.nodes(); node++) {
      boolean isEligible =
          Arrays.binarySearch(layout.eligibleGroups(request), state.pool(node).group()) >= 0;
      if (isEligible && state.tasksThatFit(node, request) > 0) {
        sums.put(node, sum(node, request));
      }
    }
    int node = chosen.nodes()[0];
    int most = sums.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(sums.get(node))
        .as("%s %s on %d: %s, %s", weights, jobs.id(job), node, sums, request)
        .isEqualTo(most);
    List<Integer> equal =
        sums.keySet().stream()
            .filter(
                n -> sums.getOrDefault(n, -1) == most && state.pool(n).group() == chosen.group())
            .toList();
    if (tie == TieRule.LOWEST_NUMBER) {
      assertThat(node).isEqualTo(equal.getFirst());
    } else if (tie == TieRule.USED_NODE_FIRST) {
      boolean anyUsed = equal.stream().anyMatch(n -> !onNode.get(n).isEmpty());
      assertThat(onNode.get(node).isEmpty()).isEqualTo(!anyUsed);
    }
    if (request.isFractional() && !weights.containsKey("fragmentation-gradient-descent")) {
      assertThat(state.deviceFreeMilli(chosen.devices()[0])).isEqualTo(tightest(node, request));
    }
    starts++;
    choices += Set.copyOf(sums.values()).size() > 1 ? 1 : 0;
  }

  private int sum(int node, TaskRequest request) {
    int sum = 0;
    for (Map.Entry<String, Integer> one : weights.entrySet()) {
      sum += one.getValue() * ofHundred(one.getKey(), node, request);
    }
    return sum;
  }

  private int ofHundred(String name, int node, TaskRequest request) {
    double cpu = state.freeCpuMilli(node) / widestCpu;
    double milli = state.freeMilli(node) / widestMilli;
    double cpuAsked = request.cpuMilli() / widestCpu;
    double milliAsked = request.milliDevices() / widestMilli;
    double left = 0.5 * (cpu - cpuAsked) + 0.5 * (milli - milliAsked);
    return switch (name) {
      case "best-fit" -> bestFit(node, request);
      case "balanced-best-fit" -> (int) (100 * (1 - left));
      case "worst-fit" -> (int) (100 * left);
      case "dot-product" -> (int) (100 * (1 - (cpu * cpuAsked + milli * milliAsked) / 2));
      case "device-packing" -> packing(node, request);
      case "device-clustering" -> clustering(node, request, (int) (25 * (1 - milli)));
      default -> fragmentation(node, request);
    };
  }

  private int tightest(int node, TaskRequest request) {
    return devices(node).filter(free -> free >= request.deviceMilli()).min().orElseThrow();
  }

  private IntStream devices(int node) {
    return IntStream.range(state.firstDevice(node), state.endDevice(node))
        .map(state::deviceFreeMilli);
  }

  private int bestFit(int node, TaskRequest request) {
    return request.isFractional()
        ? 100 - (tightest(node, request) + 9) / 10
        : (int) Math.floor(100 * (widestMilli - state.freeMilli(node)) / widestMilli);
  }

  private int packing(int node, TaskRequest request) {
    int devices = (int) devices(node).count();
    if (!request.needsDevices()) {
      return 0;
    }
    if (devices(node).allMatch(free -> free == 1000)) {
      return Math.max(33 - devices, devices);
    }
    if (!request.isFractional()) {
      return Math.max(50 - request.devices(), 33);
    }
    int tightest = tightest(node, request);
    return tightest == 1000 ? 49 : 100 - tightest / 100;
  }

  private int clustering(int node, TaskRequest request, int used) {
    if (!request.needsDevices()) {
      return 0;
    }
    Set<Integer> kinds =
        onNode.get(node).stream()
            .map(jobs::request)
            .filter(TaskRequest::needsDevices)
            .map(ScoreScan::kind)
            .collect(Collectors.toSet());
    boolean isIn = kinds.contains(kind(request));
    int company = isIn ? (kinds.size() == 1 ? 75 : 50) : kinds.isEmpty() ? 25 : 0;
    return company + used;
  }

  private static int kind(TaskRequest request) {
    return request.isFractional() ? -1 : request.devices();
  }

  private int fragmentation(int node, TaskRequest request) {
    int[] free = devices(node).toArray();
    boolean[] runnable = measure.runnableOn(state.pool(node).pool().deviceType());
    double before = measure.of(free, state.freeCpuMilli(node), runnable);
    int cpu = state.freeCpuMilli(node) - request.cpuMilli();
    double least = Double.MAX_VALUE;
    if (request.isFractional()) {
      for (int device = 0; device < free.length; device++) {
        if (free[device] >= request.deviceMilli()) {
          int[] after = free.clone();
          after[device] -= request.deviceMilli();
          least = Math.min(least, measure.of(after, cpu, runnable) - before);
        }
      }
    } else {
      int left = request.devices();
      for (int device = 0; device < free.length; device++) {
        if (left > 0 && free[device] == 1000) {
          free[device] = 0;
          left--;
        }
      }
      least = measure.of(free, cpu, runnable) - before;
    }
    return (int) (100 / (1 + StrictMath.exp(least / 1000)));
  }
}
