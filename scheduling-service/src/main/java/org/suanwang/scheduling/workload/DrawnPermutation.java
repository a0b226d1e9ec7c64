package org.suanwang.scheduling.workload;

/**
 * The numbers below a bound in an order drawn from a seed, told one by one in either direction and
 * without keeping any: a Feistel network on two halves of unequal size, walked until it falls below
 * the bound (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002).
 */
public final class DrawnPermutation {
  private static final int ROUNDS = 6;

  private final long seed;
  private final int bound;
  private final int left;
  private final int right;

  /** Of the numbers 0 … bound − 1; there is at least one. */
  public DrawnPermutation(long seed, int bound) {
    this.seed = seed;
    this.bound = bound;
    left = Math.max(1, (int) StrictMath.sqrt(bound));
    right = (bound + left - 1) / left;
  }

  /** The number at a place. */
  public int at(int place) {
    int number = forth(place);
    while (number >= bound) {
      number = forth(number);
    }
    return number;
  }

  /** The place of a number. */
  public int placeOf(int number) {
    int place = back(number);
    while (place >= bound) {
      place = back(place);
    }
    return place;
  }

  private int forth(int number) {
    int a = number / right;
    int b = number % right;
    for (int round = 0; round < ROUNDS; round += 2) {
      a = (a + draw(round, b, left)) % left;
      b = (b + draw(round + 1, a, right)) % right;
    }
    return a * right + b;
  }

  private int back(int number) {
    int a = number / right;
    int b = number % right;
    for (int round = ROUNDS - 2; round >= 0; round -= 2) {
      b = (b + right - draw(round + 1, a, right)) % right;
      a = (a + left - draw(round, b, left)) % left;
    }
    return a * right + b;
  }

  private int draw(int round, int half, int size) {
    long drawn = Draws.bits(seed, round, half) >>> Integer.SIZE;
    return (int) ((drawn * size) >>> Integer.SIZE);
  }
}
