package org.suanwang.scheduling.store;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What all rows have that are listed by their number, and known by their id. */
@MappedSuperclass
class KeptRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long number;

  String id;
  Instant createdAt;
}
