package org.suanwang.scheduling.simulation;

import java.util.List;

/** Takes the events of a run, in order. The simulation does not know what becomes of them. */
public interface EventSink {
  void accept(Event event);

  /** Hands every event to each of these, in their order. */
  static EventSink all(List<? extends EventSink> sinks) {
    EventSink[] each = sinks.toArray(EventSink[]::new);
    return event -> {
      for (EventSink sink : each) {
        sink.accept(event);
      }
    };
  }
}
