package org.suanwang.catalog.rest;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;

/**
 * An answer that is sent again and again, in memory that the network is written from: no copy is
 * made of it. The collector frees it with this object.
 */
final class Body {
  private final ByteBuffer direct;

  private Body(ByteBuffer direct) {
    this.direct = direct;
  }

  static Body of(byte[] bytes) {
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
    direct.put(bytes).flip();
    return new Body(direct.asReadOnlyBuffer());
  }

  int length() {
    return direct.remaining();
  }

  @SuppressWarnings("deprecation") // Whatever else makes a buffer copies the bytes.
  Buffer toBuffer() {
    return Buffer.buffer(Unpooled.wrappedBuffer(direct.duplicate()));
  }

  byte[] toBytes() {
    byte[] bytes = new byte[direct.remaining()];
    direct.duplicate().get(bytes);
    return bytes;
  }
}
