package org.suanwang.scheduling.queue;

import org.jspecify.annotations.Nullable;

/**
 * How many devices a queue has, and how many more it may borrow, in thousandths of a device.
 *
 * @param deviceType of which type; null for all types together
 * @param nominalMilli its own: those of the queues below it are among them
 * @param borrowingMilli how many of those that others of its parent do not use it may take beside
 *     its own; null for as many as there are
 * @param lendingMilli how many of its own the others may take while it does not use them; null for
 *     all
 */
public record QueueQuota(
    @Nullable String deviceType,
    long nominalMilli,
    @Nullable Long borrowingMilli,
    @Nullable Long lendingMilli) {
  public QueueQuota {
    if (nominalMilli < 0) {
      throw new IllegalArgumentException("negative quota");
    }
    if (borrowingMilli != null && borrowingMilli < 0) {
      throw new IllegalArgumentException("negative borrowing limit");
    }
    if (lendingMilli != null && (lendingMilli < 0 || lendingMilli > nominalMilli)) {
      throw new IllegalArgumentException("lending limit outside the quota");
    }
  }
}
