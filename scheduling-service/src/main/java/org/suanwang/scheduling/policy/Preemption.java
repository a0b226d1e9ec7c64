package org.suanwang.scheduling.policy;

import java.util.Arrays;
import java.util.List;

/**
 * Whether running jobs give way to those that wait. A part of its own, as in Slurm, where {@code
 * PreemptType} stands beside the backfilling of {@code SchedulerType}.
 */
public enum Preemption {
  /** Never. */
  NONE("none", "no running job gives way"),
  /**
   * To a job that cannot start, and whom its discipline lets start next, those give way whose turn
   * comes later: the latest turn first, then the least loss. They wait again.
   */
  BY_TURN("by-turn", "running jobs whose turn comes later give way");

  private final String word;
  private final String meaning;

  Preemption(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As listed in the API. */
  public String word() {
    return word;
  }

  /** It in words. */
  public String meaning() {
    return meaning;
  }

  /** The words by which it is chosen. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Preemption::word).toList();
  }
}
