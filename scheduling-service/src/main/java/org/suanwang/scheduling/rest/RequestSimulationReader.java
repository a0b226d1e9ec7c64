package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.experiment.RequestRuns;
import org.suanwang.scheduling.inference.InferenceLimits;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.Router;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads a {@link RequestSimulationRequest}. */
final class RequestSimulationReader {
  private static final int COUNTS_MAX = 20;
  private static final long SEED_DEFAULT = 42;

  private final Findings findings = new Findings();

  /**
   * Reads the whole request.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException with everything that is wrong
   */
  static RequestRuns.Question read(RequestSimulationRequest request) {
    return new RequestSimulationReader().readAll(request);
  }

  private RequestRuns.Question readAll(RequestSimulationRequest given) {
    List<Integer> replicas = replicas(given.replicas());
    Router router = router(given.router());
    StepClock clock = clock(given.durationSeconds());
    RequestClassReader reader = new RequestClassReader(findings, clock, id -> null);
    Objectives objectives = reader.objectives("objectives", given.objectives());
    Replica replica = null;
    if (findings.require(
            given.replica() != null, "replica", null, "is required", "say what a replica can do")
        && given.replica() != null) {
      replica = new ReplicaReader(findings, "replica", given.replica()).read();
    }
    RequestRuns.Source source = source(given, clock, reader);
    findings.throwIfAny();
    return new RequestRuns.Question(
        source, Objects.requireNonNull(replica), replicas, router, objectives);
  }

  private RequestRuns.Source source(
      RequestSimulationRequest given, StepClock clock, RequestClassReader reader) {
    findings.require(
        (given.workload() == null) != (given.classes() == null),
        "workload",
        given.workload(),
        "exactly one of workload and classes is needed",
        "name recorded requests, or describe some");
    if (given.classes() == null) {
      findings.require(
          given.durationSeconds() == null && given.seed() == null,
          "durationSeconds",
          given.durationSeconds(),
          "durationSeconds and seed are only for classes",
          "leave them out");
      return new RequestRuns.Recorded(
          findings.name(
              "workload",
              Objects.requireNonNullElse(given.workload(), ""),
              WorkloadLimits.NAME_LENGTH_MAX));
    }
    findings.require(
        given.durationSeconds() != null,
        "durationSeconds",
        null,
        "is required with classes",
        "say for how long requests arrive");
    return new RequestRuns.Drawn(
        reader.read("classes", given.classes()),
        clock,
        Objects.requireNonNullElse(given.seed(), SEED_DEFAULT));
  }

  /** Rates change at whole seconds at the earliest, so steps of so long are as good as any. */
  private StepClock clock(@Nullable Long given) {
    int seconds = findings.whole("durationSeconds", given, 1, InferenceLimits.STEPS_MAX, 1);
    return new StepClock(0, 1, seconds);
  }

  private List<Integer> replicas(@Nullable List<@Nullable Integer> given) {
    List<@Nullable Integer> all = Objects.requireNonNullElse(given, List.of());
    findings.require(
        !all.isEmpty() && all.size() <= COUNTS_MAX,
        "replicas",
        all.size() + " numbers",
        "must be 1 to " + COUNTS_MAX + " numbers of replicas",
        "write [1, 2, 4]");
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < all.size() && !findings.isFull(); i++) {
      String at = "replicas[" + i + "]";
      Integer one = all.get(i);
      findings.require(one != null, at, null, "must be a number", "remove the null");
      counts.add(findings.whole(at, one, 1, InferenceLimits.REPLICAS_MAX, 1));
    }
    return counts;
  }

  private Router router(@Nullable String given) {
    String choice = Objects.requireNonNullElse(given, Router.LEAST_OUTSTANDING.name());
    boolean holds =
        findings.require(
            Arrays.stream(Router.values()).anyMatch(r -> r.name().equals(choice)),
            "router",
            given,
            "must be one of " + Arrays.toString(Router.values()),
            "leave it out for LEAST_OUTSTANDING");
    return holds ? Router.valueOf(choice) : Router.LEAST_OUTSTANDING;
  }
}
