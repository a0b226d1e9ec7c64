package org.suanwang.catalog.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@link VerdictEntity}. */
@ApplicationScoped
class VerdictRepository implements PanacheRepositoryBase<VerdictEntity, String> {}
