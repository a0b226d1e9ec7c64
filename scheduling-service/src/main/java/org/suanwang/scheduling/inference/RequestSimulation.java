package org.suanwang.scheduling.inference;

import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Requests one by one at replicas behind a router: events in the order of time, ends before
 * arrivals, the lower replica first. Nothing is drawn, so the same requests give the same times.
 */
public final class RequestSimulation {
  /** The rules under which times come about; changes when they do. */
  public static final String RULES_VERSION = "suanwang-serving-1";

  static final long NANOS_PER_MICRO = 1_000;

  private final ServingInput input;
  private final RequestTimes times;
  private final ServingReplica[] replicas;
  private final ReplicaHeap byEnd;
  private final ReplicaHeap byLoad;
  private int next;
  private long now;
  private long outstanding;
  private double outstandingNanos;

  private RequestSimulation(ServingInput input) {
    this.input = input;
    times = new RequestTimes(input.requests());
    replicas = new ServingReplica[input.replicas()];
    for (int i = 0; i < replicas.length; i++) {
      replicas[i] = new ServingReplica(input.replica(), times);
    }
    byEnd = new ReplicaHeap(replicas.length, ServingReplica.IDLE);
    byLoad = new ReplicaHeap(replicas.length, 0);
  }

  /**
   * Runs until every request is served.
   *
   * @param checkpoint passed for every request
   */
  public static ServingRun run(ServingInput input, Checkpoint checkpoint) {
    return new RequestSimulation(input).run(checkpoint);
  }

  private ServingRun run(Checkpoint checkpoint) {
    RequestTable requests = input.requests();
    requireShort(requests);
    for (int request = 0; request < requests.size(); request++) {
      checkpoint.pass();
      long arrival = requests.arrivalMicros(request) * NANOS_PER_MICRO;
      endUntil(arrival);
      if (replicas[0].hasRoomFor(request)) {
        moveTo(arrival);
        outstanding++;
        int replica = route();
        replicas[replica].arrive(request, arrival);
        update(replica);
      }
    }
    while (byEnd.firstMajor() != ServingReplica.IDLE) {
      checkpoint.pass();
      endFirst();
    }
    double busy = 0;
    for (ServingReplica replica : replicas) {
      busy += replica.busyNanos();
    }
    return new ServingRun(times, now, outstandingNanos, busy);
  }

  private static void requireShort(RequestTable requests) {
    long last = requests.size() == 0 ? 0 : requests.arrivalMicros(requests.size() - 1);
    if (last > ServingReplica.NANOS_MAX / NANOS_PER_MICRO) {
      throw new InvalidInputException(
          "workload",
          last + " µs until the last request",
          "all requests must arrive within 68 years",
          "send a shorter trace");
    }
  }

  private void endUntil(long nanos) {
    while (byEnd.firstMajor() <= nanos) {
      endFirst();
    }
  }

  private void endFirst() {
    int replica = byEnd.first();
    moveTo(byEnd.firstMajor());
    outstanding -= replicas[replica].end();
    update(replica);
  }

  private void moveTo(long nanos) {
    outstandingNanos += (double) outstanding * (nanos - now);
    now = nanos;
  }

  private int route() {
    if (input.router() != Router.ROUND_ROBIN) {
      return byLoad.first();
    }
    int replica = next;
    next = (next + 1) % replicas.length;
    return replica;
  }

  private void update(int index) {
    ServingReplica replica = replicas[index];
    byEnd.set(index, replica.endNanos(), 0);
    switch (input.router()) {
      case ROUND_ROBIN -> {}
      case LEAST_OUTSTANDING -> byLoad.set(index, replica.outstanding(), 0);
      case SHORTEST_QUEUE ->
          byLoad.set(index, replica.waitingPromptTokens(), replica.outstanding());
    }
  }
}
