package org.suanwang.scheduling.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeProfileTest {
  private static final int SECONDS = 400;
  private static final int CAPACITY = 10;

  /** Two of four from 10 to 20, three from 15 to 30. */
  @Test
  void example_hasTheHolesSeenByEye() {
    FreeProfile profile = new FreeProfile(4);
    profile.add(10, 20, -2);
    profile.add(15, 30, -1);
    assertThat(profile.earliest(0, 4, 10)).isEqualTo(0);
    assertThat(profile.earliest(0, 4, 11)).isEqualTo(30);
    assertThat(profile.earliest(0, 2, 15)).isEqualTo(0);
    assertThat(profile.earliest(3, 2, 16)).isEqualTo(20);
    assertThat(profile.earliest(0, 3, 1)).isEqualTo(0);
    assertThat(profile.earliest(12, 3, 100)).isEqualTo(20);
    assertThat(profile.earliest(0, 5, 1)).isEqualTo(FreeProfile.NEVER);
    assertThat(profile.nextStep(12)).isEqualTo(15);
    assertThat(profile.nextStep(30)).isEqualTo(FreeProfile.NEVER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyReservations_areThoseOfANumberASecond(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FreeProfile profile = new FreeProfile(CAPACITY);
    int[] free = new int[SECONDS];
    Arrays.fill(free, CAPACITY);
    int now = 0;
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(10) == 0) {
        now += random.nextInt(3);
        profile.advance(now);
      }
      int need = random.nextInt(CAPACITY + 1);
      int seconds = 1 + random.nextInt(9);
      int at = now;
      while (!isFree(free, at, seconds, need)) {
        at++;
      }
      assertThat(profile.earliest(now, need, seconds)).isEqualTo(at);
      int sign = random.nextInt(3) == 0 ? 1 : -1;
      profile.add(at, at + seconds, (long) sign * need);
      for (int second = at; second < at + seconds; second++) {
        free[second] += sign * need;
      }
    }
  }

  /** Where little is given back, what was answered before is known still; a copy knows nothing. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void manyQuestions_areAnsweredByANumberASecond(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FreeProfile profile = new FreeProfile(CAPACITY);
    FreeProfile same = new FreeProfile(1);
    int[] free = new int[10 * SECONDS];
    Arrays.fill(free, CAPACITY);
    for (int step = 0; step < 600; step++) {
      int from = step / 20 + random.nextInt(random.nextBoolean() ? 1 : 80);
      int need = 1 + random.nextInt(CAPACITY);
      int seconds = 1 + random.nextInt(12);
      int at = from;
      while (!isFree(free, at, seconds, need)) {
        at++;
      }
      assertThat(profile.earliest(from, need, seconds)).isEqualTo(at);
      same.copy(profile);
      assertThat(same.earliest(from, need, seconds)).isEqualTo(at);
      assertThat(profile.least(from, from + seconds))
          .isEqualTo(Arrays.stream(free, from, from + seconds).min().orElseThrow());
      int sign = random.nextInt(25) == 0 ? 1 : random.nextInt(4) == 0 ? -1 : 0;
      profile.add(at, at + seconds, (long) sign * need);
      for (int second = at; second < at + seconds; second++) {
        free[second] += sign * need;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void reservationMovedForward_isTheEarliestWithoutItself(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      FreeProfile profile = new FreeProfile(CAPACITY);
      for (int other = 0; other < 12; other++) {
        take(profile, random.nextInt(40), 1 + random.nextInt(CAPACITY), 1 + random.nextInt(12));
      }
      int need = 1 + random.nextInt(CAPACITY);
      int seconds = 1 + random.nextInt(15);
      long held = profile.earliest(random.nextInt(60), need, seconds);
      long earliest = profile.earliest(3, need, seconds, Math.max(held, 3));
      profile.add(held, held + seconds, -need);
      assertThat(profile.earliest(3, need, seconds, Math.max(held, 3)))
          .as("its own reservation is not in its way")
          .isEqualTo(earliest)
          .isEqualTo(Math.min(Math.max(held, 3), without(profile, held, need, seconds)));
    }
  }

  private static void take(FreeProfile profile, int from, int need, int seconds) {
    long at = profile.earliest(from, need, seconds);
    profile.add(at, at + seconds, -need);
  }

  private static long without(FreeProfile profile, long held, int need, int seconds) {
    profile.add(held, held + seconds, need);
    long earliest = profile.earliest(3, need, seconds);
    profile.add(held, held + seconds, -need);
    return earliest;
  }

  private static boolean isFree(int[] free, int from, int seconds, int need) {
    return Arrays.stream(free, from, from + seconds).allMatch(f -> f >= need);
  }

  @Test
  void past_isForgotten() {
    FreeProfile profile = new FreeProfile(1);
    profile.add(5, 10, -1);
    profile.advance(7);
    assertThat(profile.earliest(7, 1, 1)).isEqualTo(10);
    assertThatThrownBy(() -> profile.add(6, 8, 1)).hasMessageContaining("second 6 is forgotten");
  }
}
