package org.suanwang.scheduling.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests as a fluid: in each step so much work arrives, and the replicas that serve can do so
 * much. What they cannot do waits, first come, first served, and is served later or gives up. What
 * the served meet is what a backlog adds, exactly, and on top of it {@link SteadyState}. Nothing is
 * drawn.
 */
public final class FluidModel {
  private static final int DELAY_PARTS = 16;

  private final InferenceService service;
  private final ReplicaPerformance performance;
  private final List<RequestCost> costs;
  private final double[][] promptSeconds;
  private final FluidTally tally;
  private final Deque<Cohort> waiting = new ArrayDeque<>();
  private final double[] roundTripSeconds;
  private double[] roundTripShares = {};

  private FluidModel(InferenceService service, double[] roundTripSeconds) {
    this.service = service;
    this.roundTripSeconds = roundTripSeconds;
    performance = service.replica().performance();
    costs = service.costs();
    tally = new FluidTally(service.classes());
    promptSeconds =
        service.classes().stream()
            .map(
                c -> c.prompt().points().stream().mapToDouble(performance::promptSeconds).toArray())
            .toArray(double[][]::new);
  }

  /**
   * Evaluates a service.
   *
   * @param wanted replicas in each step of its clock
   * @param serving for how long replicas served in each step, and how far away
   */
  public static FluidResult evaluate(InferenceService service, int[] wanted, ServingTimes serving) {
    FluidModel model = new FluidModel(service, serving.roundTripSeconds());
    double[] servingSeconds = serving.total();
    StepClock clock = service.clock();
    FluidSeries series = new FluidSeries(clock, model.tally);
    for (int step = 0; step < clock.steps(); step++) {
      model.roundTripShares = serving.shares(step);
      double busy = model.step(clock.from(step), servingSeconds[step]);
      series.add(step, wanted[step], servingSeconds[step], busy);
    }
    return new FluidResult(model.tally.results(model.waitingByClass()), series.points());
  }

  /** Returns the time of a replica that what arrived will take. */
  private double step(long from, double servingSeconds) {
    long length = service.clock().stepSeconds();
    double[] requests = new double[costs.size()];
    double[] perSecond = new double[costs.size()];
    double busy = 0;
    double all = 0;
    for (int c = 0; c < requests.length; c++) {
      requests[c] = service.classes().get(c).rate().requests(from, from + length);
      tally.arrive(c, requests[c]);
      perSecond[c] = requests[c] / length;
      busy += requests[c] * costs.get(c).replicaSeconds();
      all += requests[c];
    }
    if (all > 0) {
      waiting.addLast(new Cohort(from, length, requests, busy));
    }
    double replicas = servingSeconds / length;
    if (replicas > 0) {
      SteadyState arriving =
          all > 0 ? SteadyState.of(costs, perSecond, replicas, performance, (double) length) : null;
      serve(from, replicas, arriving);
    }
    giveUp((double) from + length);
    return busy;
  }

  private void serve(long from, double replicas, @Nullable SteadyState arriving) {
    double end = (double) from + service.clock().stepSeconds();
    double now = from;
    while (!waiting.isEmpty() && now < end) {
      giveUp(now);
      Cohort first = waiting.peekFirst();
      if (first == null) {
        return;
      }
      double until = now + first.leftSeconds() / replicas;
      double share = until <= end ? 1 - first.gone : (end - now) * replicas / first.busySeconds;
      double servedUntil = Math.min(until, end);
      boolean isArriving = first.fromSeconds == from;
      SteadyState state = isArriving && arriving != null ? arriving : full(first, replicas);
      serve(first, share, now, servedUntil, state);
      now = servedUntil;
      if (until <= end) {
        waiting.removeFirst();
      } else {
        first.gone += share;
      }
    }
  }

  /** What a backlog meets while it is worked off: replicas at the limit of what they can do. */
  private SteadyState full(Cohort cohort, double replicas) {
    double[] perSecond = cohort.requests.clone();
    for (int c = 0; c < perSecond.length; c++) {
      perSecond[c] *= replicas / cohort.busySeconds;
    }
    double stepSeconds = service.clock().stepSeconds();
    SteadyState full = SteadyState.of(costs, perSecond, replicas, performance, stepSeconds);
    return full.withoutWait();
  }

  /**
   * The part's wait grows or falls evenly from that of its first to that of its last request, or
   * until nobody waits any more: who arrives after that meets no backlog.
   */
  private void serve(Cohort cohort, double share, double from, double to, SteadyState state) {
    double firstDelay = Math.max(0, from - cohort.oldestSeconds());
    double lastArrival = cohort.fromSeconds + (cohort.gone + share) * cohort.stepSeconds;
    double spare = to - lastArrival;
    double lastDelay = Math.max(0, spare);
    double backlogShare = spare < 0 ? firstDelay / (firstDelay - spare) : 1;
    double tpot = state.tpotSeconds(performance);
    for (int c = 0; c < cohort.requests.length; c++) {
      if (cohort.requests[c] > 0) {
        Objectives objectives = service.classes().get(c).objectives();
        tally.serve(
            c,
            cohort.requests[c] * share,
            backlogShare * (firstDelay + lastDelay) / 2
                + state.ttftSeconds(costs.get(c))
                + roundTripMean(),
            tpot,
            backlogShare * ttftShare(state, c, firstDelay, lastDelay)
                + (1 - backlogShare) * ttftShare(state, c, 0, 0),
            state.tpotShare(performance, objectives.tpotSeconds()));
      }
    }
  }

  private double roundTripMean() {
    double mean = 0;
    for (int d = 0; d < roundTripSeconds.length; d++) {
      mean += roundTripShares[d] * roundTripSeconds[d];
    }
    return mean;
  }

  /** Share whose first token comes in time, over the distances of the replicas that serve. */
  private double ttftShare(SteadyState state, int requestClass, double first, double last) {
    double objective = service.classes().get(requestClass).objectives().ttftSeconds();
    double share = 0;
    for (int d = 0; d < roundTripSeconds.length; d++) {
      if (roundTripShares[d] > 0) {
        double left = objective - roundTripSeconds[d];
        share += roundTripShares[d] * ttftShare(state, requestClass, left, first, last);
      }
    }
    return share;
  }

  private double ttftShare(
      SteadyState state, int requestClass, double objective, double first, double last) {
    if (first == last) {
      return state.ttftShare(promptSeconds[requestClass], objective - first);
    }
    double sum = 0;
    for (int i = 0; i < DELAY_PARTS; i++) {
      double delay = first + (last - first) * (i + 0.5) / DELAY_PARTS;
      sum += state.ttftShare(promptSeconds[requestClass], objective - delay);
    }
    return sum / DELAY_PARTS;
  }

  /** Requests whose patience has ended by now go. */
  private void giveUp(double now) {
    while (!waiting.isEmpty()) {
      Cohort first = waiting.getFirst();
      double goneBy =
          Math.min(1, (now - service.patienceSeconds() - first.fromSeconds) / first.stepSeconds);
      if (goneBy <= first.gone) {
        return;
      }
      for (int c = 0; c < first.requests.length; c++) {
        tally.drop(c, first.requests[c] * (goneBy - first.gone));
      }
      first.gone = goneBy;
      if (goneBy < 1) {
        return;
      }
      waiting.removeFirst();
    }
  }

  private double[] waitingByClass() {
    double[] left = new double[costs.size()];
    for (Cohort cohort : waiting) {
      for (int c = 0; c < left.length; c++) {
        left[c] += cohort.requests[c] * (1 - cohort.gone);
      }
    }
    return left;
  }
}
