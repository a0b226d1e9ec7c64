package org.suanwang.scheduling.inference;

import java.util.List;

/** Small replicas and services for tests. */
final class Serving {
  static final Objectives LOOSE = new Objectives(1e5, 1e5, 0.9);

  private Serving() {}

  /** Reads a prompt token in this long, and writes a token in this long whatever the batch. */
  static ReplicaPerformance linear(double promptTokenSeconds, double tokenSeconds) {
    return new ReplicaPerformance(
        new PerformanceCurve(
            List.of(
                new PerformanceCurve.Point(0, 0),
                new PerformanceCurve.Point(1000, 1000 * promptTokenSeconds))),
        new PerformanceCurve(List.of(new PerformanceCurve.Point(1, tokenSeconds))),
        0,
        false,
        "made up");
  }

  /** Writes a token of each of n sequences in n times this long: processor sharing. */
  static ReplicaPerformance sharing(double tokenSeconds) {
    return new ReplicaPerformance(
        new PerformanceCurve(List.of(new PerformanceCurve.Point(1, 1e-9))),
        new PerformanceCurve(
            List.of(new PerformanceCurve.Point(0, 0), new PerformanceCurve.Point(1, tokenSeconds))),
        0,
        false,
        "made up");
  }

  static Replica replica(ReplicaPerformance performance, int sequences) {
    return new Replica(performance, sequences, 1_000_000, 1_000_000_000);
  }

  static InferenceService service(
      Replica replica, ScalingRule scaling, StepClock clock, double patience, RequestClass... of) {
    ReplicaPlace place = new ReplicaPlace("device", 1, 1, null, false, 0, "default");
    return new InferenceService(
        "chat", "a model", place, replica, scaling, clock, patience, List.of(of));
  }

  static RequestClass requests(double prompt, double answer, RequestRate rate) {
    return new RequestClass(
        "chat", TokenLengths.constant(prompt), TokenLengths.constant(answer), rate, LOOSE);
  }
}
