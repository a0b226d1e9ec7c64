package org.suanwang.scheduling.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as Arrow's own reader understands its stream.
 *
 * @param columns in order, with their types
 * @param rows cells as the reader gives them
 * @param batchRows rows of each batch
 */
public record ArrowRead(
    List<Field> columns, List<List<@Nullable Object>> rows, List<Integer> batchRows) {
  /** Reads a whole stream. */
  public static ArrowRead of(byte[] stream) throws IOException {
    var rows = new ArrayList<List<@Nullable Object>>();
    var batches = new ArrayList<Integer>();
    try (var allocator = new RootAllocator();
        var reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
      Schema schema = reader.getVectorSchemaRoot().getSchema();
      while (reader.loadNextBatch()) {
        int size = reader.getVectorSchemaRoot().getRowCount();
        batches.add(size);
        for (int row = 0; row < size; row++) {
          rows.add(row(reader.getVectorSchemaRoot().getFieldVectors(), row));
        }
      }
      return new ArrowRead(schema.getFields(), rows, batches);
    }
  }

  private static List<@Nullable Object> row(List<FieldVector> columns, int row) {
    var cells = new ArrayList<@Nullable Object>();
    for (FieldVector column : columns) {
      cells.add(column.getObject(row));
    }
    return cells;
  }

  /** The names of the columns. */
  public List<String> names() {
    return columns.stream().map(Field::getName).toList();
  }

  /** The types of the columns, as Arrow writes them. */
  public List<String> types() {
    return columns.stream().map(f -> f.getType().toString()).toList();
  }
}
