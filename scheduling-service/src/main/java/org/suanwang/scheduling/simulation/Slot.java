package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A reservation of a job under conservative backfilling: from when on, for how long, and for how
 * many of its tasks in each group of a room.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares
record Slot(Room room, long at, long seconds, int[] tasksIn) {
  int tasks() {
    return Arrays.stream(tasksIn).sum();
  }

  long end() {
    return at + seconds;
  }

  /** Whether it is earlier than another, or as early with more tasks. */
  boolean isBetterThan(@Nullable Slot other) {
    return other == null || at < other.at || (at == other.at && tasks() > other.tasks());
  }

  /** How many tasks are to be in a group. */
  int tasksIn(int group) {
    for (int i = 0; i < tasksIn.length; i++) {
      if (room.groups()[i] == group) {
        return tasksIn[i];
      }
    }
    return 0;
  }

  /** Whether it is for so much in each group, thousandths of devices, and nowhere else. */
  boolean isFor(SortedMap<Integer, Long> milliByGroup, long milliPerTask) {
    return milliByGroup.values().stream().mapToLong(Long::longValue).sum() == tasks() * milliPerTask
        && milliByGroup.entrySet().stream()
            .allMatch(part -> part.getValue() == tasksIn(part.getKey()) * milliPerTask);
  }
}
