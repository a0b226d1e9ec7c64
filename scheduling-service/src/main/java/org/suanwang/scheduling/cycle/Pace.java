package org.suanwang.scheduling.cycle;

/** How fast jobs are on which devices. */
@FunctionalInterface
public interface Pace {
  /** All device types count as alike. */
  Pace ALIKE = (job, group) -> 1;

  /** How much of its work a job with all its tasks does in a second in a group. */
  double workPerSecond(int job, int group);
}
