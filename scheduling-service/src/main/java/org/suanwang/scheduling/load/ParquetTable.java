package org.suanwang.scheduling.load;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Reads chosen columns of a Parquet file, one row in memory at a time, and collects what is wrong
 * with file, row and column. Instants are told in milliseconds since 1970, whatever their unit, and
 * a list is told as how many entries it has.
 */
final class ParquetTable extends TraceEntry {
  /** Those that are read and tested; the library of LZ4 is there only to link the executable. */
  private static final Set<CompressionCodec> CODECS =
      EnumSet.of(
          CompressionCodec.UNCOMPRESSED,
          CompressionCodec.GZIP,
          CompressionCodec.SNAPPY,
          CompressionCodec.ZSTD);

  /** Between two rows, or before the first; decoding takes milliseconds. */
  private static final long PATIENCE_MILLIS = 60_000;

  private final String file;
  private final Findings findings = new Findings();
  private final Map<String, ColumnSchema> columns = new HashMap<>();
  private final Map<String, String> cells = new HashMap<>();
  private long row;

  ParquetTable(String file) {
    this.file = file;
  }

  /**
   * Hands over each row.
   *
   * @param wanted columns that are read where the file has them
   * @param required groups of names, one of each of which there must be
   * @throws org.suanwang.scheduling.check.InvalidInputException with every bad row
   */
  void read(
      Path path, Set<String> wanted, List<List<String>> required, Consumer<ParquetTable> each) {
    try (InputFile in = InputFile.of(path)) {
      in.open();
      read(in, ParquetLayout.of(in), wanted, required, each);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // The library says of a broken file what it says, with exceptions of many kinds.
      noteBroken(e);
    }
    findings.throwIfAny();
  }

  private void read(
      InputFile in,
      ParquetLayout layout,
      Set<String> wanted,
      List<List<String>> required,
      Consumer<ParquetTable> each)
      throws IOException {
    try (ReadingPatience patience = new ReadingPatience(PATIENCE_MILLIS);
        HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader reader = ParquetFileReader.open(in, context)) {
      if (readSchema(reader, wanted, required)) {
        layout.require(reader, columns.values());
        readRows(reader, patience, each);
        requireAll(reader, patience);
      }
    }
  }

  /** What ends too early looks like an end. */
  private void requireAll(ParquetFileReader reader, ReadingPatience patience) {
    long rows = reader.getFileMetaData().numRows();
    if (patience.isOver()) {
      noteBroken("nothing came for " + PATIENCE_MILLIS / 1_000 + " s");
    } else if (findings.isEmpty() && row != rows) {
      noteBroken("%d rows of %d".formatted(row, rows));
    }
  }

  private boolean readSchema(
      ParquetFileReader reader, Set<String> wanted, List<List<String>> required) {
    for (ColumnSchema column : reader.getFileSchema().getColumns()) {
      String name = column.fieldPath().topLevelName();
      if (wanted.contains(name)) {
        columns.put(name, column);
      }
    }
    for (List<String> names : required) {
      findings.require(
          names.stream().anyMatch(columns::containsKey),
          file,
          columns.keySet(),
          "must have the column " + String.join(" or ", names),
          "send the tasks of an OpenDC trace");
    }
    for (RowGroup group : reader.getFileMetaData().rowGroups()) {
      group.columns().forEach(this::checkCodec);
    }
    return findings.isEmpty();
  }

  private void checkCodec(ColumnChunk chunk) {
    String name = chunk.metaData().pathInSchema().topLevelName();
    findings.require(
        !columns.containsKey(name) || CODECS.contains(chunk.metaData().codec()),
        file + ", column " + name,
        chunk.metaData().codec(),
        "must be compressed by one of " + CODECS,
        "write the file anew, with SNAPPY or ZSTD");
  }

  private void readRows(
      ParquetFileReader reader, ReadingPatience patience, Consumer<ParquetTable> each) {
    List<String> names = new ArrayList<>(columns.keySet());
    ColumnProjection chosen = ColumnProjection.columns(names.toArray(String[]::new));
    try (RowReader rows = reader.buildRowReader().projection(chosen).build()) {
      while (!findings.isFull() && advance(rows, names)) {
        patience.goOn();
        each.accept(this);
      }
    }
  }

  /** Takes the next row; what the library throws over a broken file is a finding. */
  private boolean advance(RowReader rows, List<String> names) {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      rows.next();
      row++;
      for (String name : names) {
        cells.put(name, rows.isNull(name) ? "" : cell(rows, name));
      }
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      noteBroken(e);
      return false;
    }
  }

  private void noteBroken(Throwable e) {
    noteBroken(String.valueOf(e.getMessage()));
  }

  private void noteBroken(String why) {
    findings.add(
        file + (row == 0 ? "" : ", after row " + row),
        why,
        "must be a whole Parquet file",
        "look whether another reader takes it, and send it again");
  }

  private String cell(RowReader rows, String name) {
    ColumnSchema column = columns.get(name);
    if (column == null || column.maxRepetitionLevel() > 0) {
      return String.valueOf(rows.getList(name).size());
    }
    return switch (column.type()) {
      case BYTE_ARRAY -> new String(rows.getBinary(name), StandardCharsets.UTF_8).strip();
      case INT32 -> String.valueOf(rows.getInt(name));
      case INT64 -> String.valueOf(millis(rows.getLong(name), column.logicalType()));
      case DOUBLE -> String.valueOf(rows.getDouble(name));
      case FLOAT -> String.valueOf(rows.getFloat(name));
      default -> String.valueOf(rows.getValue(name));
    };
  }

  private static long millis(long value, @Nullable LogicalType type) {
    if (!(type instanceof LogicalType.TimestampType instant)) {
      return value;
    }
    return switch (instant.unit()) {
      case MILLIS -> value;
      case MICROS -> Math.floorDiv(value, 1_000L);
      case NANOS -> Math.floorDiv(value, 1_000_000L);
    };
  }

  @Override
  boolean has(String field) {
    return columns.containsKey(field);
  }

  @Override
  String text(String field) {
    return cells.getOrDefault(field, "");
  }

  @Override
  String name(String field, int lengthMax) {
    return findings.name(where() + ", column " + field, text(field), lengthMax);
  }

  @Override
  void refuse(String field, String value, String rule) {
    findings.add(where() + ", column " + field, value, rule, "mend the row");
  }

  @Override
  String where() {
    return file + ", row " + row;
  }
}
