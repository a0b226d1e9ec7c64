package org.suanwang.scheduling.cluster;

import java.util.Optional;

/** Keeps the last device types that were seen, for when their source does not answer. */
public interface KnownDeviceTypes {
  Optional<DeviceTypeSnapshot> find();

  void remember(DeviceTypeSnapshot snapshot);
}
