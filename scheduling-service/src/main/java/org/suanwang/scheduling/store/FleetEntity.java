package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code fleet}. */
@Entity
@Table(name = "fleet")
class FleetEntity extends KeptRow {
  String name;
  long nodes;
  long devices;
  String document;
}
