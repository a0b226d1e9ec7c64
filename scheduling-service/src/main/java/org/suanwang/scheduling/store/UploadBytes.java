package org.suanwang.scheduling.store;

import java.io.InputStream;
import java.util.function.Function;
import org.suanwang.scheduling.experiment.Upload;

/** The bytes of an upload; each part is read when the one before it is used up. */
final class UploadBytes extends InputStream {
  private final Upload upload;
  private final Function<UploadPartEntity.Id, byte[]> parts;
  private byte[] part = new byte[0];
  private int used;
  private long next;

  UploadBytes(Upload upload, Function<UploadPartEntity.Id, byte[]> parts) {
    this.upload = upload;
    this.parts = parts;
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : part[used++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int bytes = Math.min(length, part.length - used);
    System.arraycopy(part, used, into, offset, bytes);
    used += bytes;
    return bytes;
  }

  private boolean isAtEnd() {
    if (used == part.length && next < upload.received()) {
      part = parts.apply(new UploadPartEntity.Id(upload.id(), next));
      next += part.length;
      used = 0;
    }
    return used == part.length;
  }
}
