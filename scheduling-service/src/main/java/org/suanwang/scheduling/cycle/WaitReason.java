package org.suanwang.scheduling.cycle;

/** Why a job does not run. */
public enum WaitReason {
  /** An earlier job is at the head of the queue and cannot start. */
  WAITING_BEHIND_HEAD(1, "an earlier job is at the head of the queue"),
  /** No hub has as many free devices as the gang needs. */
  INSUFFICIENT_DEVICES(2, "no hub has enough free devices"),
  /** A hub has the devices, but not in pieces as large as its tasks need. */
  FRAGMENTED_DEVICES(3, "a hub has the devices free, but not enough of them together on its nodes"),
  /** A hub has the devices, but not enough CPU beside them. */
  INSUFFICIENT_CPU(4, "the nodes with free devices lack CPU"),
  /** A hub has the devices, but not enough memory beside them. */
  INSUFFICIENT_MEMORY(5, "the nodes with free devices lack memory"),
  /** The policy's filters refuse the nodes that would do. */
  REFUSED_BY_FILTER(6, "the policy refuses the nodes that would do"),
  /** The fleet, or the region it must run in, has no device of a type the job may run on. */
  NO_DEVICE_TYPE(7, "the fleet has no device of a type the job may run on"),
  /** Even with nothing else running no hub could hold the gang. */
  NEVER_FITS(8, "no hub could hold the gang even if nothing else ran"),
  /** It could start now, but would by its estimate still run when a job before it is to start. */
  BEHIND_RESERVATION(9, "it would delay a job before it that has a reservation"),
  /** It ran, gave way to a job whose turn came before or to maintenance, and waits again. */
  PREEMPTED(10, "it gave way to a job whose turn came before its own, or to maintenance"),
  /** It ran, what it held failed, and it has not started again. */
  FAILED(11, "what it ran on failed, and it has not started again"),
  /** A hub could hold it, but its queue, or one above it, would use more than it may. */
  QUOTA_EXHAUSTED(12, "its queue, or one above it, has no quota left and may not borrow so much"),
  /** Even if nobody else used anything, its queue could not use as much as the gang needs. */
  EXCEEDS_QUOTA(13, "its queue may never use so much, whatever it borrows"),
  /**
   * In this round others run, who have had less of their shares, or it came after its beginning.
   */
  NOT_ITS_ROUND(14, "others have had less of their shares of device time, or its round is to come"),
  /** Nodes have what it asks for, but take no new jobs, or none so long, before maintenance. */
  DRAINING(15, "nodes with room for it take no new jobs, or none so long, before maintenance"),
  /** A hub could hold it, but no rack, node or spine as the gang requires one. */
  SPREAD_TOO_WIDE(20, "a hub has room for it, but no single unit of the level it requires"),
  /** Devices have the compute that the shares need, but not the memory. */
  INSUFFICIENT_DEVICE_MEMORY(21, "devices with room for its shares lack device memory"),
  /** Nodes have what it asks for, and are kept for the jobs of another tenant. */
  KEPT_FOR_OTHERS(22, "nodes with room for it are kept for another tenant"),
  /** It is put off to an hour in which energy is expected to be cheaper or cleaner. */
  DEFERRED(23, "it is put off to an hour with cheaper or cleaner energy"),
  /** The nodes it names to start on were taken or out of use when it came, and it waits in turn. */
  ITS_NODES_TAKEN(24, "the nodes it names to start on were full, out of use or kept for others"),
  /** The nodes it names to start on are not there, or could not hold it. */
  ITS_NODES_NEVER_FIT(25, "the nodes it names to start on could not hold it even if empty"),
  /** Hubs could hold it, but none of them is as near as it says to where it is used. */
  LATENCY_TOO_HIGH(30, "no hub that could hold it is known to be near enough to where it is used"),
  /** Hubs could hold it, but its data is in none of them and cannot, or must not, come there. */
  DATA_OUT_OF_REACH(31, "its data has no link to a hub that could hold it, or must not be there"),
  /** Hubs have room for it, but not its data; it may be under way there. */
  DATA_ELSEWHERE(32, "the hubs with room for it do not hold its data, or not yet");

  private final byte code;
  private final String meaning;

  WaitReason(int code, String meaning) {
    this.code = (byte) code;
    this.meaning = meaning;
  }

  /** Stands for the reason in the hash of the log; never changes. */
  public byte code() {
    return code;
  }

  /** The reason in words. */
  public String meaning() {
    return meaning;
  }
}
