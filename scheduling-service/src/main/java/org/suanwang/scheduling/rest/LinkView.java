package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;

/** A direct line between two hubs, the same in both directions. */
@Schema(description = "A direct line between two hubs, the same in both directions")
public record LinkView(
    String from,
    String to,
    double roundTripMillis,
    @Schema(description = "What it carries in each direction") BigDecimal gigabitsPerSecond,
    FleetResponse.@Nullable PriceView price) {
  private static final int MILLI_DIGITS = 3;

  static LinkView of(Link link) {
    LinkPrice price = link.price();
    return new LinkView(
        link.from(),
        link.to(),
        link.roundTripMillis(),
        BigDecimal.valueOf(link.megabitsPerSecond(), MILLI_DIGITS),
        price == null
            ? null
            : new FleetResponse.PriceView(
                Measure.cny(price.microCnyPerGigabyte()).value(),
                LinkReader.PRICE_UNIT,
                price.rationale()));
  }
}
