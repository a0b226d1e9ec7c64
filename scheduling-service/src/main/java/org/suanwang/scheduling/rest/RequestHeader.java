package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.RequestKey;

/** Reads the header {@code Idempotency-Key}. */
@ApplicationScoped
public class RequestHeader {
  public static final String NAME = "Idempotency-Key";
  private static final int LENGTH_MAX = 200;

  private final ObjectMapper mapper;

  RequestHeader(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The key with the hash of this body; null when no key was sent. */
  @Nullable RequestKey read(@Nullable String header, Object body) {
    if (header == null) {
      return null;
    }
    try {
      return of(header, sha256().digest(mapper.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that was read can be written", e);
    }
  }

  /** The key with this hash of the body; null when no key was sent. */
  public static @Nullable RequestKey of(@Nullable String header, byte[] bodyHash) {
    if (header == null) {
      return null;
    }
    if (header.isBlank() || header.length() > LENGTH_MAX) {
      throw new InvalidInputException(
          NAME, header, "must have 1 to " + LENGTH_MAX + " characters", "use a UUID");
    }
    return new RequestKey(header, HexFormat.of().formatHex(bodyHash));
  }

  /** A digest for hashing bodies. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
