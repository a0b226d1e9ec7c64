package org.suanwang.catalog.load;

import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/** The events of a YAML text, until they become more than the memory has room for. */
final class CountedEvents implements Parser {
  private final Parser events;
  private int count;

  CountedEvents(Parser events) {
    this.events = events;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return events.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return events.peekEvent();
  }

  @Override
  public Event getEvent() {
    if (++count > Nodes.COUNT_MAX) {
      throw new YAMLException(Nodes.TOO_MANY);
    }
    return events.getEvent();
  }
}
