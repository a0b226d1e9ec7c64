package org.suanwang.scheduling.simulation;

/** What can happen to a job. The names are part of the event log and of its hash. */
public enum EventKind {
  /** It arrived and waits or starts. */
  SUBMITTED(1),
  /** It arrived and could never start. */
  REJECTED(2),
  /** It is at the head of the queue and cannot start; told once a job. */
  BLOCKED(3),
  /** All of its tasks started. */
  STARTED(4),
  /** All of its tasks ended. */
  FINISHED(5),
  /** It had run as long as its estimate said and was cut off; all of its tasks ended. */
  KILLED(6),
  /** It had to give way to another, or to maintenance: all of its tasks ended, it waits again. */
  PREEMPTED(7),
  /**
   * A device it held, or a node or hub it was on, failed: all of its tasks ended, it waits again.
   */
  FAILED(8),
  /** The same once more than it is granted: all of its tasks ended, and it ends as failed. */
  GAVE_UP(9),
  /** Its own program failed at the end of its work: all of its tasks ended. */
  CRASHED(10),
  /** Its user cancelled it while it ran: all of its tasks ended. */
  CANCELLED(11),
  /** Its user cancelled it while it waited. */
  WITHDRAWN(12),
  /** It had not started by its timeout, and waits no longer. */
  TIMED_OUT(13),
  /** Its user stopped it at the end of its work: all of its tasks ended. */
  STOPPED(14),
  /** It goes on with more tasks, or with fewer. */
  RESIZED(15),
  /** It goes on beside another on its devices, or has them to itself again. */
  PARTNER_CHANGED(16);

  private final byte code;

  EventKind(int code) {
    this.code = (byte) code;
  }

  /** Stands for the kind in the hash of the log; never changes. */
  public byte code() {
    return code;
  }
}
