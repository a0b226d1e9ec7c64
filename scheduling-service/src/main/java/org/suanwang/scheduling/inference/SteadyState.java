package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * What requests meet at replicas under a load that lasts; the formulas are in {@code
 * docs/inference.md}. A request waits for a place in a batch, then for its turn to have its prompt
 * read, and its tokens are written in turns with those of the others of its batch, which pause
 * while prompts are read.
 *
 * @param waiting before the prompt is read
 * @param iterationSeconds what is left on average of the iteration that is going on
 * @param companions sequences that a replica writes, on average
 * @param sequencesMax that it can write at once
 * @param pause what an iteration is lengthened by for the reading of prompts, as a factor
 * @param contextTokens kept of one sequence
 */
record SteadyState(
    WaitLaw waiting,
    double iterationSeconds,
    double companions,
    int sequencesMax,
    double pause,
    double contextTokens) {
  private static final int HALVINGS = 60;

  /**
   * Works it out.
   *
   * @param perSecond requests of each class per second, some above 0
   * @param replicas that serve, above 0
   * @param stepSeconds for how long the load lasts
   */
  static SteadyState of(
      List<RequestCost> costs,
      double[] perSecond,
      double replicas,
      ReplicaPerformance performance,
      double stepSeconds) {
    RequestMix mix = RequestMix.of(costs, perSecond);
    RequestCost cost = mix.cost();
    double utilisation = mix.busyReplicas() / replicas;
    double served = mix.perSecond() / replicas * Math.min(1, 1 / utilisation);
    int most = cost.sequencesMax();
    // Of the places of a batch one is the request's own: alone it is not kept waiting by others.
    double others = (most - 1) / (double) most;
    double reading = served * cost.promptSeconds();
    double pause = 1 / (1 - Math.min(reading * others, 1 - 1e-9));
    double companions = companions(cost, served * cost.laterTokens() * pause, performance);
    double iteration = tokenSeconds(performance, cost, companions + 1);
    double token = iteration * pause;
    double hold = cost.promptSeconds() + cost.laterTokens() * token;
    WaitLaw place =
        WaitLaw.of(
            Math.max(1, replicas * most),
            Math.min(1, utilisation),
            hold,
            holdSquare(cost, token),
            stepSeconds);
    WaitLaw turn =
        WaitLaw.of(
            Math.max(1, replicas),
            Math.min(1, reading),
            cost.promptSeconds(),
            cost.promptSecondsSquare(),
            stepSeconds);
    return new SteadyState(
        place.and(turn.times(others)),
        Math.min(1, companions) * iteration / 2 * others,
        companions,
        most,
        pause,
        cost.contextTokens());
  }

  /** The same for requests that come in only as fast as they are served. */
  SteadyState withoutWait() {
    return new SteadyState(WaitLaw.NONE, 0, companions, sequencesMax, pause, contextTokens);
  }

  /** Second moment of prompt + later tokens × time per token, which are independent. */
  private static double holdSquare(RequestCost cost, double token) {
    return cost.promptSecondsSquare()
        + 2 * cost.promptSeconds() * cost.laterTokens() * token
        + cost.laterTokensSquare() * token * token;
  }

  /**
   * Sequences that a replica writes on average: by Little's law tokens per second × seconds per
   * token, where a sequence meets as many others as there are on average (the arrival theorem).
   * Exact where a batch takes as long as one (infinitely many servers) and where it takes as long
   * as all one after the other (processor sharing).
   */
  private static double companions(
      RequestCost cost, double tokensPerSecond, ReplicaPerformance performance) {
    double low = 0;
    double high = cost.sequencesMax();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (tokensPerSecond * tokenSeconds(performance, cost, middle + 1) > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double tokenSeconds(
      ReplicaPerformance performance, RequestCost cost, double sequences) {
    double batch = Math.min(sequences, cost.sequencesMax());
    return performance.tokenSeconds(batch, batch * cost.contextTokens());
  }

  /** Seconds between two tokens of a sequence, on average. */
  double tpotSeconds(ReplicaPerformance performance) {
    return tpotSeconds(performance, companions + 1);
  }

  private double tpotSeconds(ReplicaPerformance performance, double sequences) {
    double batch = Math.min(sequences, sequencesMax);
    return performance.tokenSeconds(batch, batch * contextTokens) * pause;
  }

  /** Share of the requests whose batch, drawn by Poisson, is small enough for this objective. */
  double tpotShare(ReplicaPerformance performance, double objectiveSeconds) {
    if (tpotSeconds(performance, sequencesMax) <= objectiveSeconds) {
      return 1;
    }
    int low = 0;
    int high = sequencesMax;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (tpotSeconds(performance, middle) <= objectiveSeconds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : PoissonShare.upTo(low - 1, companions, sequencesMax - 1);
  }

  /** Seconds from arrival to the first token of a class, without what a backlog adds. */
  double ttftSeconds(RequestCost cost) {
    return waiting.meanSeconds() + iterationSeconds + cost.promptSeconds();
  }

  /**
   * Share of the requests whose first token comes in time.
   *
   * @param promptSeconds of the equally likely prompts of the class
   * @param objectiveSeconds what is left of the objective
   */
  double ttftShare(double[] promptSeconds, double objectiveSeconds) {
    double sum = 0;
    for (double prompt : promptSeconds) {
      sum += waiting.within(objectiveSeconds - iterationSeconds - prompt);
    }
    return sum / promptSeconds.length;
  }
}
