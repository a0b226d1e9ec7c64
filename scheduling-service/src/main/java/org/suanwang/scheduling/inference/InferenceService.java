package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * A model that is served to classes of requests by replicas that come and go.
 *
 * @param name unique in its workload
 * @param model its name, for people
 * @param place what a replica needs of a fleet
 * @param replica what one can do
 * @param scaling how many are wanted
 * @param clock over which time, in which steps
 * @param patienceSeconds how long a request waits before it gives up, s
 * @param classes what it serves
 */
public record InferenceService(
    String name,
    String model,
    ReplicaPlace place,
    Replica replica,
    ScalingRule scaling,
    StepClock clock,
    double patienceSeconds,
    List<RequestClass> classes) {
  public InferenceService {
    classes = List.copyOf(classes);
    if (classes.isEmpty() || !(patienceSeconds > 0)) {
      throw new IllegalArgumentException("a service has classes, and requests have patience");
    }
  }

  /** The same over another span of time. */
  public InferenceService during(StepClock other) {
    return new InferenceService(
        name, model, place, replica, scaling, other, patienceSeconds, classes);
  }

  /** What each class costs a replica. */
  public List<RequestCost> costs() {
    return classes.stream().map(c -> RequestCost.of(c, replica)).toList();
  }
}
