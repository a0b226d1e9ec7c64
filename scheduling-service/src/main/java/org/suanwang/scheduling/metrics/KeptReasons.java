package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;

/** Why each job had to wait before its first start, or was rejected, as it was told. */
public final class KeptReasons {
  private final @Nullable WaitReason[] reasons;
  private final long[] shortTasks;
  private final long[] blockedAt;
  private final Map<Integer, OutOfLine> putOff = new HashMap<>();
  private final Map<Integer, OutOfLine> aside = new HashMap<>();
  private int @Nullable [] queues;

  /** From when to when a job was in no queue; {@link Long#MAX_VALUE} while it is in none. */
  private record OutOfLine(long fromSeconds, long toSeconds) {
    static OutOfLine from(long seconds) {
      return new OutOfLine(seconds, Long.MAX_VALUE);
    }

    boolean lasts() {
      return toSeconds == Long.MAX_VALUE;
    }

    /** One that was over before stays as it was. */
    OutOfLine to(long seconds) {
      return lasts() ? new OutOfLine(fromSeconds, seconds) : this;
    }

    long until(long seconds) {
      return Math.min(toSeconds, seconds) - fromSeconds;
    }
  }

  KeptReasons(int jobs) {
    blockedAt = new long[jobs];
    Arrays.fill(blockedAt, JobOutcomes.NEVER);
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

  /** A job cannot start though its turn has come, or is put off or kept aside before it comes. */
  void blocked(int job, long seconds, Decision.Wait wait) {
    OutOfLine data = aside.get(job);
    if (wait.reason() == WaitReason.DEFERRED) {
      putOff.put(job, OutOfLine.from(seconds));
    } else if (data == null || !data.lasts()) {
      blockedAt[job] = seconds;
    }
  }

  /** A job does not join the queue before its data has come. */
  void keepAside(int job, long seconds) {
    aside.put(job, OutOfLine.from(seconds));
  }

  /** A job that was put off, or kept aside, joins the queue. */
  void join(int job, long seconds) {
    putOff.computeIfPresent(job, (j, time) -> time.to(seconds));
    aside.computeIfPresent(job, (j, time) -> time.to(seconds));
  }

  /** For how long it had been put off by this second. */
  long putOffSeconds(int job, long seconds) {
    return seconds(putOff.get(job), seconds);
  }

  /** For how long it had been kept aside by this second. */
  long asideSeconds(int job, long seconds) {
    return seconds(aside.get(job), seconds);
  }

  private static long seconds(@Nullable OutOfLine time, long until) {
    return time == null ? 0 : time.until(until);
  }

  long blockedAtSeconds(int job) {
    return blockedAt[job];
  }

  /** Null when none was told. */
  @Nullable WaitReason reason(int job) {
    return reasons[job];
  }

  /** How many of its tasks found no place when its reason was found. */
  public long shortTasks(int job) {
    return shortTasks[job];
  }

  /**
   * The queue whose quota was in its way when its reason was found; or {@link
   * Decision.Wait#NO_QUEUE}.
   */
  public int queue(int job) {
    int[] known = queues;
    return known == null ? Decision.Wait.NO_QUEUE : known[job];
  }
}
