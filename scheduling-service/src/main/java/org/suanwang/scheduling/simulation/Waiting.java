package org.suanwang.scheduling.simulation;

/**
 * A job that waits, with its turn, which stays while it does.
 *
 * @param rank the smaller, the earlier its turn; of equal ones, the job that came first
 */
record Waiting(long rank, int job) implements Comparable<Waiting> {
  @Override
  public int compareTo(Waiting other) {
    int byRank = Long.compare(rank, other.rank);
    return byRank != 0 ? byRank : Integer.compare(job, other.job);
  }
}
