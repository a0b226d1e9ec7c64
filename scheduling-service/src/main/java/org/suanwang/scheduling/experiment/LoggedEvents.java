package org.suanwang.scheduling.experiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.SimulationInput;

/** Writes the events of a run down for people. */
final class LoggedEvents {
  private static final int DEVICES_SHOWN = 16;

  private final SimulationInput input;

  LoggedEvents(SimulationInput input) {
    this.input = input;
  }

  LoggedEvent of(Event event) {
    return switch (event.kind()) {
      case SUBMITTED, WITHDRAWN, TIMED_OUT ->
          new LoggedEvent(
              event.sequence(),
              event.timeSeconds(),
              event.kind().name(),
              id(event),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      case REJECTED, BLOCKED -> waiting(event, event.reason());
      case STARTED,
          RESIZED,
          PARTNER_CHANGED,
          FINISHED,
          KILLED,
          PREEMPTED,
          FAILED,
          GAVE_UP,
          CRASHED,
          STOPPED,
          CANCELLED ->
          holding(event, event.allocation());
    };
  }

  private LoggedEvent waiting(Event event, Decision.Wait wait) {
    FleetLayout.Group closest =
        wait.closestGroup() < 0 ? null : input.layout().group(wait.closestGroup());
    return new LoggedEvent(
        event.sequence(),
        event.timeSeconds(),
        event.kind().name(),
        id(event),
        hub(closest),
        closest == null ? null : closest.typesFor(input.jobs().request(event.job())),
        null,
        null,
        null,
        wait.reason().name(),
        wait.shortTasks(),
        wait.queue() == Decision.Wait.NO_QUEUE ? null : input.tree().path(wait.queue()));
  }

  private LoggedEvent holding(Event event, Allocation held) {
    FleetLayout.Group group = input.layout().group(held.group());
    int shown = Math.min(DEVICES_SHOWN, held.devices().length);
    return new LoggedEvent(
        event.sequence(),
        event.timeSeconds(),
        event.kind().name(),
        id(event),
        hub(group),
        input.layout().unions().typesOf(held),
        held.nodes().length,
        held.devices().length,
        Arrays.stream(held.devices(), 0, shown).boxed().toList(),
        null,
        null,
        null);
  }

  private @Nullable String hub(FleetLayout.@Nullable Group group) {
    return group == null ? null : input.layout().hub(group).id();
  }

  private String id(Event event) {
    return input.jobs().id(event.job());
  }
}
