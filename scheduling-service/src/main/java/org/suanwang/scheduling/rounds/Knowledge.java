package org.suanwang.scheduling.rounds;

/** What a policy knows of throughputs, and may do. */
public enum Knowledge {
  /** Nothing: all device types count as alike. */
  AGNOSTIC("agnostic"),
  /** How fast each job is on each device type. */
  AWARE("aware"),
  /** That, and how fast beside each other; two jobs may be on the devices of one. */
  SHARING("sharing");

  private final String word;

  Knowledge(String word) {
    this.word = word;
  }

  /** For people. */
  String word() {
    return word;
  }

  /** Whether it knows how fast jobs are where. */
  boolean isAware() {
    return this != AGNOSTIC;
  }
}
