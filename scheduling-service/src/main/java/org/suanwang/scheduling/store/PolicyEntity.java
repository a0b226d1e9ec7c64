package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code policy}. */
@Entity
@Table(name = "policy")
class PolicyEntity extends KeptRow {
  String name;
  String document;
}
