package org.suanwang.scheduling.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The sharing of links, by hand, second by second, and against exact fractions. */
class TransfersTest {
  private static final long GIGABIT = 1_000_000_000;

  /** One transfer: over which hubs, when it begins, and how much it is. */
  private record Given(int from, int to, long at, long bits) {}

  private static Links links(int hubs, long megabitsPerSecond) {
    List<String> ids = new ArrayList<>();
    List<Link> all = new ArrayList<>();
    for (int hub = 0; hub < hubs; hub++) {
      for (String other : ids) {
        all.add(new Link(other, "h" + hub, 1, megabitsPerSecond * (1 + all.size() % 3), null));
      }
      ids.add("h" + hub);
    }
    return new Links(ids, all);
  }

  /**
   * As the simulation does it: at each instant what has ended is taken, then what begins begins.
   */
  private static long[] ends(Links links, List<Given> given) {
    Transfers transfers = new Transfers(links);
    long[] ends = new long[given.size()];
    int next = 0;
    while (next < given.size() || transfers.nextEnd() < Long.MAX_VALUE) {
      long begin = next < given.size() ? given.get(next).at() : Long.MAX_VALUE;
      long now = Math.min(begin, transfers.nextEnd());
      for (int one : transfers.takeEnded(now)) {
        ends[one] = now;
      }
      while (next < given.size() && given.get(next).at() == now) {
        Given one = given.get(next);
        assertThat(transfers.begin(now, one.from(), one.to(), one.bits())).isEqualTo(next);
        next++;
      }
    }
    return ends;
  }

  /** Every second, each of those on a direction of a link moves its part of the rate. */
  private static long[] endsBySeconds(Links links, List<Given> given) {
    long[] left = given.stream().mapToLong(Given::bits).toArray();
    long[] ends = new long[left.length];
    for (long second = 0; Arrays.stream(ends).anyMatch(end -> end == 0); second++) {
      for (int i = 0; i < left.length; i++) {
        if (given.get(i).at() <= second && ends[i] == 0) {
          Given one = given.get(i);
          long sharing = 0;
          for (int j = 0; j < left.length; j++) {
            boolean isOnSame = given.get(j).from() == one.from() && given.get(j).to() == one.to();
            boolean isUnderWay = given.get(j).at() <= second && (ends[j] == 0 || ends[j] > second);
            sharing += isOnSame && isUnderWay ? 1 : 0;
          }
          Link link = links.find(one.from(), one.to());
          left[i] -= (link == null ? 0 : link.bitsPerSecond()) / sharing;
          ends[i] = left[i] <= 0 ? second + 1 : 0;
        }
      }
    }
    return ends;
  }

  @Test
  void one_takesItsBitsOverTheRate_roundedUp() {
    Links links = links(2, 8000);
    assertThat(ends(links, List.of(new Given(0, 1, 3, 80 * GIGABIT)))).containsExactly(13);
    assertThat(ends(links, List.of(new Given(0, 1, 3, 80 * GIGABIT + 1)))).containsExactly(14);
  }

  /**
   * 8 Gbit/s. The first is alone for 5 s: 40 of its 80 Gbit. Then each has 4 Gbit/s: the first
   * needs 10 s more, to 15. The second has 40 of its 60 by then, and the rest alone: 2.5 s, to 18.
   */
  @Test
  void two_shareALinkEvenly_fromTheBeginningOfTheSecondToTheEndOfTheFirst() {
    List<Given> two = List.of(new Given(0, 1, 0, 80 * GIGABIT), new Given(0, 1, 5, 60 * GIGABIT));
    assertThat(ends(links(2, 8000), two)).containsExactly(15, 18);
  }

  @Test
  void twoDirections_doNotShare() {
    List<Given> two = List.of(new Given(0, 1, 0, 80 * GIGABIT), new Given(1, 0, 0, 80 * GIGABIT));
    assertThat(ends(links(2, 8000), two)).containsExactly(10, 10);
  }

  @Test
  void sharesAndEnds_areThoseOfSecondBySecond() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Links links = links(2 + random.nextInt(2), 1 + random.nextInt(50));
      List<Given> given = drawn(random, links, 1 + random.nextInt(12), 40_000_000L);
      assertThat(ends(links, given)).as("seed " + seed).isEqualTo(endsBySeconds(links, given));
    }
  }

  private static List<Given> drawn(SplittableRandom random, Links links, int count, long bitsMax) {
    List<Given> given = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(4);
      boolean isBack = random.nextInt(3) == 0;
      int other = links.find(0, 2) != null && random.nextBoolean() ? 2 : 1;
      given.add(
          new Given(isBack ? other : 0, isBack ? 0 : other, at, 1 + random.nextLong(bitsMax)));
    }
    return given;
  }

  /**
   * Against ideal processor sharing on one link in exact fractions: nothing ends earlier, and each
   * at most a second for each transfer later, and what rounding takes of the parts.
   */
  @Test
  void ends_areThoseOfIdealSharing_butForWholeSeconds() {
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Links links = links(2, 20);
      List<Given> given = new ArrayList<>();
      for (Given one : drawn(random, links, 1 + random.nextInt(8), 400_000_000L)) {
        given.add(new Given(0, 1, one.at(), one.bits()));
      }
      long[] ours = ends(links, given);
      double[] ideal = idealEnds(given, 20_000_000L);
      for (int i = 0; i < ours.length; i++) {
        assertThat((double) ours[i]).as("seed " + seed).isGreaterThanOrEqualTo(ideal[i] - 1e-6);
        assertThat((double) ours[i]).isLessThan(ideal[i] + given.size() + 1);
      }
    }
  }

  /** In units of 1/840 bit: up to eight share without a remainder, and time is in fractions too. */
  private static double[] idealEnds(List<Given> given, long rate) {
    BigInteger unit = BigInteger.valueOf(840);
    BigInteger[] left = new BigInteger[given.size()];
    double[] ends = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = BigInteger.valueOf(given.get(i).bits()).multiply(unit).multiply(unit);
    }
    // time runs in steps of 1/840 s, in each of which whole units move
    BigInteger perStep = BigInteger.valueOf(rate).multiply(unit);
    for (long step = 0; Arrays.stream(left).anyMatch(bits -> bits.signum() > 0); step++) {
      List<Integer> sharing = new ArrayList<>();
      for (int i = 0; i < left.length; i++) {
        if (given.get(i).at() * 840 <= step && left[i].signum() > 0) {
          sharing.add(i);
        }
      }
      for (int one : sharing) {
        left[one] = left[one].subtract(perStep.divide(BigInteger.valueOf(sharing.size())));
        ends[one] = left[one].signum() <= 0 ? step / 840.0 : ends[one];
      }
    }
    return ends;
  }

  @Test
  void longBusyLine_countsOn() {
    Links links = links(2, 100_000_000);
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      given.add(new Given(0, 1, i * 700L, 80_000_000_000_000_000L));
    }
    long[] ends = ends(links, given);
    // 100 Tbit/s and 80 Pbit each, 800 s: all of them in 320,000 s, and a second more for rounding
    assertThat(Arrays.stream(ends).max().orElseThrow()).isBetween(320_000L, 320_401L);
    assertThat(ends).isSorted();
  }
}
