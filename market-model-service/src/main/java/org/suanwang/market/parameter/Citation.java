package org.suanwang.market.parameter;

import java.time.LocalDate;

/**
 * Where a statement comes from.
 *
 * @param source title of the source
 * @param locator where in the source: section, table, figure, page
 * @param date the day the source is of
 * @param tier how close the source stands to the fact
 */
public record Citation(String source, String locator, LocalDate date, Tier tier) {
  public String text() {
    return source + ", " + locator + " (" + date + ", " + tier + ")";
  }
}
