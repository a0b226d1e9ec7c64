package org.suanwang.scheduling.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.rest.arrow.ArrowStream;

/** Writes tables as Arrow streams: every cell has its type, every text is as it was given. */
final class ArrowAnswer {
  private ArrowAnswer() {}

  static void write(Table table, OutputStream out) throws IOException {
    ArrowStream stream = new ArrowStream(out, table.columns());
    try {
      table.lines().forEach(line -> add(stream, line));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    stream.end();
  }

  private static void add(ArrowStream stream, List<@Nullable Object> line) {
    List<@Nullable Object> row = new ArrayList<>(line.size());
    for (Object cell : line) {
      row.add(cell instanceof Table.Words words ? words.text() : cell);
    }
    try {
      stream.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
