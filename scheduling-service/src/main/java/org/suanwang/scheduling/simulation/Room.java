package org.suanwang.scheduling.simulation;

/**
 * Where a job may have a reservation: in a group, or spread over some groups of a union.
 *
 * @param place the group, or the union
 * @param groups the group, or those of the union, the fastest for the job first
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares
record Room(int place, int[] groups) {
  /** A single group. */
  static Room of(int group) {
    return new Room(group, new int[] {group});
  }

  boolean isSpread() {
    return groups.length > 1;
  }
}
