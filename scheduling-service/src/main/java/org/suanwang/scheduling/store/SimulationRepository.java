package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
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
public class SimulationRepository implements Runs, RunDesk, KeptRows<SimulationEntity> {
  private final Documents documents;
  private final RequestKeys keys;
  private final RunQueue queue;

  SimulationRepository(Documents documents, RequestKeys keys, RunQueue queue) {
    this.documents = documents;
    this.keys = keys;
    this.queue = queue;
  }

  @Override
  public String kind() {
    return "simulation";
  }

  @Override
  @Transactional
  public Run add(SimulationSpec spec, Instant epoch, @Nullable RequestKey key) {
    SimulationEntity made = findMade(keys, key).orElse(null);
    if (made != null) {
      return run(made);
    }
    SimulationEntity row = queued(spec, epoch);
    keep(row);
    keys.remember(kind(), key, row.id);
    queue.add(row.id);
    return run(row);
  }

  /**
   * Keeps a new row.
   *
   * @throws ConflictException when its fleet or its workload was deleted meanwhile
   */
  void keep(SimulationEntity row) {
    try {
      persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw new ConflictException(
          "fleet %s or workload %s was deleted at this moment; choose others"
              .formatted(row.fleet, row.workload));
    }
  }

  /** A new row, not kept yet. */
  SimulationEntity queued(SimulationSpec spec, Instant epoch) {
    SimulationEntity row = named(new SimulationEntity());
    row.fleet = spec.fleet();
    row.workload = spec.workload();
    row.policy = spec.policy();
    row.specification = documents.render(spec);
    row.epoch = epoch;
    row.state = RunState.QUEUED;
    return row;
  }

  @Override
  @Transactional
  public Run require(String id) {
    return run(requireRow(id));
  }

  @Override
  @Transactional
  public void requireKept(String id) {
    if (count("id", id) == 0) {
      throw missing(id);
    }
  }

  @Override
  @Transactional
  public Page<Run> page(@Nullable RunState state, @Nullable Long cursor, int limit) {
    return state == null
        ? page(cursor, limit, this::run)
        : page(
            find("number < ?1 and state = ?2 order by number desc", KeptRows.before(cursor), state),
            limit,
            this::run);
  }

  @Override
  @Transactional
  public Run cancel(String id) {
    lock(id);
    SimulationEntity row = requireRow(id);
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

  /** The queue may still have it; whoever takes it finds nothing to do. */
  @Override
  @Transactional
  public void remove(String id) {
    lock(id);
    SimulationEntity row = requireRow(id);
    if (row.experiment != null) {
      throw new ConflictException(
          "simulation "
              + id
              + " is needed by "
              + row.experiment
              + ", whose runs are compared; DELETE /v1/experiments/"
              + row.experiment
              + " deletes all of them");
    }
    if (!row.state.isFinal()) {
      throw new ConflictException(
          "simulation "
              + id
              + " is "
              + row.state
              + "; POST /v1/simulations/"
              + id
              + "/cancel first");
    }
    delete(row);
  }

  @Override
  @Transactional
  public int removeFinishedBefore(Instant end) {
    return (int) delete("experiment is null and finishedAt < ?1", end);
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
