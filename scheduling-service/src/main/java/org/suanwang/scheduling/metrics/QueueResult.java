package org.suanwang.scheduling.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one queue, those below it included.
 *
 * @param queue its number in the tree
 * @param fairShare the part of all that is due to it by the weights, 0 to 1
 * @param milliDeviceSeconds thousandths of a device × seconds held in the window
 * @param shareOfUse the part of all device time that anybody held; 0 when nobody held any
 * @param allocation the part of all device time that there was
 * @param jobs all of them
 * @param jobsCompleted of them
 * @param jobsWaiting at the end of the window
 * @param jobsRejected could never have started
 * @param preemptions how often its jobs had to give way
 * @param waitSecondsMean submission to first start, of the jobs that started; 0 when none did
 * @param jobsKeptByQuotas whose reason to wait, or not to run at all, was a quota
 * @param quotas what became of them, one entry for each type that any queue has a quota for
 */
public record QueueResult(
    int queue,
    double fairShare,
    long milliDeviceSeconds,
    double shareOfUse,
    double allocation,
    int jobs,
    int jobsCompleted,
    int jobsWaiting,
    int jobsRejected,
    int preemptions,
    double waitSecondsMean,
    int jobsKeptByQuotas,
    List<QuotaUse> quotas) {
  public QueueResult {
    quotas = List.copyOf(quotas);
  }

  /**
   * What was used beyond a quota.
   *
   * @param deviceType of which type; null for all together
   * @param nominalMilli the queue's own, stated or the sum of those below
   * @param borrowedSeconds how long it held more than its own
   * @param borrowedMilliDeviceSeconds what it held beyond its own × how long
   */
  public record QuotaUse(
      @Nullable String deviceType,
      long nominalMilli,
      long borrowedSeconds,
      long borrowedMilliDeviceSeconds) {}
}
