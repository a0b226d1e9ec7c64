package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.Fragment;

/** What usual tasks could not use. */
@Schema(
    description =
        "Free capacity that the usual tasks of the workload could not use (Weng et al. 2023): the"
            + " usual requests are the most frequent ones, up to 95 % of all tasks and at most"
            + " 100")
public record FragmentView(
    int usualRequests,
    @Schema(description = "Share of all tasks that have one of the usual requests") double coverage,
    @Schema(description = "Before anything was placed") Level atStart,
    @Schema(description = "Over the window, weighted by time") Level mean,
    @Schema(description = "At the end of the window") Level atEnd) {
  static @Nullable FragmentView of(@Nullable Fragment f) {
    return f == null
        ? null
        : new FragmentView(
            f.usualRequests(),
            f.coverage(),
            Level.of(f.atStart()),
            Level.of(f.mean()),
            Level.of(f.atEnd()));
  }

  /** How much that is. */
  @Schema(
      name = "FragmentLevel",
      description = "Capacity that usual tasks could not use, at a time")
  public record Level(
      @Schema(description = "As whole devices") double devices,
      double devicesFree,
      @Schema(description = "Of the free devices; null when none was free")
          @Nullable Double shareOfFree) {
    static Level of(Fragment.Level level) {
      return new Level(level.devices(), level.devicesFree(), level.shareOfFree());
    }
  }
}
