package org.suanwang.scheduling.outage;

/** What goes down by itself. */
public enum Level {
  /** One device; its node goes on without it. */
  DEVICE,
  /** A node with all of its devices, CPU and memory. */
  NODE,
  /** A rack with all of its nodes. */
  RACK,
  /** All nodes under a spine. */
  SPINE,
  /** A hub with all of its nodes. */
  HUB;

  /** Whether it holds nodes, of whatever device type. */
  public boolean holdsNodes() {
    return this == RACK || this == SPINE || this == HUB;
  }
}
