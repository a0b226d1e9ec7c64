package org.suanwang.scheduling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tree finds against a look at every entry. */
class RoomTreeTest {
  private static final int ENTRIES = 60;
  private static final int STEPS = 2_000;
  private static final int OUT = -1;
  private static final double[] USUAL = {1, 0, 0.1, 3, 1e9};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void entriesThatComeAndGo_areFoundAsIfEachHadBeenLookedAt(int seed) {
    var random = new SplittableRandom(seed);
    var tree = new RoomTree(2, ENTRIES, USUAL[seed % USUAL.length]);
    long[] keys = new long[ENTRIES];
    int[][] free = new int[ENTRIES][3];
    Arrays.fill(keys, OUT);
    for (int step = 0; step < STEPS; step++) {
      int entry = random.nextInt(ENTRIES);
      int line = entry % 2;
      if (random.nextInt(3) == 0) {
        tree.remove(line, entry);
        keys[entry] = OUT;
      } else {
        keys[entry] = random.nextInt(20);
        free[entry] = new int[] {most(random), most(random), random.nextInt(9)};
        tree.put(line, entry, keys[entry], free[entry][0], free[entry][1], free[entry][2]);
      }
      int[] wanted = {random.nextInt(9), random.nextInt(9), random.nextInt(9)};
      long from = random.nextInt(20);
      int[] expected =
          IntStream.range(0, ENTRIES)
              .filter(e -> e % 2 == line && keys[e] >= from)
              .filter(e -> IntStream.range(0, 3).allMatch(i -> free[e][i] >= wanted[i]))
              .boxed()
              .sorted(Comparator.<Integer>comparingLong(e -> keys[e]).thenComparingInt(e -> e))
              .mapToInt(Integer::intValue)
              .toArray();
      tree.want(wanted[0], wanted[1], wanted[2]);
      int[] found =
          IntStream.iterate(tree.first(line, from), e -> e >= 0, e -> tree.after(line, e))
              .toArray();
      assertThat(found).isEqualTo(expected);
    }
  }

  /** Not modelled is as much as there can be. */
  private static int most(SplittableRandom random) {
    return random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(9);
  }
}
