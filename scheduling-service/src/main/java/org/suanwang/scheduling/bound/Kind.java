package org.suanwang.scheduling.bound;

import java.util.BitSet;

/**
 * Requests that are the same to an allocation.
 *
 * @param pools where a node would hold a task, by the index of the pool
 * @param cpu thousandths of a core that a task holds for each thousandth of a device
 * @param memory MiB for each
 */
record Kind(BitSet pools, double cpu, double memory) {
  /**
   * One that needs no more, and is often the same as others.
   *
   * @param grain into how many parts each doubling is cut; 0 to leave it as it is
   */
  Kind rounded(int grain) {
    return grain == 0 ? this : new Kind(pools, rounded(cpu, grain), rounded(memory, grain));
  }

  private static double rounded(double need, int grain) {
    double octaves = Math.log(need) / Math.log(2);
    return need == 0 ? 0 : Math.min(need, Math.pow(2, Math.floor(octaves * grain) / grain));
  }
}
