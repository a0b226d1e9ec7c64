package org.suanwang.market.parameter;

/**
 * Where a thing was read from, so that a finding can point at it.
 *
 * @param path of the fields that lead to it in the file, {@code parameters[3]}; empty for the whole
 */
public record Origin(String file, int line, String path) {
  public Origin(String file, int line) {
    this(file, line, "");
  }

  /** A field of the thing, {@code values[0].distribution.low}. */
  public Origin at(String field) {
    return new Origin(file, line, path.isEmpty() ? field : path + "." + field);
  }

  public String text() {
    return file + ":" + line;
  }
}
