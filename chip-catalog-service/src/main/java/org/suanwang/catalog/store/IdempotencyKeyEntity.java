package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code idempotency_key}: this request was already done, and this came of it. */
@Entity
@Immutable
@Table(name = "idempotency_key")
class IdempotencyKeyEntity {
  @Id String key = "";

  @Column(name = "request_hash")
  String requestHash = "";

  @Column(name = "claim_id")
  String claimId = "";

  @Column(name = "used_at")
  Instant usedAt = Instant.EPOCH;
}
