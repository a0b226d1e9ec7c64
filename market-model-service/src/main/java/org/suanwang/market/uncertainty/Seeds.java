package org.suanwang.market.uncertainty;

/**
 * Seeds of streams that have nothing to do with each other, from what the stream is for: the
 * finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators,
 * 2014) after each part.
 */
public final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /** A seed for a part of what another seed is for. */
  public static long split(long seed, long part) {
    return mix(mix(seed + GOLDEN_GAMMA) + part * GOLDEN_GAMMA + GOLDEN_GAMMA);
  }

  /** A seed for something that has a name; where it stands in a list makes no difference. */
  public static long split(long seed, String name) {
    long all = seed;
    for (int i = 0; i < name.length(); i++) {
      all = split(all, name.charAt(i));
    }
    return split(all, -1);
  }

  private static long mix(long z) {
    long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
