package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * Follows what every queue uses, device by device, and asks after each event whether all limits are
 * kept.
 */
final class QuotaSentinel implements EventSink {
  private final SimulationInput input;
  private final Map<@Nullable String, Map<String, Long>> used = new HashMap<>();
  private final Map<Integer, Allocation> held = new HashMap<>();

  QuotaSentinel(SimulationInput input) {
    this.input = input;
    Set<String> types = new TreeSet<>();
    input.queues().queues().stream()
        .flatMap(q -> q.quotas().stream())
        .map(q -> q.deviceType() == null ? "" : q.deviceType())
        .forEach(types::add);
    types.forEach(t -> used.put(t.isEmpty() ? null : t, new HashMap<>()));
  }

  @Override
  public void accept(Event event) {
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> {
        giveBack(event);
        held.put(event.job(), event.allocation());
        book(event, event.allocation(), 1);
        check(event);
      }
      case FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP, CRASHED, STOPPED, CANCELLED ->
          giveBack(event);
      case SUBMITTED, REJECTED, BLOCKED, WITHDRAWN, TIMED_OUT -> {}
    }
  }

  private void giveBack(Event event) {
    Allocation before = held.remove(event.job());
    if (before != null) {
      book(event, before, -1);
    }
  }

  private void book(Event event, Allocation of, int sign) {
    String tenant = input.jobs().tenant(event.job());
    for (Map.Entry<@Nullable String, Map<String, Long>> entry : used.entrySet()) {
      long devices =
          Arrays.stream(of.devices())
              .mapToObj(d -> String.valueOf(input.layout().poolOfDevice(d).pool().deviceType()))
              .filter(type -> entry.getKey() == null || type.equals(entry.getKey()))
              .count();
      entry.getValue().merge(tenant, sign * devices * of.milliOnDevice(), Long::sum);
    }
  }

  private void check(Event event) {
    used.forEach(
        (type, ofQueue) ->
            assertThat(new QuotaFlow(input.queues(), type, ofQueue).holds())
                .as("%s after %s of %s", type, event.kind(), input.jobs().id(event.job()))
                .isTrue());
  }
}
