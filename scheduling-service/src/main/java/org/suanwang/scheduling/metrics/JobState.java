package org.suanwang.scheduling.metrics;

/** Where a job is at the end of a run. */
public enum JobState {
  /** The run ended before its submission. */
  NOT_SUBMITTED,
  /** It could never have started. */
  REJECTED,
  WAITING,
  RUNNING,
  COMPLETED,
  /** It was cut off when it had run as long as its estimate said. */
  KILLED,
  /** What it held failed more often than it was granted, and it gave up. */
  FAILED,
  /** Its own program failed. */
  CRASHED,
  /** Its user stopped it at the end of its work. */
  STOPPED,
  /** Its user cancelled it. */
  CANCELLED,
  /** It had not started by its timeout. */
  TIMED_OUT
}
