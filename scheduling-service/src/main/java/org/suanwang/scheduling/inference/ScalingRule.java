package org.suanwang.scheduling.inference;

/**
 * How many replicas are wanted, as Kubernetes' HorizontalPodAutoscaler decides it.
 *
 * @param replicasMin at all times
 * @param replicasMax at any time
 * @param targetUtilisation of the replicas, above 0 and at most 1
 * @param tolerance by which utilisation ÷ target may differ from 1 before anything is changed
 * @param stabilisationSeconds for a reduction the greatest number wanted in so long counts
 * @param startSeconds from getting its devices until a replica serves: the model is loaded
 */
public record ScalingRule(
    int replicasMin,
    int replicasMax,
    double targetUtilisation,
    double tolerance,
    long stabilisationSeconds,
    long startSeconds) {
  /** As Kubernetes has it. */
  public static final double TOLERANCE_DEFAULT = 0.1;

  /** As Kubernetes has it. */
  public static final long STABILISATION_SECONDS_DEFAULT = 300;

  public ScalingRule {
    if (replicasMin < 0 || replicasMax < Math.max(1, replicasMin)) {
      throw new IllegalArgumentException("replicas from 0 to at least 1");
    }
    if (!(targetUtilisation > 0 && targetUtilisation <= 1 && tolerance >= 0)) {
      throw new IllegalArgumentException("a target above 0 and at most 1");
    }
    if (stabilisationSeconds < 0 || startSeconds < 0) {
      throw new IllegalArgumentException("no time is negative");
    }
  }

  /** Always so many, which serve at once. */
  public static ScalingRule fixed(int replicas) {
    return new ScalingRule(
        replicas, replicas, 1, TOLERANCE_DEFAULT, STABILISATION_SECONDS_DEFAULT, 0);
  }
}
