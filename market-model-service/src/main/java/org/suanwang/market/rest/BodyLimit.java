package org.suanwang.market.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that says it is longer than this service reads, before any of it is read. The HTTP
 * server would refuse it too, and say nothing.
 */
@ApplicationScoped
class BodyLimit {
  /** Ahead of the server's own look at the length. */
  private static final int FIRST = -100_000;

  private static final String NUMBER = "\\d{1,18}";
  private static final int TOO_LARGE = 413;

  private final ObjectMapper json;
  private final long limit;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::look);
  }

  private void look(RoutingContext call) {
    String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (isTooLong(length)) {
      refuse(call, length);
    } else {
      call.next();
    }
  }

  private boolean isTooLong(@Nullable String length) {
    return length != null && length.matches(NUMBER) && Long.parseLong(length) > limit;
  }

  /** What follows is not read, so the connection is of no more use. */
  private void refuse(RoutingContext call, String length) {
    String detail =
        "The body has %s bytes, and at most %d are read; send less".formatted(length, limit);
    call.response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(text(Problem.of(TOO_LARGE, detail)))
        .onComplete(_ -> call.request().connection().close());
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always writable as JSON", e);
    }
  }
}
