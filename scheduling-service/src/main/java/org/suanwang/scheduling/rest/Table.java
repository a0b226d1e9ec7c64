package org.suanwang.scheduling.rest;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.rest.arrow.Column;

/**
 * An answer as a table, worked out while it is written.
 *
 * @param name of the file that a browser keeps it as, without ending
 * @param columns with names and types
 * @param lines the rows; a cell is null where nothing is known
 */
record Table(String name, List<Column> columns, Lines lines) {
  Table {
    columns = List.copyOf(columns);
  }

  /** Hands over every line, one after the other. */
  @FunctionalInterface
  interface Lines {
    void forEach(Consumer<List<@Nullable Object>> reader);
  }

  /**
   * A text that is not the service's own.
   *
   * @param text as it was given
   */
  record Words(@Nullable String text) {}
}
