package org.suanwang.market.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.suanwang.market.bridge.Accelerator;
import org.suanwang.market.bridge.KnownAccelerators;

/** What the catalogue last said of accelerators, in PostgreSQL. */
@ApplicationScoped
public class AcceleratorStore implements KnownAccelerators {
  private final EntityManager entities;
  private final Clock clock;

  AcceleratorStore(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Accelerator> find(String id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select country, catalog_version from known_accelerator where id = :id", Tuple.class)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> new Accelerator(id, row.get(0, String.class), row.get(1, String.class)));
  }

  @Override
  @Transactional
  public void keep(Accelerator accelerator) {
    entities
        .createNativeQuery(
            """
            insert into known_accelerator (id, country, catalog_version, received_at)
            values (:id, :country, :version, :at)
            on conflict (id) do update
            set country = :country, catalog_version = :version, received_at = :at""")
        .setParameter("id", accelerator.id())
        .setParameter("country", accelerator.country())
        .setParameter("version", accelerator.catalogVersion())
        .setParameter("at", clock.instant())
        .executeUpdate();
  }
}
