package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.NetworkUse;

/** What data was moved between hubs. */
@Schema(description = "What data was moved between hubs; transfers count when they arrive")
public record NetworkView(
    int transfers,
    @Schema(description = "Begun, and not arrived at the end") int transfersUnderWay,
    @Schema(description = "What arrived") Measure dataTransferred,
    @Schema(description = "What that cost by the prices of the links; it is not in the settlement")
        Measure dataCost,
    @Schema(description = "The same by direction of each link that was used")
        List<LinkUseView> links) {
  private static final int MILLI_DIGITS = 3;

  /** One direction of a link. */
  @Schema(description = "One direction of a link")
  public record LinkUseView(
      String from,
      String to,
      int transfers,
      int transfersUnderWay,
      Measure dataTransferred,
      Measure dataCost) {}

  static @Nullable NetworkView of(@Nullable NetworkUse use) {
    return use == null
        ? null
        : new NetworkView(
            use.transfers(),
            use.transfersUnderWay(),
            gigabytes(use.megabytes()),
            Measure.cny(use.microCny()),
            use.links().stream().map(NetworkView::of).toList());
  }

  private static LinkUseView of(NetworkUse.LinkUse use) {
    return new LinkUseView(
        use.from(),
        use.to(),
        use.transfers(),
        use.transfersUnderWay(),
        gigabytes(use.megabytes()),
        Measure.cny(use.microCny()));
  }

  private static Measure gigabytes(long megabytes) {
    return new Measure(BigDecimal.valueOf(megabytes, MILLI_DIGITS), "GB");
  }
}
