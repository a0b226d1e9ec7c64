package org.suanwang.scheduling.load;

import dev.hardwood.InputFile;
import dev.hardwood.internal.metadata.PageHeader;
import dev.hardwood.internal.thrift.OffsetIndexReader;
import dev.hardwood.internal.thrift.PageHeaderReader;
import dev.hardwood.internal.thrift.ThriftCompactReader;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.PageLocation;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the parts of a Parquet file lie and how long they are, looked at before any of it is read.
 * The library believes what a page says of its length and of its values: one wrong byte there, and
 * it waits for ever for bytes that never come, or asks for all memory. So footer, row groups,
 * column chunks, page headers and page indexes must agree with the file and with each other, and be
 * within limits.
 */
final class ParquetLayout {
  /** The footer; those of traces have some kilobytes. */
  static final int FOOTER_BYTES_MAX = 4 << 20;

  /** Of a page once it is unpacked; writers make them of one mebibyte. */
  static final int PAGE_BYTES_MAX = 32 << 20;

  /** Of a page; a row group of most writers has no more. */
  static final int PAGE_VALUES_MAX = 1 << 20;

  /** Of a file, and of each column. */
  static final long ROWS_MAX = 100_000_000;

  private static final int MAGIC_BYTES = 4;
  private static final int TAIL_BYTES = Integer.BYTES + MAGIC_BYTES;

  private final InputFile in;
  private final long footerStart;

  private ParquetLayout(InputFile in, long footerStart) {
    this.in = in;
    this.footerStart = footerStart;
  }

