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
  TIMED_OUT;

  /** Whether an acceptable job has not come, or never will come, to the end of its work. */
  public boolean isUnfinished() {
    return switch (this) {
      case REJECTED, COMPLETED, KILLED, CRASHED, STOPPED -> false;
      case NOT_SUBMITTED, WAITING, RUNNING, FAILED, CANCELLED, TIMED_OUT -> true;
    };
  }
}
