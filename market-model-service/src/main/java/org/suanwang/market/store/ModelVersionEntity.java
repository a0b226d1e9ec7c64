package org.suanwang.market.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code model_version}; never changed once written. */
@Entity
@Immutable
@Table(name = "model_version")
class ModelVersionEntity {
  @Id String reference;

  @Column(name = "model_id")
  String modelId;

  @Column(name = "version")
  String version;

  @Column(name = "sequence", insertable = false, updatable = false)
  long sequence;

  @Column(name = "origin")
  String origin;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "files")
  String files;
}
