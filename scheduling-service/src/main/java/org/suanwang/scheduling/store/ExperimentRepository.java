package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
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
public class ExperimentRepository implements Experiments, KeptRows<ExperimentEntity> {
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
  public String kind() {
    return "experiment";
  }

  @Override
  @Transactional
  public Optional<Experiment> findMade(@Nullable RequestKey key) {
    return findMade(keys, key).map(row -> require(row.id));
  }

  @Override
  @Transactional
  public Experiment add(
      ExperimentSpec spec, Map<String, Instant> epochs, @Nullable RequestKey key) {
    ExperimentEntity made = findMade(keys, key).orElse(null);
    if (made != null) {
      return require(made.id);
    }
    ExperimentEntity row = named(new ExperimentEntity());
    row.specification = documents.render(spec);
    persistAndFlush(row);
    keys.remember(kind(), key, row.id);
    List<String> runIds = new ArrayList<>();
    for (SimulationSpec run : spec.runs()) {
      SimulationEntity simulation = simulations.queued(run, requireEpoch(epochs, run.workload()));
      simulation.experiment = row.id;
      simulation.runNumber = runIds.size();
      simulations.keep(simulation);
      runIds.add(simulation.id);
    }
    queue.addAll(runIds);
    return experiment(row, new RunTally());
  }

  private static Instant requireEpoch(Map<String, Instant> epochs, String workload) {
    return Objects.requireNonNull(epochs.get(workload), "every workload has an epoch");
  }

  @Override
  @Transactional
  public Experiment require(String id) {
    ExperimentEntity row = requireRow(id);
    RunTally tally = tallies(List.of(id)).get(id);
    if (tally == null) {
      // Deleted after its row was read.
      throw missing(id);
    }
    return experiment(row, tally);
  }

  @Override
  @Transactional
  public Page<Experiment> page(@Nullable Long cursor, int limit) {
    Page<ExperimentEntity> rows = page(cursor, limit, Function.identity());
    Map<String, RunTally> tallies = tallies(rows.items().stream().map(r -> r.id).toList());
    List<Experiment> told = new ArrayList<>();
    for (ExperimentEntity row : rows.items()) {
      RunTally tally = tallies.get(row.id);
      if (tally != null) {
        told.add(experiment(row, tally));
      }
    }
    return new Page<>(told, rows.nextCursor());
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
    lock(id);
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
  public void remove(String id) {
    lock(id);
    long open =
        simulations.count(
            "experiment = ?1 and state in (?2, ?3)", id, RunState.QUEUED, RunState.RUNNING);
    if (open > 0) {
      throw new ConflictException(
          "experiment "
              + id
              + " has "
              + open
              + " runs that have not ended; POST /v1/experiments/"
              + id
              + "/cancel first");
    }
    removeWithRuns(id);
  }

  private void removeWithRuns(String id) {
    simulations.delete("experiment", id);
    delete("id", id);
  }

  @Override
  @Transactional
  public int removeFinishedBefore(Instant end) {
    List<String> ids =
        getEntityManager()
            .createQuery(
                "select e.id from ExperimentEntity e where e.createdAt < :end and not exists"
                    + " (select 1 from SimulationEntity s where s.experiment = e.id"
                    + " and (s.finishedAt is null or s.finishedAt >= :end))",
                String.class)
            .setParameter("end", end)
            .getResultList();
    List<String> mine = ids.stream().filter(this::isLocked).toList();
    mine.forEach(this::removeWithRuns);
    return mine.size();
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
        // Runs go with their experiment only.
        throw missing(experiment.id());
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
