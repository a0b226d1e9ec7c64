package org.suanwang.scheduling.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one task of a gang needs on one node. Shares never span devices: a task asks either for
 * whole devices, or for a share of exactly one, or for none.
 *
 * @param devices whole devices
 * @param deviceMilli share of one device in thousandths, 1 to 999; 0 when whole devices or none
 * @param cpuMilli CPU in thousandths of a core; 0 when it does not matter
 * @param memoryMib host memory in MiB; 0 when it does not matter
 * @param deviceTypes ids of the device types it may run on; empty means any
 * @param referenceDevice the device type on which the job's work was timed; null means the type it
 *     runs on, or the fleet's first type when the job is open to any
 * @param terms what else is said of it
 */
public record TaskRequest(
    int devices,
    int deviceMilli,
    int cpuMilli,
    int memoryMib,
    List<String> deviceTypes,
    @Nullable String referenceDevice,
    RequestTerms terms) {
  public static final int MILLI = 1000;

  public TaskRequest {
    if (devices < 0 || cpuMilli < 0 || memoryMib < 0) {
      throw new IllegalArgumentException("a task cannot ask for less than nothing");
    }
    if (deviceMilli < 0 || deviceMilli >= MILLI || (devices > 0 && deviceMilli > 0)) {
      throw new IllegalArgumentException("a share is 1..999 thousandths of one device");
    }
    deviceTypes = List.copyOf(deviceTypes);
  }

  /** A request on the usual terms. */
  public TaskRequest(
      int devices,
      int deviceMilli,
      int cpuMilli,
      int memoryMib,
      List<String> deviceTypes,
      @Nullable String referenceDevice) {
    this(
        devices,
        deviceMilli,
        cpuMilli,
        memoryMib,
        deviceTypes,
        referenceDevice,
        RequestTerms.USUAL);
  }

  /** The same request on these terms. */
  public TaskRequest withTerms(RequestTerms newTerms) {
    return new TaskRequest(
        devices, deviceMilli, cpuMilli, memoryMib, deviceTypes, referenceDevice, newTerms);
  }

  /** The same request for so much of the host beside the devices. */
  public TaskRequest withHost(int newCpuMilli, int newMemoryMib) {
    return new TaskRequest(
        devices, deviceMilli, newCpuMilli, newMemoryMib, deviceTypes, referenceDevice, terms);
  }

  /** A request for whole devices of one type and nothing else. */
  public static TaskRequest wholeDevices(int devices, String deviceType) {
    return new TaskRequest(devices, 0, 0, 0, List.of(deviceType), null);
  }

  public boolean isFractional() {
    return deviceMilli > 0;
  }

  /** Whether memory of the device it shares is counted. */
  public boolean sharesMemory() {
    return isFractional() && terms.deviceMemoryMib() > 0;
  }

  /** The same request for a share of one device, or for so many whole ones, of some types. */
  public TaskRequest sized(
      int newDevices, int newMilli, int memoryMibOfDevice, List<String> types) {
    return new TaskRequest(
        newDevices,
        newMilli,
        cpuMilli,
        memoryMib,
        types,
        referenceDevice,
        terms.withDeviceMemory(memoryMibOfDevice));
  }

  /** The same request of jobs whose work was timed on this type. */
  public TaskRequest timedOn(String type) {
    return new TaskRequest(devices, deviceMilli, cpuMilli, memoryMib, deviceTypes, type, terms);
  }

  public boolean needsDevices() {
    return devices > 0 || deviceMilli > 0;
  }

  public boolean needsHost() {
    return cpuMilli > 0 || memoryMib > 0;
  }

  /** Devices held by one task, in thousandths. */
  public long milliDevices() {
    return (long) devices * MILLI + deviceMilli;
  }

  /** How many device slots one task occupies: its whole devices, or one for a share. */
  public int deviceSlots() {
    return isFractional() ? 1 : devices;
  }
}
