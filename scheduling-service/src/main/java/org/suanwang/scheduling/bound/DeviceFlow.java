package org.suanwang.scheduling.bound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much device time jobs can hold at most, when each may use the devices of some groups only:
 * the linear programme of a transport from jobs to groups, solved as a maximum flow by shortest
 * augmenting paths (Edmonds and Karp, Journal of the ACM 19(2), 1972).
 */
final class DeviceFlow {
  /** Sets of groups × groups: with more, further sets count as if their jobs may go anywhere. */
  private static final int CELLS_MAX = 100_000;

  private static final int NONE = -1;

  private final double[] capacity;
  private final List<Integer> anywhere;
  private final Map<List<Integer>, Double> supplies = new LinkedHashMap<>();

  /**
   * Groups without jobs.
   *
   * @param capacity device time of each group
   */
  DeviceFlow(double[] capacity) {
    this.capacity = capacity.clone();
    anywhere = IntStream.range(0, capacity.length).boxed().toList();
  }

  /** So much device time may be held in these groups, in ascending order. */
  void add(int[] groups, double deviceTime) {
    List<Integer> set = Arrays.stream(groups).boxed().toList();
    boolean hasRoom = (long) (supplies.size() + 2) * capacity.length <= CELLS_MAX;
    supplies.merge(hasRoom || supplies.containsKey(set) ? set : anywhere, deviceTime, Double::sum);
  }

  /** The most that can be held. */
  double most() {
    List<List<Integer>> sets = new ArrayList<>(supplies.keySet());
    double[] left = supplies.values().stream().mapToDouble(d -> d).toArray();
    double[] free = capacity.clone();
    double[][] flow = new double[sets.size()][free.length];
    double most = 0;
    for (int[] path = path(sets, left, free, flow);
        path.length > 0;
        path = path(sets, left, free, flow)) {
      most += push(path, left, free, flow);
    }
    return most;
  }

  /**
   * A shortest path on which more can flow: a set, a group, perhaps another set that gives up
   * devices of that group, another group, and so on; empty when there is none.
   */
  private static int[] path(
      List<List<Integer>> sets, double[] left, double[] free, double[][] flow) {
    int[] setBefore = new int[free.length];
    int[] groupBefore = new int[sets.size()];
    Arrays.fill(setBefore, NONE);
    Arrays.fill(groupBefore, NONE);
    boolean[] seen = new boolean[sets.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int set = 0; set < left.length; set++) {
      if (left[set] > 0) {
        seen[set] = true;
        open.add(set);
      }
    }
    while (!open.isEmpty()) {
      int set = open.remove();
      for (int group : sets.get(set)) {
        if (setBefore[group] == NONE) {
          setBefore[group] = set;
          if (free[group] > 0) {
            return back(group, setBefore, groupBefore);
          }
          for (int other = 0; other < seen.length; other++) {
            if (!seen[other] && flow[other][group] > 0) {
              seen[other] = true;
              groupBefore[other] = group;
              open.add(other);
            }
          }
        }
      }
    }
    return new int[0];
  }

  /** Groups at even places from the last on, the set that sends to each behind it. */
  private static int[] back(int last, int[] setBefore, int[] groupBefore) {
    List<Integer> path = new ArrayList<>();
    for (int group = last; group != NONE; ) {
      int set = setBefore[group];
      path.add(group);
      path.add(set);
      group = groupBefore[set];
    }
    return path.stream().mapToInt(i -> i).toArray();
  }

  private static double push(int[] path, double[] left, double[] free, double[][] flow) {
    int first = path[path.length - 1];
    double amount = Math.min(free[path[0]], left[first]);
    for (int i = 2; i < path.length; i += 2) {
      amount = Math.min(amount, flow[path[i - 1]][path[i]]);
    }
    free[path[0]] -= amount;
    left[first] -= amount;
    for (int i = 0; i < path.length; i += 2) {
      flow[path[i + 1]][path[i]] += amount;
      if (i > 0) {
        flow[path[i - 1]][path[i]] -= amount;
      }
    }
    return amount;
  }
}
