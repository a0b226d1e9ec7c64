package org.suanwang.market.rest;

import java.util.Locale;
import org.suanwang.market.bridge.AcceleratorSource;
import org.suanwang.market.bridge.EquivalenceSource;

/**
 * The catalogue version behind an answer of the catalogue.
 *
 * @param stale the catalogue could not be reached; this is its last known answer
 * @param origin catalogue, last_known or request
 */
public record CatalogReference(String id, boolean stale, String origin) {
  static CatalogReference of(EquivalenceSource.Answer answer) {
    return of(answer.equivalence().catalogVersion(), answer.origin());
  }

  static CatalogReference of(AcceleratorSource.Answer answer) {
    return of(answer.accelerator().catalogVersion(), answer.origin());
  }

  private static CatalogReference of(String id, EquivalenceSource.Origin origin) {
    boolean stale = origin == EquivalenceSource.Origin.LAST_KNOWN;
    return new CatalogReference(id, stale, origin.name().toLowerCase(Locale.ROOT));
  }
}
