package org.suanwang.market.client;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.suanwang.market.check.InvalidInputException;

/**
 * Asks the catalogue with a few tries, a limit on the wait, and a rest after repeated failure. All
 * questions pass one door, so that a catalogue that fails on one is left alone with every other.
 */
@ApplicationScoped
class PatientCatalog {
  /** What the rest after repeated failure is called where its state is asked for. */
  static final String BREAKER = "catalog";

  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  /** Not about the question: this service's own token, or too many questions. */
  private static final List<Integer> NOT_THE_QUESTION = List.of(401, 403, 429);

  private final CatalogApi api;

  PatientCatalog(@RestClient CatalogApi api) {
    this.api = api;
  }

  @Retry(
      maxRetries = 2,
      delay = 100,
      jitter = 50,
      maxDuration = 8,
      durationUnit = ChronoUnit.SECONDS,
      abortOn = InvalidInputException.class)
  @CircuitBreaker(
      requestVolumeThreshold = 6,
      failureRatio = 0.5,
      delay = 5,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = InvalidInputException.class)
  @CircuitBreakerName(BREAKER)
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  String ask(CatalogQuestion question) {
    try {
      return question.put(api);
    } catch (WebApplicationException e) {
      throw refused(question, e);
    }
  }

  /** A wrong question stays wrong however often it is asked. */
  private static RuntimeException refused(CatalogQuestion question, WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < CLIENT_ERROR || status >= SERVER_ERROR || NOT_THE_QUESTION.contains(status)) {
      return e;
    }
    return question.refused(CatalogRefusal.of(status, body(e)));
  }

  /** Empty when it cannot be read; the status then says enough. */
  private static String body(WebApplicationException e) {
    try {
      return Objects.requireNonNullElse(e.getResponse().readEntity(String.class), "");
    } catch (ProcessingException | IllegalStateException unreadable) {
      return "";
    }
  }
}
