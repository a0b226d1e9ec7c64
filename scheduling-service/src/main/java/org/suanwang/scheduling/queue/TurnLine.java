package org.suanwang.scheduling.queue;

/** The jobs that wait, in the order of their turns. Each is in it once at most. */
public interface TurnLine {
  /** No such job. */
  int NONE = -1;

  int size();

  /** Lets a job in that is not in the line. */
  void add(int job);

  /** Takes a job out that is in the line. */
  void remove(int job);

  /** The job whose turn it is; {@link #NONE} when nobody waits. */
  int head();

  /** The next job in the line behind this one, which need not be in it any more. */
  int after(int job);

  /** Whether one job's turn comes before another's. */
  boolean isBefore(int job, int other);
}
