package org.suanwang.market.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.suanwang.market.catalogue.KnownSpecifications;
import org.suanwang.market.catalogue.Specification;
import org.suanwang.market.catalogue.SpecificationReader;

/** What the catalogue last said of accelerators, in PostgreSQL. */
@ApplicationScoped
public class SpecificationStore implements KnownSpecifications {
  private final EntityManager entities;
  private final SpecificationReader reader;
  private final Clock clock;

  SpecificationStore(EntityManager entities, SpecificationReader reader, Clock clock) {
    this.entities = entities;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Specification> find(String accelerator) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select answer from known_specification where accelerator = :accelerator", String.class)
        .setParameter("accelerator", accelerator)
        .getResultList()
        .stream()
        .findFirst()
        .map(reader::read);
  }

  @Override
  @Transactional
  public void keep(Specification specification) {
    entities
        .createNativeQuery(
            """
            insert into known_specification (accelerator, catalog_version, answer, received_at)
            values (:accelerator, :version, :answer, :at)
            on conflict (accelerator) do update
            set catalog_version = :version, answer = :answer, received_at = :at""")
        .setParameter("accelerator", specification.accelerator())
        .setParameter("version", specification.catalogVersion())
        .setParameter("answer", specification.document())
        .setParameter("at", clock.instant())
        .executeUpdate();
  }
}
