package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code experiment}. */
@Entity
@Table(name = "experiment")
class ExperimentEntity extends KeptRow {
  String specification;
}
