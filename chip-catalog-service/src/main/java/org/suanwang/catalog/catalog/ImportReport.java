package org.suanwang.catalog.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a foreign table, row by row. Empty for the catalogue's own formats, of which
 * nothing is left out.
 *
 * @param columns the columns of which nothing was taken, and why
 */
public record ImportReport(List<Column> columns, List<Row> rows) {
  public static final ImportReport NOTHING = new ImportReport(List.of(), List.of());

  public ImportReport {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A column of which nothing was taken. */
  public record Column(String name, String why) {}

  /**
   * A row of the table.
   *
   * @param line where it begins in the file
   * @param name what the row is about, in its own words
   * @param subject the accelerator that its claims are about; none when the row was left out
   * @param described whether this accelerator is new to the catalogue
   * @param claims the ids of the claims that were read from it
   * @param notes what was assumed, or why the row was left out
   * @param leftOut its cells that did not become claims
   */
  public record Row(
      long line,
      String name,
      @Nullable String subject,
      boolean described,
      List<String> claims,
      List<String> notes,
      List<Cell> leftOut) {
    public Row {
      claims = List.copyOf(claims);
      notes = List.copyOf(notes);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A cell that did not become a claim. */
  public record Cell(String column, String value, String why) {}
}
