package org.suanwang.scheduling.rest;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.scheduling.experiment.RequestRuns;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.RequestSimulation;
import org.suanwang.scheduling.inference.Router;
import org.suanwang.scheduling.inference.ServingResult;

/** What came out of running requests one by one. */
@Schema(description = "What came out of running requests one by one, for each number of replicas")
public record RequestSimulationView(
    Router router,
    Objectives objectives,
    @Schema(description = "Whether the speed of a replica was derived and not measured")
        boolean performanceAssumed,
    String performanceBasis,
    String rulesVersion,
    List<RunView> runs) {
  /** For one number of replicas. */
  public record RunView(int replicas, ServingResult result) {}

  static RequestSimulationView of(RequestRuns.Question question, List<ServingResult> results) {
    return new RequestSimulationView(
        question.router(),
        question.objectives(),
        question.replica().performance().assumed(),
        question.replica().performance().basis(),
        RequestSimulation.RULES_VERSION,
        IntStream.range(0, results.size())
            .mapToObj(i -> new RunView(question.replicas().get(i), results.get(i)))
            .toList());
  }
}
