package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Upload;

/** A row of {@code upload}. */
@Entity
@Table(name = "upload")
class UploadEntity {
  @Id String id;
  long received;
  @Nullable Long announced;
  boolean complete;
  Instant expiresAt;

  Upload toUpload() {
    return new Upload(id, received, announced, complete, expiresAt);
  }
}
