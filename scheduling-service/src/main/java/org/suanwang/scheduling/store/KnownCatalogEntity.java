package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of {@code known_catalog}. */
@Entity
@Table(name = "known_catalog")
class KnownCatalogEntity {
  @Id int one = 1;
  String document;
  Instant seenAt;
}
