package org.suanwang.scheduling.workload;

/** A unit of the network of a hub, the smallest first. */
public enum TopologyLevel {
  NODE(0),
  RACK(1),
  /** The racks under one spine switch. */
  SPINE(2),
  HUB(3);

  private final int height;

  TopologyLevel(int height) {
    this.height = height;
  }

  /** How many levels are below it. */
  public int height() {
    return height;
  }

  /** The level above so many. */
  public static TopologyLevel at(int height) {
    for (TopologyLevel level : values()) {
      if (level.height == height) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level is above " + height);
  }
}
