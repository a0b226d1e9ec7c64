package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code workload}. */
@Entity
@Table(name = "workload")
class WorkloadEntity extends KeptRow {
  String name;
  int jobs;
  Instant epoch;
  byte[] jobTable;
  @Nullable String background;
  @Nullable String services;
  byte @Nullable [] requestTable;
}
