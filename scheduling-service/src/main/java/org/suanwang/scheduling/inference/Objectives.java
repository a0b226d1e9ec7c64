package org.suanwang.scheduling.inference;

/**
 * What the requests of a class are to be given.
 *
 * @param ttftSeconds time from arrival to the first token at most, s
 * @param tpotSeconds time per output token after the first at most, s per token
 * @param share of the requests that are to be given both, 0 to 1
 */
public record Objectives(double ttftSeconds, double tpotSeconds, double share) {
  public Objectives {
    if (!(ttftSeconds > 0 && tpotSeconds > 0 && share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("objectives are positive times and a share");
    }
  }
}
