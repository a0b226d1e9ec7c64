package org.suanwang.catalog.accelerator;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** What an accelerator is sold for. */
public enum Scenario {
  TRAINING("训练"),
  INFERENCE("推理"),
  GRAPHICS("graphics");

  private final String word;

  Scenario(String word) {
    this.word = word;
  }

  /** The scenarios that a printed text names, in the order of this enumeration. */
  public static List<Scenario> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    EnumSet<Scenario> named = EnumSet.noneOf(Scenario.class);
    for (Scenario scenario : values()) {
      if (lower.contains(scenario.word) || text.contains(scenario.name())) {
        named.add(scenario);
      }
    }
    return List.copyOf(named);
  }
}
