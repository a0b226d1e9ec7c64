package org.suanwang.scheduling.rounds;

/** A job that has arrived and not ended. */
final class Running {
  private final int number;
  private final RoundJob job;
  private double stepsLeft;

  Running(int number, RoundJob job) {
    this.number = number;
    this.job = job;
    this.stepsLeft = job.steps();
  }

  int number() {
    return number;
  }

  int type() {
    return job.type();
  }

  double arrivalSeconds() {
    return job.arrivalSeconds();
  }

  double stepsLeft() {
    return stepsLeft;
  }

  boolean hasEnded() {
    return stepsLeft <= 0;
  }

  /** So much work is left. */
  void remain(double steps) {
    stepsLeft = steps;
  }

  /** Runs for at most so long; returns how long it did. */
  double run(double stepsPerSecond, double secondsMax) {
    double needed = stepsLeft / stepsPerSecond;
    stepsLeft = needed <= secondsMax ? 0 : stepsLeft - secondsMax * stepsPerSecond;
    return Math.min(needed, secondsMax);
  }
}
