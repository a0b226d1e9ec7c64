package org.suanwang.scheduling.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code request_key}. */
@Entity
@Table(name = "request_key")
class RequestKeyEntity {
  @EmbeddedId Id id;
  String bodyHash;
  String createdId;
  Instant createdAt;

  /** What a key is unique in. */
  @Embeddable
  record Id(String scope, String key) {}
}
