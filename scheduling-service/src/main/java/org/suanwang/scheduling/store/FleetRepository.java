package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.FleetSummary;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.Stored;

/** Fleets in PostgreSQL. */
@ApplicationScoped
public class FleetRepository implements Fleets, KeptRows<FleetEntity> {
  private final Documents documents;
  private final RequestKeys keys;
  private final Needs needs;

  FleetRepository(Documents documents, RequestKeys keys, Needs needs) {
    this.documents = documents;
    this.keys = keys;
    this.needs = needs;
  }

  @Override
  public String kind() {
    return "fleet";
  }

  @Override
  @Transactional
  public Stored<Fleet> add(Fleet fleet, @Nullable RequestKey key) {
    FleetEntity made = findMade(keys, key).orElse(null);
    if (made != null) {
      return stored(made);
    }
    FleetEntity row = named(new FleetEntity());
    row.name = fleet.name();
    row.nodes = fleet.nodes();
    row.devices = fleet.devices();
    row.document = documents.render(fleet);
    persist(row);
    keys.remember(kind(), key, row.id);
    return stored(row);
  }

  @Override
  @Transactional
  public Stored<Fleet> require(String id) {
    return stored(requireRow(id));
  }

  @Override
  @Transactional
  public Page<FleetSummary> page(@Nullable Long cursor, int limit) {
    return page(
        cursor, limit, r -> new FleetSummary(r.id, r.name, r.nodes, r.devices, r.createdAt));
  }

  @Override
  @Transactional
  public void remove(String id) {
    lock(id);
    needs.requireNone(kind(), id);
    delete("id", id);
  }

  private Stored<Fleet> stored(FleetEntity row) {
    return new Stored<>(row.id, row.createdAt, documents.load(row.document, Fleet.class));
  }
}
