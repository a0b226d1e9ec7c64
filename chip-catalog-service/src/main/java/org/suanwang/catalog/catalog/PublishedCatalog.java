package org.suanwang.catalog.catalog;

import java.util.List;

/**
 * A catalogue that is being served: with its version, and what the integrity rules found in it.
 *
 * @param found never errors: a catalogue with errors is not published
 * @param lastEntry the number of the last row of the database that it holds
 */
public record PublishedCatalog(
    Catalog catalog, CatalogVersion version, Findings found, long lastEntry) {
  public List<Finding> findings() {
    return found.all();
  }
}
