package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.KnownDeviceTypes;

/** The last known device types in PostgreSQL, shared by all replicas. */
@ApplicationScoped
public class KnownCatalogRepository
    implements KnownDeviceTypes, PanacheRepositoryBase<KnownCatalogEntity, Integer> {
  private final Documents documents;

  KnownCatalogRepository(Documents documents) {
    this.documents = documents;
  }

  @Override
  @Transactional
  public Optional<DeviceTypeSnapshot> find() {
    return findByIdOptional(1).map(r -> documents.load(r.document, DeviceTypeSnapshot.class));
  }

  @Override
  @Transactional
  public void remember(DeviceTypeSnapshot snapshot) {
    getEntityManager()
        .createNativeQuery(
            "insert into known_catalog (one, document, seen_at) values (1, :document, :seen)"
                + " on conflict (one) do update set document = excluded.document,"
                + " seen_at = excluded.seen_at")
        .setParameter("document", documents.render(snapshot))
        .setParameter("seen", EdgeClock.now())
        .executeUpdate();
  }
}
