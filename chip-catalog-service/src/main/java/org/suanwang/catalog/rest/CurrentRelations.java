package org.suanwang.catalog.rest;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.query.Relations;

/** The relations of the catalogue that is asked for, kept until another one is. */
@Singleton
class CurrentRelations {
  private record Kept(Catalog catalog, Relations relations) {}

  private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

  Relations of(Catalog catalog) {
    Kept last = kept.get();
    if (last != null && last.catalog() == catalog) {
      return last.relations();
    }
    Relations relations = Relations.of(catalog);
    kept.set(new Kept(catalog, relations));
    return relations;
  }
}
