package org.suanwang.scheduling.cluster;

/** Where device types come from. */
public interface DeviceTypeSource {
  /**
   * The present types, or the last known ones marked stale.
   *
   * @throws org.suanwang.scheduling.check.UnavailableException when none were ever known
   */
  DeviceTypeSnapshot load();
}
