package org.suanwang.scheduling.cluster;

import java.util.List;

/**
 * The device types of one catalogue version.
 *
 * @param version which
 * @param types all of them
 */
public record DeviceTypeSnapshot(CatalogVersion version, List<DeviceType> types) {
  public DeviceTypeSnapshot {
    types = List.copyOf(types);
  }

  /** The same types, marked as the last ones known. */
  public DeviceTypeSnapshot asStale() {
    return new DeviceTypeSnapshot(new CatalogVersion(version.id(), true), types);
  }
}
