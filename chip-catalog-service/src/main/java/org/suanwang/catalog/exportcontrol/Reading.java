package org.suanwang.catalog.exportcontrol;

import java.util.List;

/**
 * One way in which what is not known can turn out, and what the rule says then.
 *
 * @param when alternatives, each in words; one is enough
 * @param outcome the paragraph or band, or that there is none
 */
public record Reading(List<String> when, String outcome, Verdict verdict) {
  public Reading {
    when = List.copyOf(when);
  }

  public String text() {
    return outcome + " if " + String.join(", or if ", when);
  }
}
