package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.market.check.Violation;

/**
 * An error answer, RFC 9457.
 *
 * @param type names the kind of problem; {@code about:blank} when the status says it all
 * @param title the kind of problem in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail what went wrong this time
 * @param violations every rule that the input breaks; empty when it is not about the input
 */
// Answers of mappers are in no signature, where the native build looks for what is serialised.
@RegisterForReflection(targets = {Problem.class, Violation.class})
@Schema(description = "An error answer, RFC 9457")
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The answers that {@link ProblemResponses} describes in the OpenAPI document. */
  static final String INVALID = "invalid";

  static final String NOT_FOUND = "notFound";
  static final String CONFLICT = "conflict";
  static final String UNAVAILABLE = "unavailable";

  static Problem of(int status, String detail) {
    return of(status, detail, List.of());
  }

  static Problem of(int status, String detail, List<Violation> violations) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Status " + status : known.getReasonPhrase();
    URI type =
        violations.isEmpty()
            ? URI.create("about:blank")
            : URI.create("urn:suanwang:problem:invalid-input");
    return new Problem(type, title, status, detail, violations);
  }

  Response toResponse() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
  }
}
