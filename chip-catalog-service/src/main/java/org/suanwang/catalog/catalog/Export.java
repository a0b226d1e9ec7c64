package org.suanwang.catalog.catalog;

import java.time.LocalDate;

/**
 * A catalogue that is to be given out as one file.
 *
 * @param versionId the version that it is, or was taken from
 * @param title what the file calls itself
 */
public record Export(String versionId, String title, Catalog catalog) {
  /** The day of the newest entry, which stands in the version's id. */
  public LocalDate released() {
    return catalog
        .claims()
        .map(c -> c.recorded().on())
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }
}
