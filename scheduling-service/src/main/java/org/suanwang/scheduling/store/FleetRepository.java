package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.FleetSummary;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.Stored;

/** Fleets in PostgreSQL. */
@ApplicationScoped
public class FleetRepository implements Fleets, PanacheRepository<FleetEntity> {
  private static final String SCOPE = "fleet";

  private final Documents documents;
  private final RequestKeys keys;

  FleetRepository(Documents documents, RequestKeys keys) {
    this.documents = documents;
    this.keys = keys;
  }

  @Override
  @Transactional
  public Stored<Fleet> add(Fleet fleet, @Nullable RequestKey key) {
    String made = keys.findMade(SCOPE, key).orElse(null);
    if (made != null) {
      return require(made);
    }
    FleetEntity row = new FleetEntity();
    row.id = EdgeClock.freshId(SCOPE);
    row.name = fleet.name();
    row.nodes = fleet.nodes();
    row.devices = fleet.devices();
    row.document = documents.render(fleet);
    row.createdAt = EdgeClock.now();
    persist(row);
    keys.remember(SCOPE, key, row.id);
    return stored(row);
  }

  @Override
  @Transactional
  public Stored<Fleet> require(String id) {
    return find("id", id)
        .firstResultOptional()
        .map(this::stored)
        .orElseThrow(() -> new NotFoundException("fleet", id, "GET /v1/fleets lists them"));
  }

  @Override
  @Transactional
  public Page<FleetSummary> page(@Nullable Long cursor, int limit) {
    List<FleetEntity> rows =
        find("number < ?1 order by number desc", cursor == null ? Long.MAX_VALUE : cursor)
            .range(0, limit - 1)
            .list();
    return new Page<>(
        rows.stream()
            .map(r -> new FleetSummary(r.id, r.name, r.nodes, r.devices, r.createdAt))
            .toList(),
        rows.size() < limit ? null : rows.getLast().number);
  }

  private Stored<Fleet> stored(FleetEntity row) {
    return new Stored<>(row.id, row.createdAt, documents.load(row.document, Fleet.class));
  }
}
