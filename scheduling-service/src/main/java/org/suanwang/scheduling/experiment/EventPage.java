package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.SimulationInput;

/** Keeps one page of a run's events and can stop the run when the page is full. */
public final class EventPage implements EventSink {
  private final LoggedEvents logged;
  private final long from;
  private final int limit;
  private final List<LoggedEvent> events = new ArrayList<>();
  private boolean more;

  EventPage(SimulationInput input, long from, int limit) {
    this.logged = new LoggedEvents(input);
    this.from = from;
    this.limit = limit;
  }

  RunObserver untilFull(Checkpoint checkpoint) {
    return (simulatedSeconds, count, jobsDone) -> {
      checkpoint.pass();
      return !more;
    };
  }

  @Override
  public void accept(Event event) {
    if (events.size() == limit) {
      more = true;
    } else if (event.sequence() >= from) {
      events.add(logged.of(event));
    }
  }

  public List<LoggedEvent> events() {
    return List.copyOf(events);
  }

  /** Where the next page starts; null after the last. */
  public @Nullable Long nextSequence() {
    return more ? from + limit : null;
  }
}
