package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The fragment a second time: after every event the whole fleet is looked at, device by device and
 * task by task, from who holds what and what is out of use.
 */
final class SlowFragment implements EventSink {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final List<Map.Entry<TaskRequest, Integer>> usual = new ArrayList<>();
  private final Map<Integer, Allocation> held = new HashMap<>();
  private final Set<Integer> devicesOut = new HashSet<>();
  private final Set<Integer> nodesOut = new HashSet<>();
  private final List<Moment> moments = new ArrayList<>();

  /** How it was from a second on. */
  record Moment(long seconds, double fragment, double free) {}

  SlowFragment(FleetLayout layout, JobTable jobs) {
    this.layout = layout;
    this.jobs = jobs;
    Map<TaskRequest, Integer> counts = new LinkedHashMap<>();
    int all = 0;
    for (int job = 0; job < jobs.size(); job++) {
      TaskRequest r = jobs.request(job);
      counts.merge(
          new TaskRequest(r.devices(), r.deviceMilli(), r.cpuMilli(), 0, r.deviceTypes(), null),
          jobs.tasks(job),
          Integer::sum);
      all += jobs.tasks(job);
    }
    int taken = 0;
    while (taken < 0.95 * all) {
      Map.Entry<TaskRequest, Integer> most = null;
      for (var entry : counts.entrySet()) {
        most = most == null || entry.getValue() > most.getValue() ? entry : most;
      }
      if (most == null) {
        break;
      }
      usual.add(Map.entry(most.getKey(), most.getValue()));
      taken += most.getValue();
      counts.remove(most.getKey());
    }
    note(0);
  }

  int usualRequests() {
    return usual.size();
  }

  @Override
  public void accept(Event event) {
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> held.put(event.job(), event.allocation());
      case SUBMITTED, BLOCKED, REJECTED, WITHDRAWN, TIMED_OUT -> {}
      default -> held.remove(event.job());
    }
    note(event.timeSeconds());
  }

  @Override
  public void change(Withdrawal withdrawal) {
    for (int device : withdrawal.devices()) {
      if (withdrawal.isBack()) {
        devicesOut.remove(device);
      } else {
        devicesOut.add(device);
      }
    }
    if (withdrawal.isWholeNode() && withdrawal.isBack()) {
      nodesOut.remove(withdrawal.node());
    } else if (withdrawal.isWholeNode()) {
      nodesOut.add(withdrawal.node());
    }
    note(withdrawal.timeSeconds());
  }

  private void note(long seconds) {
    int[] onDevice = new int[layout.devices()];
    int[] onNode = new int[layout.nodes()];
    held.forEach(
        (job, allocation) -> {
          for (int device : allocation.devices()) {
            onDevice[device] += allocation.milliOnDevice();
          }
          for (int i = 0; i < allocation.nodes().length; i++) {
            onNode[allocation.nodes()[i]] +=
                allocation.tasksOnNode()[i] * jobs.request(job).cpuMilli();
          }
        });
    double fragment = 0;
    double free = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      int each = span.pool().devicesPerNode();
      for (int node = span.firstNode(); node < span.endNode(); node++) {
        int first = span.firstDevice() + (node - span.firstNode()) * each;
        List<Double> devices = new ArrayList<>();
        for (int device = first; device < first + each; device++) {
          devices.add(devicesOut.contains(device) ? 0 : 1 - onDevice[device] / 1000.0);
        }
        int has = span.pool().cpuMilliPerNode();
        int cpu = has == 0 ? Integer.MAX_VALUE : has - onNode[node];
        fragment += lost(devices, nodesOut.contains(node) ? 0 : cpu, span.pool().deviceType());
        free += devices.stream().mapToDouble(d -> d).sum();
      }
    }
    moments.add(new Moment(seconds, fragment, free));
  }

  private double lost(List<Double> devices, int cpu, @Nullable String type) {
    double sum = 0;
    double weights = 0;
    for (var entry : usual) {
      sum += entry.getValue() * lostFor(entry.getKey(), devices, cpu, type);
      weights += entry.getValue();
    }
    return sum / weights;
  }

  /** A task goes on this node or not; if so, what lies on devices that it could not use is lost. */
  private static double lostFor(
      TaskRequest r, List<Double> devices, int cpu, @Nullable String type) {
    double all = devices.stream().mapToDouble(d -> d).sum();
    boolean isOfTheType =
        r.deviceTypes().isEmpty() || (type != null && r.deviceTypes().contains(type));
    double need = r.deviceMilli() > 0 ? r.deviceMilli() / 1000.0 : 1;
    int wanted = r.deviceMilli() > 0 ? 1 : r.devices();
    double usable = 0;
    int count = 0;
    for (double device : devices) {
      if (device >= need - 1e-9) {
        usable += device;
        count++;
      }
    }
    boolean goes = wanted > 0 && count >= wanted && isOfTheType && r.cpuMilli() <= cpu;
    return goes ? all - usable : all;
  }

  /** As it was at first, and as it was at last. */
  Moment first() {
    return moments.getFirst();
  }

  Moment last() {
    return moments.getLast();
  }

  /** The means over a part of the window: fragment and free. */
  double[] means(long from, long to, long window) {
    double[] sums = new double[2];
    for (int i = 0; i < moments.size(); i++) {
      Moment m = moments.get(i);
      long end = i + 1 < moments.size() ? moments.get(i + 1).seconds : window;
      double shared = Math.max(0, Math.min(end, to) - Math.max(m.seconds, from));
      sums[0] += shared * m.fragment;
      sums[1] += shared * m.free;
    }
    return new double[] {sums[0] / (to - from), sums[1] / (to - from)};
  }
}
