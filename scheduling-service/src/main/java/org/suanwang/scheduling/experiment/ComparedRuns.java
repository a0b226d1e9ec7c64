package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.diff.RunDiff;

/**
 * Two finished runs of the same jobs beside each other.
 *
 * @param base the one
 * @param other the other
 * @param diff which jobs moved between them, and why
 * @param divergence where their event logs part; null when they are the same
 */
public record ComparedRuns(Run base, Run other, RunDiff diff, @Nullable Divergence divergence) {
  /**
   * Where two event logs part.
   *
   * @param sequence number of the first event that is not the same in both
   * @param base that event in the one; null where its log has ended
   * @param other in the other; null where its log has ended
   */
  public record Divergence(
      long sequence, @Nullable LoggedEvent base, @Nullable LoggedEvent other) {}
}
