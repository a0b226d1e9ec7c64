package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.stream.LongStream;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Least attained service first in levels (Gu et al., "Tiresias: A GPU Cluster Manager for
 * Distributed Deep Learning", NSDI 2019, discretised 2D-LAS): attained is devices × time held. A
 * level ends where as much has been attained as its threshold says; within a level the order is
 * that of arrival, so that equal jobs do not take turns for ever. The paper leaves the thresholds
 * to whoever runs the cluster; ours are one device-hour, and ten times as much for each further
 * level, if nothing else is said.
 *
 * @param levelsDeviceSeconds the thresholds, each larger than the one before it
 */
public record LeastAttainedServiceFirst(List<Long> levelsDeviceSeconds) implements MovingOrder {
  /** Thresholds when nothing else is said: 1, 10, 100 … 100,000,000 device-hours. */
  public static final List<Long> LEVELS_DEFAULT =
      LongStream.iterate(3_600, end -> end * 10).limit(9).boxed().toList();

  /** There may be as many thresholds. */
  public static final int LEVELS_MAX = 100;

  /** As many device-seconds a threshold may be: in thousandths of them it fits a long. */
  public static final long LEVEL_MAX = 1_000_000_000_000_000L;

  public LeastAttainedServiceFirst {
    levelsDeviceSeconds = List.copyOf(levelsDeviceSeconds);
    if (levelsDeviceSeconds.isEmpty() || levelsDeviceSeconds.size() > LEVELS_MAX) {
      throw new IllegalArgumentException("not from 1 to " + LEVELS_MAX + " levels");
    }
    long before = 0;
    for (long level : levelsDeviceSeconds) {
      if (level <= before || level > LEVEL_MAX) {
        throw new IllegalArgumentException("levels must grow, up to " + LEVEL_MAX);
      }
      before = level;
    }
  }

  /** With our own thresholds. */
  public LeastAttainedServiceFirst() {
    this(LEVELS_DEFAULT);
  }

  @Override
  public String name() {
    return "las";
  }

  @Override
  public String meaning() {
    return "the least attained service first, in levels of device-hours";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return 0;
  }

  @Override
  public long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
    long service = width(jobs, job) * heldSeconds;
    int level = 0;
    while (level < levelsDeviceSeconds.size() && service >= endMilli(level)) {
      level++;
    }
    return level;
  }

  @Override
  public long rankMax(JobTable jobs) {
    return levelsDeviceSeconds.size();
  }

  /** Its turn only falls back, when a level ends. */
  @Override
  public boolean movesForward() {
    return false;
  }

  @Override
  public LeastAttainedServiceFirst withLevels(List<Long> levels) {
    return new LeastAttainedServiceFirst(levels);
  }

  @Override
  public long secondsToLaterTurn(JobTable jobs, int job, long heldSeconds) {
    long width = width(jobs, job);
    for (int level = 0; level < levelsDeviceSeconds.size(); level++) {
      if (width * heldSeconds < endMilli(level)) {
        return Math.ceilDiv(endMilli(level), width) - heldSeconds;
      }
    }
    return Long.MAX_VALUE;
  }

  private long endMilli(int level) {
    return levelsDeviceSeconds.get(level) * TaskRequest.MILLI;
  }

  /** Thousandths of devices; of a job without any, as if it held one. */
  private static long width(JobTable jobs, int job) {
    long milli = jobs.milliDevices(job);
    return milli == 0 ? TaskRequest.MILLI : milli;
  }
}
