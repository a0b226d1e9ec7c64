package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.RunState;

/** A row of {@code simulation}. */
@Entity
@Table(name = "simulation")
class SimulationEntity extends KeptRow {
  String fleet;
  String workload;
  String policy;
  String specification;
  Instant epoch;

  @Enumerated(EnumType.STRING)
  RunState state;

  double fraction;
  long simulatedSeconds;
  long events;
  double eventsPerSecond;
  @Nullable String result;
  @Nullable String failure;
  @Nullable Instant startedAt;
  @Nullable Instant finishedAt;

  /** The experiment it is a run of; null when it was asked for by itself. */
  @Nullable String experiment;

  /** Which run of the experiment it is, from 0. */
  @Nullable Integer runNumber;
}
