package org.suanwang.catalog.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@link CatalogVersionEntity}. */
@ApplicationScoped
class CatalogVersionRepository implements PanacheRepositoryBase<CatalogVersionEntity, Long> {}
