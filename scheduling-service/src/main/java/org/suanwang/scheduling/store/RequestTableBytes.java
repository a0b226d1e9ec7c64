package org.suanwang.scheduling.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.suanwang.scheduling.inference.RequestTable;

/** A table of requests as bytes: times since the request before, and tokens, compressed. */
final class RequestTableBytes {
  private static final int FORMAT = 1;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private RequestTableBytes() {}

  static byte[] render(RequestTable requests) {
    var bytes = new ByteArrayOutputStream();
    try (var out = PackedBytes.write(bytes)) {
      out.writeByte(FORMAT);
      out.writeInt(requests.size());
      long before = 0;
      for (int request = 0; request < requests.size(); request++) {
        write(out, requests.arrivalMicros(request) - before);
        write(out, requests.promptTokens(request));
        write(out, requests.outputTokens(request));
        before = requests.arrivalMicros(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private static void write(DataOutputStream out, long value) throws IOException {
    long left = value;
    while (left >= MORE) {
      out.writeByte((int) (left % MORE) | MORE);
      left >>= BITS;
    }
    out.writeByte((int) left);
  }

  static RequestTable load(byte[] bytes) {
    try (var in = PackedBytes.read(bytes)) {
      if (in.readByte() != FORMAT) {
        throw new IllegalStateException("requests were kept in a format of another version");
      }
      RequestTable.Builder requests = new RequestTable.Builder();
      long at = 0;
      for (int left = in.readInt(); left > 0; left--) {
        at += read(in);
        requests.add(at, (int) read(in), (int) read(in));
      }
      return requests.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long read(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int next = in.readUnsignedByte();
    while (next >= MORE) {
      value |= (long) (next - MORE) << shift;
      shift += BITS;
      next = in.readUnsignedByte();
    }
    return value | (long) next << shift;
  }
}
