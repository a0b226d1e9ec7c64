package org.suanwang.scheduling.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What a file of gzip holds (RFC 1952): one member or several, one after the other, as {@code cat}
 * and programs that pack in parallel write them. What follows a member is another one, or zeros up
 * to the end; everything else is an error. The platform's own reader takes a damaged member for the
 * end of the file, so that a part of a trace would be missing without a word.
 */
final class GzipMembers extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int FLAG_HEADER_CHECK = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xe0;

  /** Time, kind of packing, system. */
  private static final int UNUSED_BYTES = 6;

  private final InputStream in;
  private final byte[] packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private int position;
  private int limit;
  private long packedBefore;
  private long memberStart;
  private int member = 1;
  private boolean isEnd;
  private @Nullable IOException failure;

  /**
   * Reads the first header.
   *
   * @throws IOException when there is none
   */
  GzipMembers(InputStream in, int bufferBytes) throws IOException {
    super();
    this.in = in;
    this.packed = new byte[bufferBytes];
    readHeader(next());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** What was wrong once is wrong again: who looks ahead lets others find it. */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    try {
      return readOn(into, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int readOn(byte[] into, int offset, int length) throws IOException {
    int inflated = 0;
    while (inflated == 0 && length > 0 && !isEnd) {
      inflated = inflate(into, offset, length);
      if (inflated == 0 && inflater.finished()) {
        endMember();
      } else if (inflated == 0 && inflater.needsDictionary()) {
        throw damaged("it wants a dictionary");
      } else if (inflated == 0 && inflater.needsInput()) {
        require(fill(), "it ends too early");
        inflater.setInput(packed, position, limit - position);
      }
    }
    check.update(into, offset, inflated);
    return inflated == 0 && length > 0 ? -1 : inflated;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  /** Behind the packed bytes: their check and how many they were. */
  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    require(number() == check.getValue(), "its check (CRC) is not that of its bytes");
    long bytes = inflater.getBytesWritten() & 0xffff_ffffL;
    require(number() == bytes, "its length is not that of its bytes");
    inflater.reset();
    check.reset();
    memberStart = packedBefore + position;
    member++;
    int first = nextOrEnd();
    if (first > 0) {
      readHeader(first);
    } else {
      isEnd = true;
      requireZeros(first);
    }
  }

  /** Files on tapes are filled up with zeros. */
  private void requireZeros(int first) throws IOException {
    int next = first;
    while (next == 0) {
      next = nextOrEnd();
    }
    require(next < 0, "it begins with zeros");
  }

  private void readHeader(int first) throws IOException {
    int second = next();
    require(
        first == MAGIC_1 && second == MAGIC_2,
        "it begins with 0x%02X%02X, not with 0x1F8B".formatted(first, second));
    require(next() == DEFLATE, "it is packed otherwise than by DEFLATE");
    int flags = next();
    require((flags & FLAGS_RESERVED) == 0, "it has flags that there are not");
    skip(UNUSED_BYTES);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipTexts(Integer.bitCount(flags & (FLAG_NAME | FLAG_COMMENT)));
    skip((flags & FLAG_HEADER_CHECK) == 0 ? 0 : 2);
    inflater.setInput(packed, position, limit - position);
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipTexts(int texts) throws IOException {
    for (int left = texts; left > 0; ) {
      left -= next() == 0 ? 1 : 0;
    }
  }

  private long number() throws IOException {
    long number = 0;
    for (int i = 0; i < Integer.SIZE; i += Byte.SIZE) {
      number |= (long) next() << i;
    }
    return number;
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw new EOFException(told("it ends too early"));
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    return position < limit || fill() ? packed[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    int read = in.read(packed, 0, packed.length);
    packedBefore += limit;
    position = 0;
    limit = Math.max(0, read);
    return read > 0;
  }

  private void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw damaged(otherwise);
    }
  }

  private IOException damaged(String why) {
    return new IOException(told(why));
  }

  private String told(String why) {
    return "member %d of the gzip file, from its byte %d on, is damaged: %s"
        .formatted(member, memberStart, why);
  }

  @Override
  public int available() {
    return isEnd ? 0 : 1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
