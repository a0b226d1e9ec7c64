package org.suanwang.catalog.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suanwang.catalog.check.Violation;

/**
 * Refuses bodies that are longer than any sound one before they are read: a few of those that the
 * HTTP server would take fill the memory. Imports, which are read one at a time, may be longer.
 */
@Singleton
final class BodyLimit {
  /**
   * Of every call but imports. A body that does not tell its length is read no further than this.
   */
  static final long BYTES_MAX = 1L << 20;

  /** How long what is still sent is thrown away, so that the sender comes to hear the answer. */
  private static final long LISTENING_MILLIS = 2_000;

  private static final int TOO_LARGE = 413;
  private static final int BEFORE_THE_LANE = 20_000;
  private static final String IMPORTS = "/v1/imports";

  private final ObjectMapper json;

  /** Of imports: the server's own limit. */
  private final long importBytesMax;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize serverLimit) {
    this.json = json;
    this.importBytesMax = serverLimit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_THE_LANE);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    long most = request.path().startsWith(IMPORTS) ? importBytesMax : BYTES_MAX;
    if (length == null || isWithin(length, most)) {
      context.next();
    } else {
      refuse(context, length, most);
    }
  }

  /** What is no number is the server's to refuse. */
  private static boolean isWithin(String length, long most) {
    return !length.matches("\\d{7,18}") || Long.parseLong(length) <= most;
  }

  private void refuse(RoutingContext context, String length, long most) {
    HttpServerRequest request = context.request();
    var violation =
        new Violation(
            "(body)",
            length + " bytes",
            "must be at most " + most + " bytes",
            most == BYTES_MAX
                ? "send less at once; POST /v1/imports takes whole packages"
                : "send the package in several parts");
    Problem problem = Problem.of(TOO_LARGE, "The body is too long", List.of(violation));
    request.resume();
    request
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(text(problem));
    context.vertx().setTimer(LISTENING_MILLIS, _ -> request.connection().close());
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
