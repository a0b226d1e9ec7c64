package org.suanwang.catalog.catalog;

/** The forms in which a catalogue is sent in or given out as one file. */
public enum ExchangeFormat {
  /** A package in one file, see docs/data-packages.md. */
  YAML("yaml", "application/yaml"),
  /** The same tree as YAML. */
  JSON("json", "application/json"),
  /** The catalogue's own table: one line a source, subject, claim or verdict. */
  CSV("csv", "text/csv"),
  /** Epoch AI's table of machine-learning hardware; it is read, never written. */
  EPOCH("epoch", "text/csv");

  private final String word;
  private final String mediaType;

  ExchangeFormat(String word, String mediaType) {
    this.word = word;
    this.mediaType = mediaType;
  }

  /** The name that queries use, and the ending of files. */
  public String word() {
    return word;
  }

  public String mediaType() {
    return mediaType;
  }
}
