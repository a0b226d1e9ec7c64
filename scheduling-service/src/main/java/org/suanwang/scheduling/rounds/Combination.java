package org.suanwang.scheduling.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A job, or two that share devices, with what it is to have and what it has had. */
final class Combination {
  private final List<Running> jobs;
  private final int width;
  private final double roundSeconds;
  private final double[][] speeds;
  private final double[] received;
  private final double[] deficit;
  private double[] share;

  private Combination(List<Running> jobs, int width, double roundSeconds, double[][] speeds) {
    this.jobs = List.copyOf(jobs);
    this.width = width;
    this.roundSeconds = roundSeconds;
    this.speeds = speeds;
    this.received = new double[speeds[0].length];
    this.deficit = new double[received.length];
    this.share = new double[received.length];
    Arrays.fill(received, roundSeconds / 2);
  }

  static Combination alone(Running job, ThroughputMatrix matrix, double roundSeconds) {
    double[][] speeds = {matrix.stepsPerSecond()[job.type()]};
    return new Combination(List.of(job), matrix.devices(job.type()), roundSeconds, speeds);
  }

  static Combination pair(
      Running first, Running second, ThroughputMatrix matrix, double roundSeconds) {
    double[][] speeds = {
      matrix.sharedStepsPerSecond()[first.type()][second.type()],
      matrix.sharedStepsPerSecond()[second.type()][first.type()]
    };
    return new Combination(
        List.of(first, second), matrix.devices(first.type()), roundSeconds, speeds);
  }

  List<Running> jobs() {
    return jobs;
  }

  /** How many devices it takes. */
  int width() {
    return width;
  }

  boolean hasAnEndedJob() {
    return jobs.stream().anyMatch(Running::hasEnded);
  }

  boolean mayRun(int deviceType) {
    for (double[] row : speeds) {
      if (row[deviceType] <= 0) {
        return false;
      }
    }
    return true;
  }

  double share(int deviceType) {
    return share[deviceType];
  }

  double deficit(int deviceType) {
    return deficit[deviceType];
  }

  /** Time on a type since shares were found last, and half a round, so that ratios can be taken. */
  double received(int deviceType) {
    return received[deviceType];
  }

  /** Time on a type since shares were found last, and nothing else. */
  double receivedSeconds(int deviceType) {
    return received[deviceType] - roundSeconds / 2;
  }

  /** Runs one of its jobs for at most a round; returns for how long. */
  double run(int job, int deviceType) {
    return jobs.get(job).run(speeds[job][deviceType], roundSeconds);
  }

  void receive(int deviceType, double seconds) {
    received[deviceType] += seconds;
  }

  /** Forgets what was received but for what it was short of its shares. */
  void settle(double elapsedSeconds) {
    for (int type = 0; type < received.length; type++) {
      deficit[type] += share[type] * elapsedSeconds - receivedSeconds(type);
      received[type] = roundSeconds / 2;
    }
  }

  /** Adds to its share that of another. */
  void giveAllOf(Combination other) {
    share = IntStream.range(0, share.length).mapToDouble(t -> share[t] + other.share[t]).toArray();
  }

  void give(double[] newShare) {
    share = newShare;
  }
}
