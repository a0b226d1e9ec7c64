package org.suanwang.catalog.catalog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A catalogue that is being served: with its version, and what the integrity rules found in it.
 *
 * @param check done when the rules are, with what they found: no errors, unless a rule is younger
 *     than the claim that it finds wrong
 * @param lastEntry the number of the last row of the database that it holds
 */
public record PublishedCatalog(
    Catalog catalog, CatalogVersion version, CompletableFuture<Findings> check, long lastEntry) {

  /** A catalogue that has been checked. */
  public static PublishedCatalog checked(
      Catalog catalog, CatalogVersion version, Findings found, long lastEntry) {
    return new PublishedCatalog(
        catalog, version, CompletableFuture.completedFuture(found), lastEntry);
  }

  /**
   * A catalogue that was checked when it was written, and is served while the rules look at it once
   * more: of many claims that takes as long as reading them.
   */
  public static PublishedCatalog checking(
      Catalog catalog, CatalogVersion version, Supplier<Findings> rules, long lastEntry) {
    return new PublishedCatalog(catalog, version, CompletableFuture.supplyAsync(rules), lastEntry);
  }

  /** What the rules found; waits until they are done. */
  public Findings found() {
    return check.join();
  }

  public List<Finding> findings() {
    return found().all();
  }
}
