package org.suanwang.catalog.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;

/** Keeps the catalogue that is being served ready to be sent. */
@Singleton
class ServedCatalogs {
  private final CurrentCatalog current;
  private final ObjectMapper json;
  private volatile @Nullable ServedCatalog last;

  ServedCatalogs(CurrentCatalog current, ObjectMapper json) {
    this.current = current;
    this.json = json;
  }

  /**
   * The published catalogue.
   *
   * @throws IllegalStateException before the first one is published
   */
  ServedCatalog require() {
    return of(current.require());
  }

  /** The published catalogue; nothing before the first one. */
  @Nullable ServedCatalog find() {
    return current.find().map(this::of).orElse(null);
  }

  private ServedCatalog of(PublishedCatalog published) {
    ServedCatalog served = last;
    if (served == null || !served.published().version().equals(published.version())) {
      // Two threads may make the same twice; either serves.
      served = new ServedCatalog(published, json);
      last = served;
    }
    return served;
  }
}
