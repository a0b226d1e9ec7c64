package org.suanwang.scheduling.cluster;

/**
 * A size in which a device can be divided, as vNPU templates and MIG profiles are. How many of them
 * a device takes follows from what each takes of it.
 *
 * @param name as its maker calls it
 * @param computeMilli thousandths of the device's compute, 1 to 999
 * @param memoryMib of the device's memory
 * @param source who says so
 */
public record DeviceTemplate(String name, int computeMilli, int memoryMib, String source) {
  /** Templates of one device type. */
  public static final int TEMPLATES_MAX = 100;
}
