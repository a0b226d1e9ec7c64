package org.suanwang.scheduling.rest;

import static org.suanwang.scheduling.policy.LeastAttainedServiceFirst.LEVELS_MAX;
import static org.suanwang.scheduling.policy.LeastAttainedServiceFirst.LEVEL_MAX;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/** Reads the levels of attained service of a composed policy. */
final class LevelReader {
  private final Findings findings;
  private final String field;

  /** Reads of the policy that stands in this field. */
  LevelReader(Findings findings, String policyField) {
    this.findings = findings;
    field = policyField + ".levelsDeviceSeconds";
  }

  /** The thresholds; none where the order's own are meant. */
  List<Long> read(PolicyChoice.Parts parts) {
    List<@Nullable Long> given = parts.levelsDeviceSeconds();
    if (given == null || !isAllowed(parts, given)) {
      return List.of();
    }
    List<Long> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Long level = given.get(i);
      long least = read.isEmpty() ? 1 : read.getLast() + 1;
      boolean holds =
          findings.require(
              level != null && level >= least && level <= LEVEL_MAX,
              field + "[" + i + "]",
              level,
              "must be a whole number from " + least + " to " + LEVEL_MAX + ", more than before",
              "give thresholds that grow");
      if (!holds || level == null) {
        return List.of();
      }
      read.add(level);
    }
    return read;
  }

  private boolean isAllowed(PolicyChoice.Parts parts, List<@Nullable Long> given) {
    return findings.require(
            OrderReader.given(parts).contains("las"),
            field,
            given.size() + " levels",
            "goes with the order las only: the others know of no levels",
            "leave it out, or choose las")
        && findings.require(
            !given.isEmpty() && given.size() <= LEVELS_MAX,
            field,
            given.size() + " levels",
            "must be from 1 to " + LEVELS_MAX,
            "give fewer levels, or leave it out for the usual ones");
  }
}
