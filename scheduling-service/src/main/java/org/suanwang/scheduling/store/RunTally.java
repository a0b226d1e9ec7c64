package org.suanwang.scheduling.store;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.ExperimentSpec;
import org.suanwang.scheduling.experiment.RunState;

/** The runs of an experiment, summed up; without any run, all are queued. */
final class RunTally {
  static final String QUERY =
      "select s.experiment, s.state, count(s), sum(s.fraction), sum(s.events),"
          + " sum(s.eventsPerSecond), min(s.startedAt), max(s.finishedAt) from SimulationEntity s"
          + " where s.experiment in :ids group by s.experiment, s.state";
  private static final double MILLIS_PER_SECOND = 1e3;

  private final Map<RunState, Long> counts = new EnumMap<>(RunState.class);
  private double over;
  private long events;
  private double eventsPerSecond;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;

  /** Of the rows of the query, by experiment. */
  static Map<String, RunTally> of(List<Object[]> rows) {
    Map<String, RunTally> tallies = new HashMap<>();
    rows.forEach(r -> tallies.computeIfAbsent((String) r[0], id -> new RunTally()).add(r));
    return tallies;
  }

  private void add(Object[] row) {
    RunState state = (RunState) row[1];
    long count = (Long) row[2];
    counts.put(state, count);
    over += state.isFinal() ? count : (Double) row[3];
    events += (Long) row[4];
    eventsPerSecond += state == RunState.RUNNING ? (Double) row[5] : 0;
    startedAt = extreme(startedAt, (Instant) row[6], false);
    finishedAt = extreme(finishedAt, (Instant) row[7], true);
  }

  private static @Nullable Instant extreme(
      @Nullable Instant a, @Nullable Instant b, boolean isLatest) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) == isLatest ? a : b;
  }

  Experiment experiment(String id, ExperimentSpec spec, Instant createdAt) {
    if (counts.isEmpty()) {
      counts.put(RunState.QUEUED, (long) spec.size());
    }
    for (RunState state : RunState.values()) {
      counts.putIfAbsent(state, 0L);
    }
    boolean isOver = count(RunState.QUEUED) + count(RunState.RUNNING) == 0;
    double fraction = isOver ? 1 : over / spec.size();
    return new Experiment(
        id,
        spec,
        counts,
        fraction,
        events,
        eventsPerSecond,
        etaSeconds(fraction),
        createdAt,
        startedAt,
        isOver ? finishedAt : null);
  }

  private long count(RunState state) {
    return counts.getOrDefault(state, 0L);
  }

  private @Nullable Double etaSeconds(double fraction) {
    Instant since = startedAt;
    if (since == null || fraction <= 0 || fraction >= 1) {
      return null;
    }
    double elapsed = Duration.between(since, EdgeClock.now()).toMillis() / MILLIS_PER_SECOND;
    return Math.max(0, elapsed) * (1 - fraction) / fraction;
  }
}
