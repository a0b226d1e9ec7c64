package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestSimulation;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.Router;
import org.suanwang.scheduling.inference.ServingInput;
import org.suanwang.scheduling.inference.ServingResult;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.workload.RequestGenerator;

/**
 * Runs requests one by one while the caller waits; nothing of it is kept, as the same question
 * gives the same answer. One at a time, since each takes much memory.
 */
public final class RequestRuns {
  /** Requests of one run. */
  public static final int REQUESTS_MAX = 5_000_000;

  private final Workloads workloads;
  private final Supplier<Checkpoint> patience;

  /**
   * Of these workloads.
   *
   * @param patience gives, for each answer, what is passed while it is worked out, and throws when
   *     that takes too long
   */
  public RequestRuns(Workloads workloads, Supplier<Checkpoint> patience) {
    this.workloads = workloads;
    this.patience = patience;
  }

  /**
   * What is asked.
   *
   * @param requests where they come from
   * @param replica what each replica can do
   * @param replicas numbers of replicas, for each of which all requests are run
   * @param router which of them a request goes to
   * @param objectives what the requests are to be given
   */
  public record Question(
      Source requests,
      Replica replica,
      List<Integer> replicas,
      Router router,
      Objectives objectives) {
    public Question {
      replicas = List.copyOf(replicas);
    }
  }

  /** Where requests come from. */
  public sealed interface Source {}

  /**
   * Recorded ones.
   *
   * @param workload id of what was sent as a trace
   */
  public record Recorded(String workload) implements Source {}

  /** Drawn ones. */
  public record Drawn(List<RequestClass> classes, StepClock clock, long seed) implements Source {
    public Drawn {
      classes = List.copyOf(classes);
    }
  }

  /**
   * Answers, in the order of the numbers of replicas.
   *
   * @throws InvalidInputException when the workload has no requests, or too many
   */
  public synchronized List<ServingResult> run(Question question) {
    Checkpoint checkpoint = patience.get();
    RequestTable requests =
        switch (question.requests()) {
          case Recorded recorded -> recorded(recorded.workload());
          case Drawn drawn ->
              RequestGenerator.draw(
                  drawn.classes(), drawn.clock(), drawn.seed(), REQUESTS_MAX, checkpoint);
        };
    List<ServingResult> results = new ArrayList<>();
    for (int replicas : question.replicas()) {
      ServingInput input =
          new ServingInput(requests, question.replica(), replicas, question.router());
      results.add(
          ServingResult.of(
              RequestSimulation.run(input, checkpoint), replicas, question.objectives()));
    }
    return results;
  }

  private RequestTable recorded(String workload) {
    RequestTable requests = workloads.require(workload).value().requests();
    if (requests == null || requests.size() > REQUESTS_MAX) {
      throw new InvalidInputException(
          "workload",
          requests == null ? workload : workload + " with " + requests.size() + " requests",
          "must be recorded requests, at most " + REQUESTS_MAX,
          "send a trace with format=azure-llm or format=mooncake");
    }
    return requests;
  }
}
