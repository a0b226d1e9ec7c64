package org.suanwang.scheduling.rest.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** What the cells of a column are. Any of them may be missing. */
public enum ColumnType {
  /** Whole numbers, 32 bits. */
  INT32(Type.Int, Integer.BYTES),
  /** Whole numbers, 64 bits. */
  INT64(Type.Int, Long.BYTES),
  /** Binary64 of IEEE 754. */
  FLOAT64(Type.FloatingPoint, Double.BYTES),
  /** Exact decimals of six places, as money is; 38 digits in 128 bits. */
  DECIMAL(Type.Decimal, 2 * Long.BYTES),
  /** Instants by the second, in UTC. */
  INSTANT(Type.Timestamp, Long.BYTES),
  /** Text in UTF-8. */
  TEXT(Type.Utf8, 0);

  /** Places of an exact decimal. */
  static final int DECIMAL_PLACES = 6;

  private static final int DECIMAL_DIGITS = 38;
  private static final int DECIMAL_BITS = 128;

  private final byte arrowType;
  private final int cellBytes;

  ColumnType(byte arrowType, int cellBytes) {
    this.arrowType = arrowType;
    this.cellBytes = cellBytes;
  }

  /** Which of Arrow's types it is. */
  byte arrowType() {
    return arrowType;
  }

  /** Bytes of each cell; 0 where cells differ in length. */
  int cellBytes() {
    return cellBytes;
  }

  /** Writes the type's own table; its place in the buffer. */
  int writeTo(FlatBufferBuilder metadata) {
    return switch (this) {
      case INT32, INT64 -> Int.createInt(metadata, cellBytes * Byte.SIZE, true);
      case FLOAT64 -> FloatingPoint.createFloatingPoint(metadata, Precision.DOUBLE);
      case DECIMAL -> Decimal.createDecimal(metadata, DECIMAL_DIGITS, DECIMAL_PLACES, DECIMAL_BITS);
      case INSTANT ->
          Timestamp.createTimestamp(metadata, TimeUnit.SECOND, metadata.createString("UTC"));
      case TEXT -> {
        Utf8.startUtf8(metadata);
        yield Utf8.endUtf8(metadata);
      }
    };
  }
}
