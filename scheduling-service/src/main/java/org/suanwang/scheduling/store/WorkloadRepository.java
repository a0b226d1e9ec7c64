package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.experiment.WorkloadSummary;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.Workload;

/** Workloads in PostgreSQL. */
@ApplicationScoped
public class WorkloadRepository implements Workloads, KeptRows<WorkloadEntity> {
  private final Documents documents;
  private final RequestKeys keys;
  private final Needs needs;
  private final RecentWorkloads recent = new RecentWorkloads();

  WorkloadRepository(Documents documents, RequestKeys keys, Needs needs) {
    this.documents = documents;
    this.keys = keys;
    this.needs = needs;
  }

  @Override
  public String kind() {
    return "workload";
  }

  @Override
  @Transactional
  public Stored<Workload> add(Workload workload, @Nullable RequestKey key) {
    WorkloadEntity made = findMade(keys, key).orElse(null);
    if (made != null) {
      return stored(made);
    }
    WorkloadEntity row = named(new WorkloadEntity());
    row.name = workload.name();
    row.jobs = workload.size();
    row.epoch = workload.epoch();
    row.jobTable = JobTableBytes.render(workload.jobs());
    Background background = workload.background();
    row.background =
        background == null ? null : documents.render(BackgroundDocument.of(background));
    row.services =
        workload.services().isEmpty()
            ? null
            : documents.render(new ServicesDocument(workload.services()));
    RequestTable requests = workload.requests();
    row.requestTable = requests == null ? null : RequestTableBytes.render(requests);
    persist(row);
    keys.remember(kind(), key, row.id);
    return new Stored<>(row.id, row.createdAt, workload);
  }

  @Override
  @Transactional
  public Stored<Workload> require(String id) {
    Stored<Workload> known = recent.find(id);
    if (known == null) {
      return recent.keep(stored(requireRow(id)));
    }
    // Any replica may have deleted it meanwhile.
    if (count("id", id) == 0) {
      throw missing(id);
    }
    return known;
  }

  @Override
  @Transactional
  public Page<WorkloadSummary> page(@Nullable Long cursor, int limit) {
    List<Object[]> rows =
        getEntityManager()
            .createQuery(
                "select w.number, w.id, w.name, w.jobs, w.createdAt from WorkloadEntity w"
                    + " where w.number < :cursor order by w.number desc",
                Object[].class)
            .setParameter("cursor", KeptRows.before(cursor))
            .setMaxResults(limit)
            .getResultList();
    List<WorkloadSummary> items = new ArrayList<>();
    for (Object[] r : rows) {
      items.add(new WorkloadSummary((String) r[1], (String) r[2], (Integer) r[3], (Instant) r[4]));
    }
    return new Page<>(items, rows.size() < limit ? null : (Long) rows.getLast()[0]);
  }

  @Override
  @Transactional
  public void remove(String id) {
    lock(id);
    needs.requireNone(kind(), id);
    delete("id", id);
  }

  private Stored<Workload> stored(WorkloadEntity row) {
    String background = row.background;
    String services = row.services;
    byte[] requests = row.requestTable;
    return new Stored<>(
        row.id,
        row.createdAt,
        new Workload(
            row.name,
            row.epoch,
            JobTableBytes.load(row.jobTable),
            background == null
                ? null
                : documents.load(background, BackgroundDocument.class).toBackground(),
            services == null
                ? List.of()
                : documents.load(services, ServicesDocument.class).services(),
            requests == null ? null : RequestTableBytes.load(requests)));
  }
}
