package org.suanwang.scheduling.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How much free capacity the usual tasks of the workload could not use (Weng et al., USENIX ATC
 * 2023, section 3.2), over a run.
 *
 * @param usualRequests how many requests count as usual, the most frequent ones
 * @param coverage which share of all tasks these are
 * @param atStart before anything was placed
 * @param mean over the window, weighted by time
 * @param atEnd when the window ended
 */
public record Fragment(int usualRequests, double coverage, Level atStart, Level mean, Level atEnd) {
  /**
   * How much it was.
   *
   * @param devices that usual tasks could not use, as whole devices
   * @param devicesFree that were free, likewise; none of what was out of use
   */
  public record Level(double devices, double devicesFree) {
    /** The one as a share of the other; null when nothing was free. */
    public @Nullable Double shareOfFree() {
      return devicesFree == 0 ? null : (Double) (devices / devicesFree);
    }
  }
}
