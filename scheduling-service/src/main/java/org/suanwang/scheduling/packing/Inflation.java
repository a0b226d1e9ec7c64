package org.suanwang.scheduling.packing;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A workload for more devices than its own: copies of jobs drawn from it are appended until the
 * next would ask for more than wanted, then all are shuffled (Weng et al., USENIX ATC 2023, section
 * 6.1). As in the authors' simulator the last copy counts as one device only, so the sum may be a
 * little more.
 */
public final class Inflation {
  private Inflation() {}

  /**
   * Rows of the job table in the order of arrival.
   *
   * @param wantedMilli how many thousandths of devices all shall ask for
   * @param seed of all draws
   */
  public static int[] draw(JobTable jobs, long wantedMilli, long seed) {
    var random = new SplittableRandom(seed);
    int[] rows = new int[Math.max(16, jobs.size())];
    int size = 0;
    long asked = 0;
    while (size < jobs.size()) {
      rows[size] = size;
      asked += jobs.milliDevices(size++);
    }
    int next = Draws.index(random, jobs.size());
    while (asked + perDevice(jobs, next) <= wantedMilli) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = next;
      asked += jobs.milliDevices(next);
      next = Draws.index(random, jobs.size());
    }
    return shuffled(rows, size, random);
  }

  private static long perDevice(JobTable jobs, int job) {
    return jobs.milliDevices(job) / Math.max(1, jobs.request(job).deviceSlots());
  }

  private static int[] shuffled(int[] rows, int size, SplittableRandom random) {
    int[] order = Draws.shuffled(size, random);
    for (int i = 0; i < size; i++) {
      order[i] = rows[order[i]];
    }
    return order;
  }
}
