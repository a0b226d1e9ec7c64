package org.suanwang.catalog.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON in UTF-8, of parts that are JSON already and are copied once only: to where they are sent
 * from.
 */
final class JsonBytes {
  private final List<byte[]> parts;
  private int length;

  JsonBytes(int expected) {
    this.parts = new ArrayList<>(expected);
  }

  static JsonBytes of(byte[] whole) {
    return new JsonBytes(1).add(whole);
  }

  JsonBytes add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  JsonBytes add(byte[] part) {
    parts.add(part);
    length += part.length;
    return this;
  }

  List<byte[]> parts() {
    return parts;
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
