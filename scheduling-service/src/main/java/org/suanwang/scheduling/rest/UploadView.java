package org.suanwang.scheduling.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Upload;

/** How far an upload has come. */
@Schema(description = "A file that comes in parts; name its id as upload= when it is complete")
public record UploadView(
    String id,
    @Schema(description = "Bytes that are kept: where the next part begins") long offset,
    @Schema(description = "Bytes that it will have; null when nobody said") @Nullable Long length,
    boolean complete,
    @Schema(description = "When it is thrown away unless something more comes") Instant expiresAt) {
  static UploadView of(Upload upload) {
    return new UploadView(
        upload.id(), upload.received(), upload.announced(), upload.complete(), upload.expiresAt());
  }
}
