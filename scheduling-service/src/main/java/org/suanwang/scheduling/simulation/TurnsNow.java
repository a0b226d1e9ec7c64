package org.suanwang.scheduling.simulation;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.TurnLine;

/**
 * The jobs that wait where turns move as jobs make progress: each by its turn at the instant at
 * which it began to wait, as nothing is done of it while it waits.
 */
final class TurnsNow implements TurnLine {
  private final Simulation run;
  private final TreeSet<Waiting> line = new TreeSet<>();
  private final @Nullable Waiting[] last;

  TurnsNow(Simulation run) {
    this.run = run;
    last = new Waiting[run.input().jobs().size()];
  }

  @Override
  public int size() {
    return line.size();
  }

  @Override
  public void add(int job) {
    Waiting waiting = new Waiting(run.rankNow(job), job);
    last[job] = waiting;
    line.add(waiting);
  }

  @Override
  public void remove(int job) {
    line.remove(turn(job));
  }

  @Override
  public int head() {
    return line.isEmpty() ? NONE : line.first().job();
  }

  @Override
  public int after(int job) {
    Waiting next = line.higher(turn(job));
    return next == null ? NONE : next.job();
  }

  @Override
  public boolean isBefore(int job, int other) {
    return turn(job).compareTo(turn(other)) < 0;
  }

  private Waiting turn(int job) {
    Waiting waiting = last[job];
    if (waiting == null) {
      throw new IllegalStateException("job " + job + " has never waited");
    }
    return waiting;
  }
}
