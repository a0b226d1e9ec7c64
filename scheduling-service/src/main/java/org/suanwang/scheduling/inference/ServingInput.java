package org.suanwang.scheduling.inference;

/**
 * All that a run request by request depends on.
 *
 * @param requests by arrival
 * @param replica what each replica can do
 * @param replicas how many there are, all the time
 * @param router which of them a request goes to
 */
public record ServingInput(RequestTable requests, Replica replica, int replicas, Router router) {
  public ServingInput {
    if (replicas < 1 || replicas > InferenceLimits.REPLICAS_MAX) {
      throw new IllegalArgumentException("replicas from 1 to " + InferenceLimits.REPLICAS_MAX);
    }
  }
}
