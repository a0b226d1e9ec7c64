package org.suanwang.scheduling.load;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A format of recorded requests to language models with its reader. */
public enum RequestFormat {
  AZURE_LLM("azure-llm"),
  MOONCAKE("mooncake");

  private final String id;

  RequestFormat(String id) {
    this.id = id;
  }

  /** As it is written in a request. */
  public String id() {
    return id;
  }

  public static Optional<RequestFormat> find(@Nullable String id) {
    return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
  }

  /** The ids of all formats. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(RequestFormat::id).toList();
  }

  /**
   * Reads requests, plain or packed with gzip or zip.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException naming every bad line
   */
  public RecordedRequests load(InputStream from) {
    return switch (this) {
      case AZURE_LLM -> Unpacked.read(from, RecordedRequests::loadAzure);
      case MOONCAKE -> Unpacked.read(from, RecordedRequests::loadMooncake);
    };
  }
}
