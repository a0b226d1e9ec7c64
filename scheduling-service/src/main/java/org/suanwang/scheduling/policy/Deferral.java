package org.suanwang.scheduling.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** To which hours a policy puts off the jobs that may be put off. */
public enum Deferral {
  /** It puts off none. */
  NONE("none"),
  /** To those in which the energy of the job is expected to cost least. */
  CHEAPEST_TARIFF("cheapest-tariff"),
  /** To those in which the carbon of its energy is expected to be least. */
  LOWEST_CARBON("lowest-carbon");

  private final String word;

  Deferral(String word) {
    this.word = word;
  }

  public static Optional<Deferral> find(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Deferral::word).toList();
  }

  /** As in the API. */
  public String word() {
    return word;
  }
}
