package org.suanwang.scheduling.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suanwang.scheduling.rounds.ActiveJobs;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.Shares;

/**
 * First in, first out without knowledge as Gavel's authors have it, for jobs of one device: for
 * each job that has ended, the earliest first, the head of the queue takes its place, even if a
 * device of an earlier type is free; then who is left takes the first type that has one.
 */
final class InPlaceFirstInFirstOut implements SharePolicy {
  private Map<Integer, Integer> typeOf = new TreeMap<>();

  @Override
  public String name() {
    return "FIFO, agnostic";
  }

  @Override
  public boolean servesTypesInOrder() {
    return false;
  }

  @Override
  public boolean leavesDevicesIdle() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    int[] left = jobs.devices().clone();
    Queue<Integer> queue = new ArrayDeque<>();
    Arrays.stream(jobs.numbers()).filter(n -> !typeOf.containsKey(n)).forEach(queue::add);
    Map<Integer, Integer> now = new TreeMap<>();
    typeOf.forEach(
        (number, type) -> {
          boolean isThere = Arrays.binarySearch(jobs.numbers(), number) >= 0;
          Integer next = isThere ? number : queue.poll();
          if (next != null) {
            now.put(next, type);
            left[type]--;
          }
        });
    for (int type : IntStream.range(0, left.length).toArray()) {
      for (; left[type] > 0 && !queue.isEmpty(); left[type]--) {
        now.put(queue.remove(), type);
      }
    }
    typeOf = now;
    double[][] alone = new double[jobs.size()][left.length];
    for (int job = 0; job < alone.length; job++) {
      Integer type = now.get(jobs.numbers()[job]);
      if (type != null) {
        alone[job][type] = 1;
      }
    }
    return new Shares(alone);
  }
}
