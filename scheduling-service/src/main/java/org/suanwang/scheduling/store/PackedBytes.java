package org.suanwang.scheduling.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Values as compressed bytes. They go through a buffer, because each call of the compression takes
 * far longer than the few bytes of a value: many times as long in a native executable.
 */
final class PackedBytes {
  private static final int BUFFER_BYTES = 1 << 16;

  private PackedBytes() {}

  static DataOutputStream write(ByteArrayOutputStream bytes) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(new GZIPOutputStream(bytes, BUFFER_BYTES), BUFFER_BYTES));
  }

  static DataInputStream read(byte[] bytes) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(
            new GZIPInputStream(new ByteArrayInputStream(bytes), BUFFER_BYTES), BUFFER_BYTES));
  }
}
