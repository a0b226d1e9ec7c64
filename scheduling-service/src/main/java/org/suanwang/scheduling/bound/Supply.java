package org.suanwang.scheduling.bound;

import org.jspecify.annotations.Nullable;

/** Something there is only so much of, and what jobs take of it until they are done. */
sealed interface Supply permits NodeSupply, TypesTogether {
  /** What a bound is called that comes of it. */
  String name();

  /**
   * The type, where it is of the nodes with devices of one type; supplies of different types share
   * no jobs.
   */
  @Nullable String deviceType();

  /** How much of it there is in a second; more than 0. */
  double perSecond();

  /** Whether a job takes of this and cannot do without. */
  boolean isFor(int job);

  /**
   * How much a job takes until it is done, of those that it is for.
   *
   * @param runSeconds its run time at the shortest
   */
  double work(int job, long runSeconds);
}
