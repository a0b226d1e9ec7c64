package org.suanwang.scheduling.inference;

/** Adds up for how long replicas served in each step, from the times of each. */
public final class ServingSeconds {
  private final StepClock clock;
  private final double[] partial;
  private final long[] wholeChange;

  public ServingSeconds(StepClock clock) {
    this.clock = clock;
    partial = new double[clock.steps()];
    wholeChange = new long[clock.steps() + 1];
  }

  /** A replica served from one second until another. */
  public void add(long fromSeconds, long toSeconds) {
    long from = Math.max(fromSeconds, clock.startSeconds());
    long to = Math.min(toSeconds, clock.endSeconds());
    if (from >= to) {
      return;
    }
    int first = step(from);
    int last = step(to - 1);
    if (first == last) {
      partial[first] += to - from;
      return;
    }
    partial[first] += clock.from(first + 1) - from;
    partial[last] += to - clock.from(last);
    wholeChange[first + 1]++;
    wholeChange[last]--;
  }

  private int step(long seconds) {
    return (int) ((seconds - clock.startSeconds()) / clock.stepSeconds());
  }

  /** Of all replicas together in each step, s. */
  public double[] byStep() {
    double[] seconds = partial.clone();
    long whole = 0;
    for (int step = 0; step < seconds.length; step++) {
      whole += wholeChange[step];
      seconds[step] += whole * (double) clock.stepSeconds();
    }
    return seconds;
  }
}
