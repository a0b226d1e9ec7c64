package org.suanwang.scheduling.cycle;

/** How many tasks of a job may be where, whatever room there is. */
@FunctionalInterface
public interface Allowance {
  /** As many as there is room for, everywhere. */
  Allowance ALL = place -> Integer.MAX_VALUE;

  /** At most so many in a group; or in a union of groups together, in each by itself too. */
  int tasks(int place);
}
