package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
@Schema(description = "A page of a list; nextCursor is null on the last page")
public record Listing<T>(List<T> items, @Nullable String nextCursor) {
  static <T> Listing<T> of(List<T> items, @Nullable Long nextCursor) {
    return new Listing<>(items, nextCursor == null ? null : Long.toString(nextCursor));
  }
}
