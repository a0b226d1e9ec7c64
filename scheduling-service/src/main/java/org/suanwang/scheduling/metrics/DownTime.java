package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.simulation.Withdrawal;

/** When how many devices of each group went out of use and came back. */
public final class DownTime {
  private static final int FIRST_CAPACITY = 64;

  private final FleetLayout layout;
  private long[] times = new long[FIRST_CAPACITY];
  private int[] groups = new int[FIRST_CAPACITY];
  private int[] changes = new int[FIRST_CAPACITY];
  private int size;

  /** Takes how many more devices of a group, or fewer, are out of use from a second on. */
  @FunctionalInterface
  interface ChangeReader {
    void read(int group, long fromSeconds, int devices);
  }

  DownTime(FleetLayout layout) {
    this.layout = layout;
  }

  void change(Withdrawal withdrawal) {
    int devices = withdrawal.devices().length;
    if (devices > 0) {
      int group = layout.poolOfNode(withdrawal.node()).group();
      note(withdrawal.timeSeconds(), group, withdrawal.isBack() ? -devices : devices);
    }
  }

  /** What changes at once in one group, as all nodes of a rack, is kept once. */
  private void note(long seconds, int group, int devices) {
    if (size > 0 && times[size - 1] == seconds && groups[size - 1] == group) {
      changes[size - 1] += devices;
      return;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      groups = Arrays.copyOf(groups, 2 * size);
      changes = Arrays.copyOf(changes, 2 * size);
    }
    times[size] = seconds;
    groups[size] = group;
    changes[size++] = devices;
  }

  /** Hands over all changes in the order of time. */
  void forEach(ChangeReader reader) {
    for (int i = 0; i < size; i++) {
      reader.read(groups[i], times[i], changes[i]);
    }
  }

  /** From 0 to a second that is not before the last change. */
  public long deviceSeconds(long windowSeconds) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += changes[i] * (windowSeconds - times[i]);
    }
    return sum;
  }
}
