package org.suanwang.catalog.exportcontrol;

import java.util.List;

/**
 * A named part of a rule that is met when all its conditions are.
 *
 * @param name a paragraph (3A090.a.1), a note, a licence exception, or a band
 * @param meaning what it says, in our own words
 */
public record Clause(String name, String meaning, List<Condition> conditions) {
  public Clause {
    conditions = List.copyOf(conditions);
  }
}
