package org.suanwang.scheduling.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a stream. */
class CountedBytes extends FilterInputStream {
  private static final int SKIPPED_MAX = 1 << 16;

  private long count;

  CountedBytes(InputStream in) {
    super(in);
  }

  /** How many bytes came so far. */
  final long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    add(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    add(Math.max(0, read));
    return read;
  }

  /** Takes notice of so many more bytes. */
  void add(int bytes) {
    count += bytes;
  }

  /** What is skipped is read, for it is to be counted. */
  @Override
  public final long skip(long bytes) throws IOException {
    return readNBytes(Math.clamp(bytes, 0, SKIPPED_MAX)).length;
  }

  @Override
  public final boolean markSupported() {
    return false;
  }
}
