package org.suanwang.catalog.catalog;

import java.util.List;
import java.util.Optional;

/** Where the published versions are listed. */
public interface VersionLog {

  /**
   * One publication.
   *
   * @param sequence its number; later publications have greater ones
   * @param claims how many claims it holds
   * @param cause the data package or person that caused it
   */
  record Entry(long sequence, CatalogVersion version, int claims, String cause) {}

  /** The latest publications first, beginning after a sequence number. */
  List<Entry> latest(int limit, Optional<Long> before);

  long count();

  /** The catalogue that a version names; empty when there is none, or it is too old to be read. */
  Optional<Catalog> findCatalog(String versionId);
}
