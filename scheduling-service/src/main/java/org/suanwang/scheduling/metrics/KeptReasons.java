package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;

/** Why each job had to wait before its first start, or was rejected, as it was told. */
final class KeptReasons {
  private final @Nullable WaitReason[] reasons;
  private final long[] shortTasks;
  private int @Nullable [] queues;

  KeptReasons(int jobs) {
    reasons = new WaitReason[jobs];
    shortTasks = new long[jobs];
  }

  void keep(int job, Decision.Wait wait) {
    reasons[job] = wait.reason();
    shortTasks[job] = wait.shortTasks();
    if (wait.queue() != Decision.Wait.NO_QUEUE) {
      keepQueue(job, wait.queue());
    }
  }

  /** There is no memory for them until a quota is in somebody's way. */
  private void keepQueue(int job, int queue) {
    int[] known = queues;
    if (known == null) {
      known = new int[reasons.length];
      Arrays.fill(known, Decision.Wait.NO_QUEUE);
      queues = known;
    }
    known[job] = queue;
  }

  /** Null when none was told. */
  @Nullable WaitReason reason(int job) {
    return reasons[job];
  }

  long shortTasks(int job) {
    return shortTasks[job];
  }

  int queue(int job) {
    int[] known = queues;
    return known == null ? Decision.Wait.NO_QUEUE : known[job];
  }
}
