package org.suanwang.scheduling.rest;

/** Examples of why something is not deleted. */
final class DeletionExamples {
  private static final String CONFLICT =
      """
      {"type":"about:blank","title":"Conflict","status":409,"detail":""";

  static final String FLEET_NEEDED =
      CONFLICT
          + """
          "fleet fleet-5c0e8f6b1d2a is needed by 61 simulations: simulation-8542aedd3420 \
          (COMPLETED), simulation-0b1f6c2d9e77 (RUNNING, of experiment-0c51d7a9e2f4), \
          simulation-5d3a90c1f2b8 (QUEUED, of experiment-0c51d7a9e2f4) and others; DELETE them \
          first, runs of an experiment with it, after cancelling what has not ended"}""";

  static final String WORKLOAD_NEEDED =
      CONFLICT
          + """
          "workload workload-91f0b6d3c4aa is needed by 1 simulation: simulation-8542aedd3420 \
          (COMPLETED); DELETE them first, runs of an experiment with it, after cancelling what has \
          not ended"}""";

  private DeletionExamples() {}
}
