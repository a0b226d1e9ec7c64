package org.suanwang.catalog.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.InvalidInputException;

/** The headers by which senders of writes guard against others, and against themselves. */
final class WriteHeaders {
  private static final String KEY = "Idempotency-Key";

  private WriteHeaders() {}

  /** The version that the sender has seen; empty when any will do. */
  static Optional<String> expectedVersion(@Nullable String ifMatch) {
    return Parameters.text(HttpHeaders.IF_MATCH, ifMatch)
        .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""))
        .filter(tag -> !tag.equals("*"));
  }

  /**
   * The sender's name for the request. A key that came out blank would leave its sender without
   * what it asked for, and header parameters do not tell a blank header from none.
   */
  static Optional<String> idempotencyKey(HttpHeaders headers, @Nullable String key) {
    List<String> keys = headers.getRequestHeader(KEY);
    if (keys != null && keys.stream().anyMatch(String::isBlank)) {
      throw new InvalidInputException(
          KEY,
          "",
          "must not be blank",
          "send a key of your own, such as a UUID, or leave the header out");
    }
    return Parameters.text(KEY, key);
  }
}
