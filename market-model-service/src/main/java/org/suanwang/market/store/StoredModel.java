package org.suanwang.market.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** A model version as it is kept: its files, and when it was published. */
public record StoredModel(
    String id, String version, Origin origin, Instant publishedAt, List<File> files) {
  public StoredModel {
    files = List.copyOf(files);
  }

  /** Who published it. */
  public enum Origin {
    /** This service's own data. */
    PACKAGE,
    /** A user, through REST. */
    POSTED
  }

  /** One of the model's files. */
  @RegisterForReflection
  public record File(String path, String text) {}

  public String reference() {
    return id + "@" + version;
  }
}
