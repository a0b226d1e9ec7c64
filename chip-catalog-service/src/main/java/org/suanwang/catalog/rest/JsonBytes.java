package org.suanwang.catalog.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in UTF-8 that is put together of parts which are JSON already. */
final class JsonBytes {
  /** What lists have besides their items, at most, and a cursor; more only costs a copy. */
  static final int FRAME = 400;

  private byte[] bytes;
  private int length;

  JsonBytes(int expected) {
    this.bytes = new byte[expected];
  }

  JsonBytes add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  JsonBytes add(byte[] part) {
    if (length + part.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + part.length));
    }
    System.arraycopy(part, 0, bytes, length, part.length);
    length += part.length;
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
