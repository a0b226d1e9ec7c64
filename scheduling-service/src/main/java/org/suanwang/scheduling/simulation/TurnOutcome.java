package org.suanwang.scheduling.simulation;

/** What came of the turn of a job in the queue of its tenant. */
enum TurnOutcome {
  STARTED,
  /** Others had to give way to it, or may have to because its queue now borrows. */
  STARTED_OTHERS_ASK,
  NO_DEVICES,
  /** Quotas leave it groups in which it finds no place, and bar it from one in which it would. */
  NO_OPEN_DEVICES,
  /** Quotas bar it from all groups. */
  NO_QUOTA;

  boolean isStart() {
    return this == STARTED || this == STARTED_OTHERS_ASK;
  }
}
