package org.suanwang.catalog.catalog;

import java.util.List;

/**
 * A catalogue that is being served: with its version, and what the integrity rules found in it.
 *
 * @param findings never errors: a catalogue with errors is not published
 */
public record PublishedCatalog(Catalog catalog, CatalogVersion version, List<Finding> findings) {
  public PublishedCatalog {
    findings = List.copyOf(findings);
  }
}
