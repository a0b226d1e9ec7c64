package org.suanwang.scheduling.load;

import java.nio.ByteBuffer;

/**
 * Walks over a structure in Thrift's compact protocol without keeping any of it: whether it ends
 * within its bytes, and with it every text, list and structure inside. A reader that trusts a
 * length asks for so much memory, whatever there is behind it.
 */
final class ThriftStruct {
  private static final int DEPTH_MAX = 32;
  private static final int LOW_BITS = 0x0f;
  private static final int VARINT_BYTES_MAX = 10;
  private static final int DOUBLE_BYTES = 8;

  private final ByteBuffer in;

  private ThriftStruct(ByteBuffer in) {
    this.in = in;
  }

  /**
   * Moves the position of the buffer behind the structure that begins there.
   *
   * @throws java.nio.BufferUnderflowException when it does not end within the buffer
   * @throws IllegalArgumentException when something in it cannot be
   */
  static void skip(ByteBuffer in) {
    new ThriftStruct(in).skipStruct(0);
  }

  private void skipStruct(int depth) {
    require(depth < DEPTH_MAX, "structures are nested too deeply");
    for (int head = next(); head != 0; head = next()) {
      if (head >> 4 == 0) {
        varint(); // the field's number, where it is far from the one before
      }
      int type = head & LOW_BITS;
      if (type > 2) { // 1 and 2 are the truths themselves
        skipValue(type, depth);
      }
    }
  }

  private void skipValue(int type, int depth) {
    switch (type) {
      case 1, 2, 3 -> next();
      case 4, 5, 6 -> varint();
      case 7 -> skipBytes(DOUBLE_BYTES);
      case 8 -> skipBytes(varint());
      case 9, 10 -> skipList(depth);
      case 11 -> skipMap(depth);
      case 12 -> skipStruct(depth + 1);
      default -> throw new IllegalArgumentException("there is no Thrift type " + type);
    }
  }

  private void skipList(int depth) {
    int head = next();
    long size = head >> 4 == LOW_BITS ? varint() : head >> 4;
    skipValues(size, depth, head & LOW_BITS);
  }

  private void skipMap(int depth) {
    long size = varint();
    if (size != 0) {
      int types = next();
      skipValues(size, depth, types >> 4, types & LOW_BITS);
    }
  }

  /** None of them takes less than a byte. */
  private void skipValues(long size, int depth, int... types) {
    require(size >= 0 && size <= in.remaining(), "a list is longer than its file");
    require(depth < DEPTH_MAX, "lists are nested too deeply");
    for (long i = 0; i < size; i++) {
      for (int type : types) {
        skipValue(type, depth + 1);
      }
    }
  }

  private void skipBytes(long bytes) {
    require(bytes >= 0 && bytes <= in.remaining(), "a text is longer than its file");
    in.position(in.position() + (int) bytes);
  }

  private int next() {
    return in.get() & 0xff;
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX; i++) {
      int part = next();
      value |= (long) (part & 0x7f) << (7 * i);
      if (part < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
