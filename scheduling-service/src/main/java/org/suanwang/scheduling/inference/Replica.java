package org.suanwang.scheduling.inference;

/**
 * One copy of a model that serves requests.
 *
 * @param performance how fast it is
 * @param sequencesMax sequences that are written at once at most
 * @param batchTokensMax prompt tokens of one iteration at most; a longer prompt is read alone
 * @param cacheTokens tokens whose keys and values have room in the devices' memory
 */
public record Replica(
    ReplicaPerformance performance, int sequencesMax, int batchTokensMax, long cacheTokens) {
  public Replica {
    if (sequencesMax < 1 || batchTokensMax < 1 || cacheTokens < 1) {
      throw new IllegalArgumentException("a replica has room for something");
    }
  }
}
