package org.suanwang.catalog.rest;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;

/**
 * The bytes of an answer that may be sent again. One that is sent often is moved into memory that
 * the network is written from, which saves a copy each time; others stay on the heap, because such
 * memory comes back late: the collector frees it with this object.
 */
final class Body {
  private static final int OFTEN = 16;

  private volatile ByteBuffer bytes;

  /** About how often: threads that count at the same time may count as one. */
  private int sent;

  private Body(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static Body of(byte[] bytes) {
    return new Body(ByteBuffer.wrap(bytes));
  }

  int length() {
    return bytes.remaining();
  }

  @SuppressWarnings("deprecation") // Whatever else makes a buffer copies the bytes.
  Buffer toBuffer() {
    ByteBuffer now = bytes;
    if (!now.isDirect() && ++sent > OFTEN) {
      now = ByteBuffer.allocateDirect(now.remaining()).put(now.duplicate()).flip();
      bytes = now;
    }
    return Buffer.buffer(Unpooled.wrappedBuffer(now.duplicate()));
  }

  byte[] toBytes() {
    ByteBuffer now = bytes.duplicate();
    byte[] copy = new byte[now.remaining()];
    now.get(copy);
    return copy;
  }
}
