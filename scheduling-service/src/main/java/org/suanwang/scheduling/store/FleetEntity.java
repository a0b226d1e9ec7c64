package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code fleet}. */
@Entity
@Table(name = "fleet")
class FleetEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long number;

  String id;
  String name;
  long nodes;
  long devices;
  String document;
  Instant createdAt;
}
