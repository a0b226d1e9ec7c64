package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.experiment.SimulationSpec;

/**
 * Simulations in PostgreSQL. Every change of state is one guarded update, so a cancelled run cannot
 * come back, and of two workers on one run the second changes nothing.
 */
@ApplicationScoped
public class SimulationRepository implements Runs, RunDesk, PanacheRepository<SimulationEntity> {
  private static final String SCOPE = "simulation";

  private final Documents documents;
  private final RequestKeys keys;
  private final RunQueue queue;

  SimulationRepository(Documents documents, RequestKeys keys, RunQueue queue) {
    this.documents = documents;
    this.keys = keys;
    this.queue = queue;
  }

  @Override
  @Transactional
  public Run add(SimulationSpec spec, Instant epoch, @Nullable RequestKey key) {
    String made = keys.findMade(SCOPE, key).orElse(null);
    if (made != null) {
      return require(made);
    }
    SimulationEntity row = queued(spec, epoch);
    persistAndFlush(row);
    keys.remember(SCOPE, key, row.id);
    queue.add(row.id);
    return run(row);
  }

  /** A new row, not kept yet. */
  SimulationEntity queued(SimulationSpec spec, Instant epoch) {
    SimulationEntity row = new SimulationEntity();
    row.id = EdgeClock.freshId(SCOPE);
    row.fleet = spec.fleet();
    row.workload = spec.workload();
    row.policy = spec.policy();
    row.specification = documents.render(spec);
    row.epoch = epoch;
    row.state = RunState.QUEUED;
    row.createdAt = EdgeClock.now();
    return row;
  }

  @Override
  @Transactional
  public Run require(String id) {
    return run(requireRow(id, LockModeType.NONE));
  }

  private SimulationEntity requireRow(String id, LockModeType lock) {
    return find("id", id)
        .withLock(lock)
        .firstResultOptional()
        .orElseThrow(() -> new NotFoundException(SCOPE, id, "GET /v1/simulations lists them"));
  }

  @Override
  @Transactional
  public Page<Run> page(@Nullable RunState state, @Nullable Long cursor, int limit) {
    long before = cursor == null ? Long.MAX_VALUE : cursor;
    var query =
        state == null
            ? find("number < ?1 order by number desc", before)
            : find("number < ?1 and state = ?2 order by number desc", before, state);
    List<SimulationEntity> rows = query.range(0, limit - 1).list();
    return new Page<>(
        rows.stream().map(this::run).toList(), rows.size() < limit ? null : rows.getLast().number);
  }

  @Override
  @Transactional
  public Run cancel(String id) {
    SimulationEntity row = requireRow(id, LockModeType.PESSIMISTIC_WRITE);
    if (row.state == RunState.COMPLETED || row.state == RunState.FAILED) {
      throw new ConflictException(
          "simulation " + id + " is already " + row.state + "; there is nothing to cancel");
    }
    if (row.state != RunState.CANCELLED) {
      row.state = RunState.CANCELLED;
      row.finishedAt = EdgeClock.now();
    }
    return run(row);
  }

  @Override
  @Transactional
  public boolean begin(String id) {
    return update(
            "state = ?1, startedAt = coalesce(startedAt, ?2) where id = ?3 and state in (?4, ?5)",
            RunState.RUNNING,
            EdgeClock.now(),
            id,
            RunState.QUEUED,
            RunState.RUNNING)
        == 1;
  }

  @Override
  @Transactional
  public boolean report(String id, Progress progress) {
    return keep(id, progress, RunState.RUNNING);
  }

  private boolean keep(String id, Progress progress, RunState onlyIn) {
    return update(
            "fraction = ?1, simulatedSeconds = ?2, events = ?3, eventsPerSecond = ?4"
                + " where id = ?5 and state = ?6",
            progress.fraction(),
            progress.simulatedSeconds(),
            progress.events(),
            progress.eventsPerSecond(),
            id,
            onlyIn)
        == 1;
  }

  @Override
  @Transactional
  public void complete(String id, Progress progress, SimulationResult result) {
    if (report(id, progress)) {
      update(
          "state = ?1, result = ?2, finishedAt = ?3 where id = ?4 and state = ?5",
          RunState.COMPLETED,
          documents.render(result),
          EdgeClock.now(),
          id,
          RunState.RUNNING);
    }
  }

  @Override
  @Transactional
  public void fail(String id, Progress progress, String why) {
    if (report(id, progress)) {
      update(
          "state = ?1, failure = ?2, finishedAt = ?3 where id = ?4 and state = ?5",
          RunState.FAILED,
          why,
          EdgeClock.now(),
          id,
          RunState.RUNNING);
    }
  }

  @Override
  @Transactional
  public void settleCancelled(String id, Progress progress) {
    keep(id, progress, RunState.CANCELLED);
  }

  /** How many simulations are in each state. */
  @Transactional
  public Map<RunState, Long> countByState() {
    Map<RunState, Long> counts = new EnumMap<>(RunState.class);
    for (RunState state : RunState.values()) {
      counts.put(state, 0L);
    }
    getEntityManager()
        .createQuery(
            "select s.state, count(s) from SimulationEntity s group by s.state", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((RunState) row[0], (Long) row[1]));
    return counts;
  }

  /** A row as the core knows it. */
  Run run(SimulationEntity row) {
    String result = row.result;
    return new Run(
        row.id,
        documents.load(row.specification, SimulationSpec.class),
        row.epoch,
        row.state,
        new Progress(row.fraction, row.simulatedSeconds, row.events, row.eventsPerSecond),
        result == null ? null : documents.load(result, SimulationResult.class),
        row.failure,
        row.createdAt,
        row.startedAt,
        row.finishedAt);
  }
}
