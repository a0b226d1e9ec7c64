package org.suanwang.scheduling.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class PendingQueueTest {
  /** A job that comes back, or was put off, has the place among equals that it had. */
  @Test
  void equalRanks_leaveInOrderOfSubmission() {
    PendingQueue queue = new PendingQueue();
    queue.add(5, 7);
    queue.add(9, 1);
    queue.add(3, 7);
    assertThat(new int[] {queue.removeHead(), queue.removeHead(), queue.removeHead()})
        .containsExactly(9, 3, 5);
  }
}
