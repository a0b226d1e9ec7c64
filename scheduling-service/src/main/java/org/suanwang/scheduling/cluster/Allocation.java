package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.BitSet;
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

  /**
   * The same without some of its tasks.
   *
   * @param gone their numbers, counted node by node as {@code devices} are; not all
   */
  public Allocation without(BitSet gone) {
    int slots = devices.length / tasks();
    int[] keptNodes = new int[nodes.length];
    int[] kept = new int[nodes.length];
    int[] keptDevices = new int[devices.length - gone.cardinality() * slots];
    int count = 0;
    int filled = 0;
    int task = 0;
    for (int i = 0; i < nodes.length; i++) {
      keptNodes[count] = nodes[i];
      kept[count] = 0;
      for (int end = task + tasksOnNode[i]; task < end; task++) {
        if (!gone.get(task)) {
          kept[count]++;
          System.arraycopy(devices, task * slots, keptDevices, filled, slots);
          filled += slots;
        }
      }
      count += kept[count] > 0 ? 1 : 0;
    }
    return new Allocation(
        group,
        Arrays.copyOf(keptNodes, count),
        Arrays.copyOf(kept, count),
        keptDevices,
        milliOnDevice);
  }

  /** What one of its tasks holds, which is on this node. */
  public Allocation task(int task, int node) {
    int slots = devices.length / tasks();
    return new Allocation(
        group,
        new int[] {node},
        new int[] {1},
        Arrays.copyOfRange(devices, task * slots, (task + 1) * slots),
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
