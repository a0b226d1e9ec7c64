package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.SimulationInput;

/** Keeps one page of a run's events and can stop the run when the page is full. */
public final class EventPage implements EventSink {
  private static final int DEVICES_SHOWN = 16;

  private final SimulationInput input;
  private final long from;
  private final int limit;
  private final List<LoggedEvent> events = new ArrayList<>();
  private boolean more;

  EventPage(SimulationInput input, long from, int limit) {
    this.input = input;
    this.from = from;
    this.limit = limit;
  }

  RunObserver untilFull() {
    return (simulatedSeconds, count, jobsDone) -> !more;
  }

  @Override
  public void accept(Event event) {
    if (events.size() == limit) {
      more = true;
    } else if (event.sequence() >= from) {
      events.add(logged(event));
    }
  }

  private LoggedEvent logged(Event event) {
    return switch (event.kind()) {
      case SUBMITTED ->
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
              null);
      case REJECTED, BLOCKED -> waiting(event, event.reason());
      case STARTED, FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP ->
          holding(event, event.allocation());
    };
  }

  private LoggedEvent waiting(Event event, Decision.Wait wait) {
    FleetLayout.Group closest =
        wait.closestGroup() < 0 ? null : input.layout().groups().get(wait.closestGroup());
    return new LoggedEvent(
        event.sequence(),
        event.timeSeconds(),
        event.kind().name(),
        id(event),
        hub(closest),
        closest == null ? null : closest.deviceType(),
        null,
        null,
        null,
        wait.reason().name(),
        wait.shortTasks());
  }

  private LoggedEvent holding(Event event, Allocation held) {
    FleetLayout.Group group = input.layout().groups().get(held.group());
    int shown = Math.min(DEVICES_SHOWN, held.devices().length);
    return new LoggedEvent(
        event.sequence(),
        event.timeSeconds(),
        event.kind().name(),
        id(event),
        hub(group),
        group.deviceType(),
        held.nodes().length,
        held.devices().length,
        Arrays.stream(held.devices(), 0, shown).boxed().toList(),
        null,
        null);
  }

  private @Nullable String hub(FleetLayout.@Nullable Group group) {
    return group == null ? null : input.layout().hub(group).id();
  }

  private String id(Event event) {
    return input.jobs().id(event.job());
  }

  public List<LoggedEvent> events() {
    return List.copyOf(events);
  }

  /** Where the next page starts; null after the last. */
  public @Nullable Long nextSequence() {
    return more ? from + limit : null;
  }
}