  /**
   * Looks at the footer, before the library does.
   *
   * @param in an open file
   * @throws IOException and others when it is not as it must be
   */
  static ParquetLayout of(InputFile in) throws IOException {
    long length = in.length();
    require(length >= MAGIC_BYTES + TAIL_BYTES, () -> "the file has %d bytes".formatted(length));
    int footer =
        in.readRange(length - TAIL_BYTES, TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    long start = length - TAIL_BYTES - footer;
    require(
        footer > 0 && footer <= FOOTER_BYTES_MAX && start >= MAGIC_BYTES,
        () -> "the footer would have %d bytes, of at most %d".formatted(footer, FOOTER_BYTES_MAX));
    ThriftStruct.skip(in.readRange(start, footer));
    return new ParquetLayout(in, start);
  }

  /**
   * Looks at everything that is read for some columns.
   *
   * @throws IOException and others when it is not as it must be
   */
  void require(ParquetFileReader reader, Collection<ColumnSchema> columns) throws IOException {
    FileMetaData footer = reader.getFileMetaData();
    long rows = 0;
    for (RowGroup group : footer.rowGroups()) {
      rows = sum(rows, group.numRows());
      require(
          group.columns().size() == reader.getFileSchema().getColumnCount(),
          () -> "a row group has %d columns".formatted(group.columns().size()));
      for (ColumnSchema column : columns) {
        require(group, column);
      }
    }
    require(
        rows == footer.numRows(),
        () -> "%d rows, but not in its groups".formatted(footer.numRows()));
    for (ColumnSchema column : columns) {
      requireFewValues(footer, column);
    }
  }

  private static void requireFewValues(FileMetaData footer, ColumnSchema column)
      throws IOException {
    long values = 0;
    for (RowGroup group : footer.rowGroups()) {
      values = sum(values, group.columns().get(column.columnIndex()).metaData().numValues());
    }
  }

  private static long sum(long before, long more) throws IOException {
    require(
        more >= 0 && before <= ROWS_MAX - more,
        () -> "more than %d rows, or entries of lists".formatted(ROWS_MAX));
    return before + more;
  }

  private void require(RowGroup group, ColumnSchema column) throws IOException {
    ColumnChunk chunk = group.columns().get(column.columnIndex());
    ColumnMetaData told = chunk.metaData();
    long start = chunk.chunkStartOffset();
    long bytes = told.totalCompressedSize();
    require(
        told.pathInSchema().equals(column.fieldPath()) && told.type() == column.type(),
        () -> "column %s is %s in a row group".formatted(column.name(), told.type()));
    require(
        start >= MAGIC_BYTES && bytes >= 0 && bytes <= footerStart - start,
        () ->
            "column %s would lie at byte %d, %d bytes long".formatted(column.name(), start, bytes));
    boolean isList = column.maxRepetitionLevel() > 0;
    require(
        isList ? told.numValues() >= group.numRows() : told.numValues() == group.numRows(),
        () ->
            "column %s has %d values for %d rows"
                .formatted(column.name(), told.numValues(), group.numRows()));
    requireIndex(chunk, pages(chunk, column));
  }

  /** Walks over the pages of a chunk; returns where those with values lie, for its index. */
  private List<PageLocation> pages(ColumnChunk chunk, ColumnSchema column) throws IOException {
    ColumnMetaData told = chunk.metaData();
    long end = chunk.chunkStartOffset() + told.totalCompressedSize();
    List<PageLocation> pages = new ArrayList<>();
    long values = 0;
    for (long at = chunk.chunkStartOffset(); values < told.numValues(); ) {
      ByteBuffer bytes = in.readRange(at, (int) (end - at));
      PageHeader header = header(bytes);
      requireSizes(header, bytes.remaining(), told.codec(), column.name());
      int length = bytes.position() + header.compressedPageSize();
      if (header.type() == PageHeader.PageType.DICTIONARY_PAGE) {
        require(
            at == chunk.chunkStartOffset(),
            () -> "column %s has two dictionaries".formatted(column.name()));
      } else {
        if (hasIndex(chunk)) {
          pages.add(new PageLocation(at, length, 0));
        }
        values += values(header);
      }
      at += length;
    }
    require(
        values == told.numValues(),
        () -> "column %s has not as many values as it says".formatted(column.name()));
    return pages;
  }

  /** Read by the library, so that both read the same; the position is behind it then. */
  private static PageHeader header(ByteBuffer bytes) throws IOException {
    ThriftStruct.skip(bytes);
    ThriftCompactReader thrift = new ThriftCompactReader(bytes.slice(0, bytes.position()));
    PageHeader header = PageHeaderReader.read(thrift);
    require(
        thrift.getBytesRead() == bytes.position(), () -> "a page header has fields of other types");
    return header;
  }

  private static void requireSizes(
      PageHeader header, int following, CompressionCodec codec, String column) throws IOException {
    int packed = header.compressedPageSize();
    int unpacked = header.uncompressedPageSize();
    require(
        packed >= 0 && packed <= following,
        () -> "a page of column %s would have %d bytes of %d".formatted(column, packed, following));
    require(
        unpacked >= 0 && unpacked <= PAGE_BYTES_MAX,
        () ->
            "a page of column %s would have %d bytes once it is unpacked, of at most %d"
                .formatted(column, unpacked, PAGE_BYTES_MAX));
    require(
        codec != CompressionCodec.UNCOMPRESSED || packed == unpacked,
        () -> "a page of column %s has two lengths though nothing is packed".formatted(column));
    int values = values(header);
    require(
        values >= 0 && values <= PAGE_VALUES_MAX,
        () ->
            "a page of column %s would have %d values, of at most %d"
                .formatted(column, values, PAGE_VALUES_MAX));
  }

  private static int values(PageHeader header) {
    return switch (header.type()) {
      case DATA_PAGE -> header.dataPageHeader().numValues();
      case DATA_PAGE_V2 -> header.dataPageHeaderV2().numValues();
      case DICTIONARY_PAGE -> header.dictionaryPageHeader().numValues();
      case INDEX_PAGE -> throw new IllegalArgumentException("a page is an index");
    };
  }

  private static boolean hasIndex(ColumnChunk chunk) {
    return chunk.offsetIndexOffset() != null && chunk.offsetIndexLength() != null;
  }

  /** Where there is an index the library goes by it, and not from page to page. */
  private void requireIndex(ColumnChunk chunk, List<PageLocation> pages) throws IOException {
    if (!hasIndex(chunk)) {
      return;
    }
    ByteBuffer bytes = in.readRange(chunk.offsetIndexOffset(), chunk.offsetIndexLength());
    ThriftStruct.skip(bytes);
    ThriftCompactReader thrift = new ThriftCompactReader(bytes.slice(0, bytes.position()));
    List<PageLocation> told = OffsetIndexReader.read(thrift).pageLocations();
    require(told.size() == pages.size(), () -> "an index of pages has %d".formatted(told.size()));
    for (int i = 0; i < pages.size(); i++) {
      require(
          told.get(i).offset() == pages.get(i).offset()
              && told.get(i).compressedPageSize() == pages.get(i).compressedPageSize(),
          () -> "an index of pages has them elsewhere");
    }
  }

  /** Nothing is written out unless it is wrong: there may be millions of pages. */
  private static void require(boolean holds, Supplier<String> otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise.get());
    }
  }
}
