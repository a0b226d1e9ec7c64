package org.suanwang.scheduling.rest.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table in the IPC streaming format of Apache Arrow 1.0 and later: a schema, batches of
 * rows, an end mark. Metadata goes through the project's own generated classes; cells are plain
 * little-endian arrays, not compressed. At most one batch is in memory.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format">The
 *     format</a>
 */
public final class ArrowStream {
  /** Rows of a batch; the last may have fewer. */
  public static final int BATCH_ROWS = 1 << 16;

  /** A batch also ends once a column has so many bytes, so that long texts do not pile up. */
  static final int COLUMN_BYTES = 16 << 20;

  private static final int CONTINUATION = -1;
  private static final int PREFIX_BYTES = 2 * Integer.BYTES;
  private static final int METADATA_BYTES = 1 << 12;

  private final OutputStream out;
  private final List<Column> columns;
  private final List<ColumnCells> cells;

  /** Writes the schema. */
  public ArrowStream(OutputStream out, List<Column> columns) throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.cells = columns.stream().map(c -> new ColumnCells(c.type())).toList();
    FlatBufferBuilder metadata = new FlatBufferBuilder(METADATA_BYTES);
    writeMessage(metadata, MessageHeader.Schema, schema(metadata), 0);
  }

  private int schema(FlatBufferBuilder metadata) {
    int[] fields = columns.stream().mapToInt(c -> field(metadata, c)).toArray();
    int all = Schema.createFieldsVector(metadata, fields);
    return Schema.createSchema(metadata, Endianness.Little, all, 0, 0);
  }

  private static int field(FlatBufferBuilder metadata, Column column) {
    int name = metadata.createString(column.name());
    int type = column.type().writeTo(metadata);
    int children = Field.createChildrenVector(metadata, new int[0]);
    byte arrowType = column.type().arrowType();
    return Field.createField(metadata, name, true, arrowType, type, 0, children, 0);
  }

  /**
   * Takes a row; writes a batch when it is full.
   *
   * @param row a cell for each column, null where nothing is known
   */
  public void add(List<? extends @Nullable Object> row) throws IOException {
    boolean isFull = false;
    for (int i = 0; i < columns.size(); i++) {
      ColumnCells column = cells.get(i);
      column.add(row.get(i));
      isFull |= column.rows() == BATCH_ROWS || column.bytes() >= COLUMN_BYTES;
    }
    if (isFull) {
      writeBatch();
    }
  }

  /** Writes what is left and the mark of the end; the stream below stays open. */
  public void end() throws IOException {
    if (cells.getFirst().rows() > 0) {
      writeBatch();
    }
    writeNumbers(CONTINUATION, 0);
    out.flush();
  }

  private void writeBatch() throws IOException {
    FlatBufferBuilder metadata = new FlatBufferBuilder(METADATA_BYTES);
    long bodyBytes = 0;
    for (ColumnCells column : cells) {
      for (int bytes : column.bufferBytes()) {
        bodyBytes += ColumnCells.padded(bytes);
      }
    }
    int buffers = buffers(metadata, bodyBytes);
    int nodes = nodes(metadata);
    int rows = cells.getFirst().rows();
    int batch = RecordBatch.createRecordBatch(metadata, rows, nodes, buffers, 0, 0);
    writeMessage(metadata, MessageHeader.RecordBatch, batch, bodyBytes);
    for (ColumnCells column : cells) {
      column.writeTo(out);
      column.clear();
    }
  }

  /** Structures of a vector are written from the last to the first. */
  private int nodes(FlatBufferBuilder metadata) {
    RecordBatch.startNodesVector(metadata, cells.size());
    for (ColumnCells column : cells.reversed()) {
      FieldNode.createFieldNode(metadata, column.rows(), column.missing());
    }
    return metadata.endVector();
  }

  private int buffers(FlatBufferBuilder metadata, long bodyBytes) {
    int count = cells.stream().mapToInt(c -> c.bufferBytes().length).sum();
    RecordBatch.startBuffersVector(metadata, count);
    long at = bodyBytes;
    for (ColumnCells column : cells.reversed()) {
      int[] bytes = column.bufferBytes();
      for (int i = bytes.length - 1; i >= 0; i--) {
        at -= ColumnCells.padded(bytes[i]);
        Buffer.createBuffer(metadata, at, bytes[i]);
      }
    }
    return metadata.endVector();
  }

  private void writeMessage(FlatBufferBuilder metadata, byte kind, int header, long bodyBytes)
      throws IOException {
    metadata.finish(
        Message.createMessage(metadata, MetadataVersion.V5, kind, header, bodyBytes, 0));
    byte[] bytes = metadata.sizedByteArray();
    int padded = (int) ColumnCells.padded(bytes.length);
    writeNumbers(CONTINUATION, padded);
    out.write(bytes);
    out.write(new byte[padded - bytes.length]);
  }

  private void writeNumbers(int first, int second) throws IOException {
    out.write(
        ByteBuffer.allocate(PREFIX_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(first)
            .putInt(second)
            .array());
  }
}
