package org.suanwang.scheduling.rest.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.testing.ArrowRead;

/** What is written is what Arrow's own reader reads. */
class ArrowStreamTest {
  private static final List<Column> ONE_OF_EACH =
      List.of(
          new Column("int", ColumnType.INT32),
          new Column("long", ColumnType.INT64),
          new Column("double", ColumnType.FLOAT64),
          new Column("money", ColumnType.DECIMAL),
          new Column("time", ColumnType.INSTANT),
          new Column("文", ColumnType.TEXT));

  private static byte[] write(List<Column> columns, List<? extends List<@Nullable Object>> rows)
      throws IOException {
    var out = new ByteArrayOutputStream();
    ArrowStream stream = new ArrowStream(out, columns);
    for (List<@Nullable Object> row : rows) {
      stream.add(row);
    }
    stream.end();
    return out.toByteArray();
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void everyType_isReadAsItWasWritten() throws IOException {
    ArrowRead read =
        ArrowRead.of(
            write(
                ONE_OF_EACH,
                List.of(
                    row(
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        -0.0,
                        new BigDecimal("-0.000001"),
                        Instant.parse("1969-12-31T23:59:59Z"),
                        "算网 😀"),
                    row(
                        7,
                        8L,
                        Double.NaN,
                        new BigDecimal("9223372036854.775807"),
                        Instant.parse("2199-01-01T00:00:00Z"),
                        ""))));

    assertThat(read.names()).containsExactly("int", "long", "double", "money", "time", "文");
    assertThat(read.types())
        .containsExactly(
            "Int(32, true)",
            "Int(64, true)",
            "FloatingPoint(DOUBLE)",
            "Decimal(38, 6, 128)",
            "Timestamp(SECOND, UTC)",
            "Utf8");
    assertThat(texts(read))
        .containsExactly(
            List.of("-2147483648", "9223372036854775807", "-0.0", "-0.000001", "-1", "算网 😀"),
            List.of("7", "8", "NaN", "9223372036854.775807", "7226582400", ""));
  }

  private static List<List<String>> texts(ArrowRead read) {
    return read.rows().stream()
        .map(
            r ->
                r.stream()
                    .map(c -> c instanceof BigDecimal d ? d.toPlainString() : String.valueOf(c))
                    .toList())
        .toList();
  }

  @Test
  void cellThatIsMissing_isNullInEveryType() throws IOException {
    var full = row(1, 2L, 3.0, new BigDecimal("4"), Instant.EPOCH, "six");
    var empty = row(null, null, null, null, null, null);
    ArrowRead read = ArrowRead.of(write(ONE_OF_EACH, List.of(empty, full, empty)));

    assertThat(read.rows().get(0)).containsOnlyNulls();
    assertThat(texts(read).get(1)).containsExactly("1", "2", "3.0", "4.000000", "0", "six");
    assertThat(read.rows().get(2)).containsOnlyNulls();
  }

  @Test
  void tableWithoutRows_hasItsColumns() throws IOException {
    ArrowRead read = ArrowRead.of(write(ONE_OF_EACH, List.of()));

    assertThat(read.columns()).hasSize(6);
    assertThat(read.rows()).isEmpty();
    assertThat(read.batchRows()).isEmpty();
  }

  @Test
  void moreRowsThanABatch_comeInSeveral() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    var columns = List.of(new Column("n", ColumnType.INT64), new Column("t", ColumnType.TEXT));
    var rows =
        random
            .longs(2L * ArrowStream.BATCH_ROWS + 3)
            .mapToObj(n -> row(n, n % 3 == 0 ? null : "t" + n))
            .toList();
    ArrowRead read = ArrowRead.of(write(columns, rows));

    assertThat(read.batchRows()).containsExactly(1 << 16, 1 << 16, 3);
    for (int i = 0; i < rows.size(); i++) {
      Object text = read.rows().get(i).get(1);
      assertThat(read.rows().get(i).get(0)).isEqualTo(rows.get(i).get(0));
      assertThat(text == null ? null : text.toString()).isEqualTo(rows.get(i).get(1));
    }
  }

  @Test
  void batchThatIsJustFull_isNotFollowedByAnEmptyOne() throws IOException {
    var columns = List.of(new Column("n", ColumnType.INT32));
    var rows = java.util.stream.IntStream.range(0, ArrowStream.BATCH_ROWS).mapToObj(n -> row(n));

    assertThat(ArrowRead.of(write(columns, rows.toList())).batchRows()).containsExactly(1 << 16);
  }

  @Test
  void longTexts_endABatchEarlier() throws IOException {
    var columns = List.of(new Column("t", ColumnType.TEXT));
    String text = "x".repeat(ArrowStream.COLUMN_BYTES / 2);
    ArrowRead read = ArrowRead.of(write(columns, List.of(row(text), row(text), row("y"))));

    assertThat(read.batchRows()).containsExactly(2, 1);
    assertThat(read.rows().get(2).get(0)).hasToString("y");
  }

  @Test
  void moneyFinerThanItsPlaces_isNotRounded() {
    var columns = List.of(new Column("m", ColumnType.DECIMAL));

    assertThatThrownBy(() -> write(columns, List.of(row(new BigDecimal("0.0000001")))))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sameRows_areTheSameBytes() throws IOException {
    var rows = List.of(row(1, 2L, 3.0, new BigDecimal("4"), Instant.EPOCH, "six"));

    assertThat(write(ONE_OF_EACH, rows)).isEqualTo(write(ONE_OF_EACH, rows));
  }
}
