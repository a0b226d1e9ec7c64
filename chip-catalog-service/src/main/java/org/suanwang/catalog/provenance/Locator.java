package org.suanwang.catalog.provenance;

import org.jspecify.annotations.Nullable;

/**
 * Where in its source a claim stands.
 *
 * @param place the figure, table, page or section: {@code figure 5}, {@code page 2}
 * @param row the row of a figure or table, as printed
 * @param column the column of a figure or table
 */
public record Locator(String place, @Nullable String row, @Nullable String column) {
  /** One line for people: {@code figure 5 › 昇腾910 › FP16}. */
  public String text() {
    String withRow = row == null ? place : place + " › " + row;
    return column == null ? withRow : withRow + " › " + column;
  }
}
