package org.suanwang.scheduling.rest;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueTree;

/** What is due to a queue, why, and what it got. */
@Schema(description = "A queue with what is due to it and what it got, those below it included")
public record QueueView(
    String path,
    @Schema(description = "The queue above; null at the top") @Nullable String parent,
    double weight,
    @Schema(description = "The part of all that is due to it by the weights, 0 to 1")
        double fairShare,
    @Schema(description = "How the fair share comes about, level by level") String because,
    @Schema(description = "Held in the window") Measure deviceHours,
    @Schema(description = "The part of all device time that anybody held") double shareOfUse,
    @Schema(description = "The part of all device time that there was") double allocation,
    int jobs,
    int jobsCompleted,
    @Schema(description = "At the end of the window") int jobsWaiting,
    @Schema(description = "Could never have started") int jobsRejected,
    @Schema(description = "How often its jobs had to give way") int preemptions,
    @Schema(description = "Submission to first start, of the jobs that started")
        double waitSecondsMean,
    @Schema(description = "Jobs whose reason to wait, or not to run at all, was a quota")
        int jobsKeptByQuotas,
    @Schema(description = "For each type that any queue has a quota for") List<QuotaView> quotas) {
  private static final double MILLI = 1000;
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

  /** A quota, and what was used beyond it. */
  @Schema(name = "QuotaView", description = "A quota, and what was used beyond it")
  public record QuotaView(
      @Schema(description = "null for all types together") @Nullable String deviceType,
      @Schema(description = "Devices of its own; the sum of those below where it states none")
          double nominal,
      @Schema(description = "null for as many as there are") @Nullable Double borrowingLimit,
      @Schema(description = "null for all of its own") @Nullable Double lendingLimit,
      @Schema(description = "How long it held more than its own") long borrowedSeconds,
      @Schema(description = "What it held beyond its own") Measure borrowedDeviceHours) {}

  static QueueView of(QueueTree tree, QueueResult result) {
    int queue = result.queue();
    int parent = tree.parent(queue);
    return new QueueView(
        tree.path(queue),
        parent == QueueTree.ROOT ? null : tree.path(parent),
        tree.weight(queue),
        result.fairShare(),
        because(tree, queue),
        Measure.of(result.milliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h"),
        result.shareOfUse(),
        result.allocation(),
        result.jobs(),
        result.jobsCompleted(),
        result.jobsWaiting(),
        result.jobsRejected(),
        result.preemptions(),
        result.waitSecondsMean(),
        result.jobsKeptByQuotas(),
        result.quotas().stream().map(use -> quota(tree.quotas(queue), use)).toList());
  }

  private static String because(QueueTree tree, int queue) {
    String own =
        "weight %s of %s".formatted(tree.weight(queue), tree.weightBelow(tree.parent(queue)));
    return tree.parent(queue) == QueueTree.ROOT
        ? own + " at the top"
        : because(tree, tree.parent(queue)) + " × " + own + " in " + tree.path(tree.parent(queue));
  }

  private static QuotaView quota(List<QueueQuota> stated, QueueResult.QuotaUse use) {
    QueueQuota own =
        stated.stream()
            .filter(q -> Objects.equals(q.deviceType(), use.deviceType()))
            .findFirst()
            .orElse(null);
    return new QuotaView(
        use.deviceType(),
        use.nominalMilli() / MILLI,
        own == null ? null : devices(own.borrowingMilli()),
        own == null ? null : devices(own.lendingMilli()),
        use.borrowedSeconds(),
        Measure.of(use.borrowedMilliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h"));
  }

  private static @Nullable Double devices(@Nullable Long milli) {
    return milli == null ? null : (Double) (milli / MILLI);
  }
}
