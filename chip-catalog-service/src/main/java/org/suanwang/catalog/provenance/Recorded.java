package org.suanwang.catalog.provenance;

import java.time.LocalDate;

/**
 * Who put a claim into the catalogue, and when.
 *
 * @param by a data package with its version, or a person
 * @param on the release date of the package, or the day of the entry
 */
public record Recorded(String by, LocalDate on) {
  /** Who it was, whatever the version: of a data package the id alone. */
  public String author() {
    int version = by.lastIndexOf(' ');
    return version < 0 ? by : by.substring(0, version);
  }
}
