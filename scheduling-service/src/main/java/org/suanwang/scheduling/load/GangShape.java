package org.suanwang.scheduling.load;

/**
 * Equal tasks that a job of many devices is made of.
 *
 * @param tasks how many
 * @param devicesPerTask whole devices of each
 */
record GangShape(int tasks, int devicesPerTask) {
  /**
   * As few equal tasks as keep the number of devices, none of them wider than a node: 24 devices on
   * nodes of 8 are three tasks of 8, 12 are two of 6, and 13 are thirteen of 1.
   */
  static GangShape of(int devices, int devicesPerTaskMax) {
    int width = Math.min(devices, devicesPerTaskMax);
    while (devices % width != 0) {
      width--;
    }
    return new GangShape(devices / width, width);
  }
}
