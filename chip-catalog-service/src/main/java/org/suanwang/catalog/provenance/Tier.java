package org.suanwang.catalog.provenance;

/** How much a source is trusted, best first: the order of the constants is the order of trust. */
public enum Tier {
  VENDOR_DATASHEET,
  FILING,
  BENCHMARK,
  PRESS,
  THIRD_PARTY,
  BROKER_RESEARCH,
  /** Text that no person answers for. Known so that it can be named, never citable. */
  MACHINE_WRITTEN;

  public boolean isCitable() {
    return this != MACHINE_WRITTEN;
  }
}
