package org.suanwang.scheduling.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code upload_part}. */
@Entity
@Table(name = "upload_part")
class UploadPartEntity {
  @EmbeddedId Id id;
  byte[] bytes;

  /** Which file, and where in it. */
  @Embeddable
  record Id(String upload, long start) {}
}
