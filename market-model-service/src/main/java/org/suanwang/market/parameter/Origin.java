package org.suanwang.market.parameter;

/** The file and line a thing was read from, so that a finding can point at it. */
public record Origin(String file, int line) {
  public String text() {
    return file + ":" + line;
  }
}
