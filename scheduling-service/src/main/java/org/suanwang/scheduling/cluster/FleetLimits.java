package org.suanwang.scheduling.cluster;

/** The sizes beyond which a fleet is refused; they keep every sum of a run inside 64 bits. */
public final class FleetLimits {
  public static final int HUBS_MAX = 1_000;
  public static final int POOLS_MAX = 10_000;
  public static final int NODES_MAX = 1_000_000;
  public static final int DEVICES_MAX = 4_000_000;
  public static final int DEVICES_PER_NODE_MAX = 1_024;
  public static final int NAME_LENGTH_MAX = 100;

  /** As long as a name in the domain name system, which is what nodes have. */
  public static final int NODE_NAME_LENGTH_MAX = 253;

  /** Memory of one device; a thousand times that of any. */
  public static final int DEVICE_MEMORY_MIB_MAX = 1_000_000_000;

  /** CNY per device and hour; far above any accelerator. */
  public static final int PRICE_MAX = 2_000;

  private FleetLimits() {}
}
