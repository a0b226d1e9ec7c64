package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A buffer that gives what it has before it asks for more: where a stream breaks off, nothing that
 * came before is lost, so that it can be told on which line that was.
 */
final class BufferedBytes extends BufferedInputStream {
  BufferedBytes(InputStream in, int size) {
    super(in, size);
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int first = read();
    if (first < 0) {
      return -1;
    }
    into[offset] = (byte) first;
    int more = Math.min(length - 1, count - pos);
    System.arraycopy(buf, pos, into, offset + 1, more);
    pos += more;
    return 1 + more;
  }
}
