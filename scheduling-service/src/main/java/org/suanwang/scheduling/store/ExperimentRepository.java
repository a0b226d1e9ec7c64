package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.ExperimentSpec;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.RunRow;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.SimulationSpec;

/**
 * Experiments in PostgreSQL. Their runs are simulations like all others; where an experiment stands
 * is counted from them.
 */
@ApplicationScoped
public class ExperimentRepository implements Experiments, PanacheRepository<ExperimentEntity> {
  private static final String SCOPE = "experiment";

  /** Results are long; so many are held at once. */
  private static final int ROWS_AT_ONCE = 50;

  private final Documents documents;
  private final RequestKeys keys;
  private final RunQueue queue;
  private final SimulationRepository simulations;

  ExperimentRepository(
      Documents documents, RequestKeys keys, RunQueue queue, SimulationRepository simulations) {
    this.documents = documents;
    this.keys = keys;
    this.queue = queue;
    this.simulations = simulations;
  }

  @Override
  @Transactional
  public Optional<Experiment> findMade(@Nullable RequestKey key) {
    return keys.findMade(SCOPE, key).map(this::require);
  }

  @Override
  @Transactional
  public Experiment add(
      ExperimentSpec spec, Map<String, Instant> epochs, @Nullable RequestKey key) {
    String made = keys.findMade(SCOPE, key).orElse(null);
    if (made != null) {
      return require(made);
    }
    ExperimentEntity row = new ExperimentEntity();
    row.id = EdgeClock.freshId(SCOPE);
    row.specification = documents.render(spec);
    row.createdAt = EdgeClock.now();
    persistAndFlush(row);
    keys.remember(SCOPE, key, row.id);
    List<String> runIds = new ArrayList<>();
    for (SimulationSpec run : spec.runs()) {
      SimulationEntity simulation = simulations.queued(run, requireEpoch(epochs, run.workload()));
      simulation.experiment = row.id;
      simulation.runNumber = runIds.size();
      simulations.persist(simulation);
      runIds.add(simulation.id);
    }
    simulations.flush();
    queue.addAll(runIds);
    return experiment(row, new RunTally());
  }

  private static Instant requireEpoch(Map<String, Instant> epochs, String workload) {
    return Objects.requireNonNull(epochs.get(workload), "every workload has an epoch");
  }

  @Override
  @Transactional
  public Experiment require(String id) {
    ExperimentEntity row = requireRow(id, LockModeType.NONE);
    return experiment(row, tallies(List.of(id)).getOrDefault(id, new RunTally()));
  }

  private ExperimentEntity requireRow(String id, LockModeType lock) {
    return find("id", id)
        .withLock(lock)
        .firstResultOptional()
        .orElseThrow(() -> new NotFoundException(SCOPE, id, "GET /v1/experiments lists them"));
  }

  @Override
  @Transactional
  public Page<Experiment> page(@Nullable Long cursor, int limit) {
    List<ExperimentEntity> rows =
        find("number < ?1 order by number desc", cursor == null ? Long.MAX_VALUE : cursor)
            .range(0, limit - 1)
            .list();
    Map<String, RunTally> tallies = tallies(rows.stream().map(r -> r.id).toList());
    return new Page<>(
        rows.stream().map(r -> experiment(r, tallies.getOrDefault(r.id, new RunTally()))).toList(),
        rows.size() < limit ? null : rows.getLast().number);
  }

  private Map<String, RunTally> tallies(List<String> ids) {
    return RunTally.of(
        getEntityManager()
            .createQuery(RunTally.QUERY, Object[].class)
            .setParameter("ids", ids)
            .getResultList());
  }

  @Override
  @Transactional
  public Experiment cancel(String id) {
    // The lock keeps two cancels from waiting for each other's runs.
    requireRow(id, LockModeType.PESSIMISTIC_WRITE);
    int cancelled =
        simulations.update(
            "state = ?1, finishedAt = ?2 where experiment = ?3 and state in (?4, ?5)",
            RunState.CANCELLED,
            EdgeClock.now(),
            id,
            RunState.QUEUED,
            RunState.RUNNING);
    Experiment after = require(id);
    if (cancelled == 0 && after.count(RunState.CANCELLED) == 0) {
      throw new ConflictException(
          "experiment " + id + " is already " + after.state() + "; there is nothing to cancel");
    }
    return after;
  }

  @Override
  @Transactional
  public List<RunRow> rows(Experiment experiment) {
    List<RunRow> rows = new ArrayList<>();
    while (rows.size() < experiment.spec().size()) {
      List<SimulationEntity> next =
          simulations
              .find(
                  "experiment = ?1 and runNumber >= ?2 order by runNumber",
                  experiment.id(),
                  rows.size())
              .range(0, ROWS_AT_ONCE - 1)
              .list();
      if (next.isEmpty()) {
        throw new IllegalStateException("experiment " + experiment.id() + " has lost runs");
      }
      next.forEach(
          r ->
              rows.add(
                  RunRow.of(
                      rows.size(), experiment.spec().policyOf(rows.size()), simulations.run(r))));
      getEntityManager().clear();
    }
    return rows;
  }

  private Experiment experiment(ExperimentEntity row, RunTally tally) {
    return tally.experiment(
        row.id, documents.load(row.specification, ExperimentSpec.class), row.createdAt);
  }
}
