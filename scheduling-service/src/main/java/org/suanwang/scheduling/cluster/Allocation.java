package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a running gang holds.
 *
 * @param group where all of it is; of a mixed gang the union of groups
 * @param nodes its nodes, each once
 * @param tasksOnNode number of tasks on each of them
 * @param devices its devices, node by node; a device carries several shares of one gang as often
 * @param milliOnDevice thousandths held on each entry of {@code devices}
 */
@SuppressWarnings("ArrayRecordComponent") // half a million of these live at once; nobody compares
public record Allocation(
    int group, int[] nodes, int[] tasksOnNode, int[] devices, int milliOnDevice) {
  /** Thousandths of devices in all. */
  public long milliDevices() {
    return (long) devices.length * milliOnDevice;
  }

  /** How many tasks run on it. */
  public int tasks() {
    int tasks = 0;
    for (int onNode : tasksOnNode) {
      tasks += onNode;
    }
    return tasks;
  }

  /** The same, told to be in another group that holds all of it. */
  Allocation in(int newGroup) {
    return new Allocation(newGroup, nodes, tasksOnNode, devices, milliOnDevice);
  }

  /** Half of its whole devices. */
  Allocation halved() {
    return new Allocation(group, nodes, tasksOnNode, devices, milliOnDevice / 2);
  }

  /** Twice as much of its devices. */
  Allocation doubled() {
    return new Allocation(group, nodes, tasksOnNode, devices, milliOnDevice * 2);
  }

  /** What the first so many of its tasks hold, node by node. */
  public Allocation first(int tasks) {
    int slots = devices.length / tasks();
    int[] kept = new int[nodes.length];
    int left = tasks;
    int count = 0;
    while (left > 0) {
      kept[count] = Math.min(left, tasksOnNode[count]);
      left -= kept[count++];
    }
    return new Allocation(
        group,
        Arrays.copyOf(nodes, count),
        Arrays.copyOf(kept, count),
        Arrays.copyOf(devices, tasks * slots),
        milliOnDevice);
  }

  /** What the tasks of both hold, in the same group; nodes of both are named once. */
  public Allocation plus(Allocation more) {
    int slots = devices.length / tasks();
    Map<Integer, IntStream.Builder> devicesOf = new LinkedHashMap<>();
    Map<Integer, Integer> tasksOf = new LinkedHashMap<>();
    for (Allocation part : List.of(this, more)) {
      int next = 0;
      for (int i = 0; i < part.nodes.length; i++) {
        tasksOf.merge(part.nodes[i], part.tasksOnNode[i], Integer::sum);
        IntStream.Builder own =
            devicesOf.computeIfAbsent(part.nodes[i], node -> IntStream.builder());
        for (int end = next + part.tasksOnNode[i] * slots; next < end; next++) {
          own.add(part.devices[next]);
        }
      }
    }
    return new Allocation(
        group,
        tasksOf.keySet().stream().mapToInt(Integer::intValue).toArray(),
        tasksOf.values().stream().mapToInt(Integer::intValue).toArray(),
        devicesOf.values().stream().flatMapToInt(IntStream.Builder::build).toArray(),
        milliOnDevice);
  }
}
