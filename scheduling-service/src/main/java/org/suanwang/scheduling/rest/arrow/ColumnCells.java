package org.suanwang.scheduling.rest.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column of one batch, as Arrow lays them out: which are there as bits, where
 * texts end as 32-bit numbers, then the cells themselves; each buffer is padded to 64 bytes, as is
 * recommended.
 */
final class ColumnCells {
  private static final int PADDING_BYTES = 64;
  private static final int FIRST_BYTES = 1 << 12;

  private final ColumnType type;
  private byte[] present = new byte[FIRST_BYTES / Byte.SIZE];
  private ByteBuffer ends = littleEndian(FIRST_BYTES);
  private ByteBuffer cells = littleEndian(FIRST_BYTES);
  private int rows;
  private int missing;

  ColumnCells(ColumnType type) {
    this.type = type;
    clear();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes the next cell; null where nothing is known. */
  void add(@Nullable Object cell) {
    if (rows / Byte.SIZE == present.length) {
      present = Arrays.copyOf(present, 2 * present.length);
    }
    if (cell == null) {
      missing++;
      put(new byte[type.cellBytes()]);
    } else {
      present[rows / Byte.SIZE] |= (byte) (1 << rows % Byte.SIZE);
      put(cell);
    }
    rows++;
    if (type == ColumnType.TEXT) {
      ends = room(ends, Integer.BYTES).putInt(cells.position());
    }
  }

  private void put(Object cell) {
    switch (type) {
      case INT32 -> cells = room(cells, Integer.BYTES).putInt(((Number) cell).intValue());
      case INT64 -> cells = room(cells, Long.BYTES).putLong(((Number) cell).longValue());
      case FLOAT64 -> cells = room(cells, Double.BYTES).putDouble(((Number) cell).doubleValue());
      case DECIMAL -> put((BigDecimal) cell);
      case INSTANT -> cells = room(cells, Long.BYTES).putLong(((Instant) cell).getEpochSecond());
      case TEXT -> put(cell.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void put(BigDecimal cell) {
    long unscaled =
        cell.setScale(ColumnType.DECIMAL_PLACES, RoundingMode.UNNECESSARY)
            .unscaledValue()
            .longValueExact();
    long sign = unscaled < 0 ? -1 : 0;
    cells = room(cells, 2 * Long.BYTES).putLong(unscaled).putLong(sign);
  }

  private void put(byte[] bytes) {
    cells = room(cells, bytes.length).put(bytes);
  }

  private static ByteBuffer room(ByteBuffer buffer, int more) {
    if (buffer.remaining() >= more) {
      return buffer;
    }
    int needed = Math.addExact(buffer.position(), more);
    return littleEndian((int) Math.min(Integer.MAX_VALUE - Long.BYTES, 2L * needed))
        .put(buffer.flip());
  }

  int rows() {
    return rows;
  }

  int missing() {
    return missing;
  }

  /** Bytes of the cells so far. */
  int bytes() {
    return cells.position();
  }

  /** Bytes of each buffer without its padding, in the order in which they are written. */
  int[] bufferBytes() {
    int bits = missing == 0 ? 0 : (rows + Byte.SIZE - 1) / Byte.SIZE;
    return type == ColumnType.TEXT
        ? new int[] {bits, ends.position(), cells.position()}
        : new int[] {bits, cells.position()};
  }

  /** Writes the buffers; all of them have an array of their own, from its beginning. */
  @SuppressWarnings("ByteBufferBackingArray")
  void writeTo(OutputStream out) throws IOException {
    int[] bytes = bufferBytes();
    write(out, present, bytes[0]);
    if (type == ColumnType.TEXT) {
      write(out, ends.array(), bytes[1]);
    }
    write(out, cells.array(), bytes[bytes.length - 1]);
  }

  private static void write(OutputStream out, byte[] from, int bytes) throws IOException {
    out.write(from, 0, bytes);
    out.write(new byte[(int) (padded(bytes) - bytes)]);
  }

  /** With its padding. */
  static long padded(long bytes) {
    return (bytes + PADDING_BYTES - 1) / PADDING_BYTES * PADDING_BYTES;
  }

  /** Makes room for the next batch. */
  void clear() {
    rows = 0;
    missing = 0;
    Arrays.fill(present, (byte) 0);
    cells.clear();
    ends.clear();
    ends.putInt(0);
  }
}
