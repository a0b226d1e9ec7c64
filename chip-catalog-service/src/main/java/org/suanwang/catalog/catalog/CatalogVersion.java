package org.suanwang.catalog.catalog;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The name of a catalogue's content. The same content has the same id everywhere.
 *
 * @param id the day of the newest entry, and the first 12 digits of the content hash
 * @param contentHash SHA-256 over the canonical form
 * @param publishedAt when this database first published it; not part of the id
 */
public record CatalogVersion(String id, String contentHash, Instant publishedAt) {
  private static final int HASH_DIGITS_IN_ID = 12;

  /** Names the content; the time of publication comes from the edge. */
  public static CatalogVersion of(Catalog catalog, Instant publishedAt) {
    String hash = CanonicalForm.hash(catalog);
    LocalDate day =
        catalog
            .claims()
            .map(c -> c.recorded().on())
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    return new CatalogVersion(day + "-" + hash.substring(0, HASH_DIGITS_IN_ID), hash, publishedAt);
  }
}
