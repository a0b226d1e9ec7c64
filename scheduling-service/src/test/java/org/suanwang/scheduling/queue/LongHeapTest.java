package org.suanwang.scheduling.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongHeapTest {
  @Test
  void anyKeys_leaveInOrderAndEqualOnesAsTheyCame() {
    SplittableRandom random = new SplittableRandom(1);
    LongHeap heap = new LongHeap();
    List<long[]> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      long key = random.nextLong(500);
      heap.add(key, i);
      expected.add(new long[] {key, i});
    }
    expected.sort(Comparator.comparingLong(e -> e[0]));
    for (long[] next : expected) {
      assertThat(heap.minKey()).isEqualTo(next[0]);
      assertThat(heap.peek()).isEqualTo((int) next[1]);
      assertThat(heap.poll()).isEqualTo((int) next[1]);
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void emptyHeap_refusesToGive() {
    assertThatThrownBy(() -> new LongHeap().poll()).isInstanceOf(IllegalStateException.class);
    assertThat(new LongHeap().minKey()).isEqualTo(Long.MAX_VALUE);
  }
}
