package org.suanwang.scheduling.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses JSON bodies that would not fit in memory; streamed traces have the server's own limit.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
  static final int JSON_BYTES_MAX = 64 << 20;
  private static final int TOO_LARGE = 413;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    if (type != null && type.getSubtype().endsWith("json")) {
      context.setInputStream(new Counted(context.getInputStream()));
    }
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > JSON_BYTES_MAX) {
        throw new WebApplicationException(
            "a JSON body has at most " + JSON_BYTES_MAX + " bytes; send a trace as text/csv",
            TOO_LARGE);
      }
    }
  }
}
