package org.suanwang.scheduling.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many replicas are wanted in each step, from the demand alone, as Kubernetes'
 * HorizontalPodAutoscaler would have it (autoscaling/v2): after each step the work that arrived in
 * it ÷ the replicas is the utilisation; {@code ceil(replicas × utilisation ÷ target)} are wanted
 * for the next, unless utilisation ÷ target is within the tolerance of 1; a reduction goes to the
 * greatest number that was wanted within the stabilisation window.
 *
 * <p>It begins with the minimum, and takes for granted that what it wants is there.
 */
public final class Autoscaler {
  /** Keeps a quotient that is whole but for rounding from being rounded up. */
  private static final double ROUNDING = 1e-9;

  private final ScalingRule rule;
  private final long stepSeconds;
  private final Deque<Wanted> window = new ArrayDeque<>();
  private int replicas;

  private record Wanted(long step, int replicas) {}

  private Autoscaler(ScalingRule rule, long stepSeconds) {
    this.rule = rule;
    this.stepSeconds = stepSeconds;
    this.replicas = rule.replicasMin();
  }

  /** The replicas wanted in each step. */
  public static int[] replicas(InferenceService service) {
    StepClock clock = service.clock();
    List<RequestCost> costs = service.costs();
    Autoscaler scaler = new Autoscaler(service.scaling(), clock.stepSeconds());
    int[] wanted = new int[clock.steps()];
    for (int step = 0; step < wanted.length; step++) {
      wanted[step] = scaler.replicas;
      double seconds = 0;
      for (int c = 0; c < costs.size(); c++) {
        RequestRate rate = service.classes().get(c).rate();
        seconds +=
            rate.requests(clock.from(step), clock.from(step + 1)) * costs.get(c).replicaSeconds();
      }
      scaler.observe(step, seconds / clock.stepSeconds());
    }
    return wanted;
  }

  /** Decides on the next step, after this much work arrived in one, in replicas that do it. */
  private void observe(long step, double busyReplicas) {
    int recommended = Math.clamp(recommend(busyReplicas), rule.replicasMin(), rule.replicasMax());
    while (!window.isEmpty() && window.getLast().replicas() <= recommended) {
      window.removeLast();
    }
    window.addLast(new Wanted(step, recommended));
    while ((step - window.getFirst().step()) * stepSeconds > rule.stabilisationSeconds()) {
      window.removeFirst();
    }
    replicas =
        recommended > replicas ? recommended : Math.min(replicas, window.getFirst().replicas());
  }

  private long recommend(double busyReplicas) {
    double ratio = busyReplicas / (replicas * rule.targetUtilisation());
    if (replicas > 0 && Math.abs(ratio - 1) <= rule.tolerance()) {
      return replicas;
    }
    return (long) Math.ceil(busyReplicas / rule.targetUtilisation() - ROUNDING);
  }
}
