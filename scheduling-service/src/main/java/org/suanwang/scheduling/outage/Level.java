package org.suanwang.scheduling.outage;

/** What goes down by itself. */
public enum Level {
  /** One device; its node goes on without it. */
  DEVICE,
  /** A node with all of its devices, CPU and memory. */
  NODE,
  /** A hub with all of its nodes. */
  HUB
}
