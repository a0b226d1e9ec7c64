package org.suanwang.scheduling.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedLineTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 4096, 4097, 300_000})
  void anyComingAndGoing_isWalkedInOrderOfRankAndNumber(int jobs) {
    SplittableRandom random = new SplittableRandom(jobs);
    long[] ranks = random.longs(jobs, -20, 20).toArray();
    RankedLine line = new RankedLine(ranks);
    TreeSet<Integer> expected =
        new TreeSet<>(
            Comparator.comparingLong((Integer job) -> ranks[job])
                .thenComparing(Comparator.naturalOrder()));
    for (int step = 0; step < 2000; step++) {
      int job = random.nextInt(jobs);
      if (expected.remove(job)) {
        line.remove(job);
      } else {
        expected.add(job);
        line.add(job);
      }
      assertThat(line.size()).isEqualTo(expected.size());
      assertThat(line.head()).isEqualTo(expected.isEmpty() ? RankedLine.NONE : expected.first());
      Integer next = expected.higher(job);
      assertThat(line.after(job)).isEqualTo(next == null ? RankedLine.NONE : next);
    }
    assertThat(walk(line)).containsExactlyElementsOf(expected);
  }

  private static List<Integer> walk(RankedLine line) {
    List<Integer> jobs = new ArrayList<>();
    for (int job = line.head(); job != RankedLine.NONE; job = line.after(job)) {
      jobs.add(job);
    }
    return jobs;
  }
}
