package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.experiment.RunPlan;

/** Turns every exception into a {@link Problem}; what nobody foresaw is logged and told as 500. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** How the framework's exception begins that has no type of its own. */
  private static final String NO_MEDIA_TYPE = "Failed to parse media type";

  @ServerExceptionMapper
  Response invalidInput(InvalidInputException e) {
    List<Violation> violations = e.violations().stream().map(ProblemMappers::withAddress).toList();
    return Problem.of(400, "The input breaks " + violations.size() + " rule(s)", violations)
        .toResponse();
  }

  /** Where parts of policies are listed is for this edge to say. */
  private static Violation withAddress(Violation v) {
    return v.rule().equals(RunPlan.POLICY_RULE)
        ? new Violation(
            v.field(), v.value(), v.rule(), v.remedy() + "; GET /v1/policies/parts lists them")
        : v;
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return Problem.of(404, String.valueOf(e.getMessage())).toResponse();
  }

  @ServerExceptionMapper
  Response conflict(ConflictException e) {
    return Problem.of(409, String.valueOf(e.getMessage())).toResponse();
  }

  @ServerExceptionMapper
  Response unavailable(UnavailableException e) {
    return Response.fromResponse(Problem.of(503, String.valueOf(e.getMessage())).toResponse())
        .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response constraints(ConstraintViolationException e) {
    List<Violation> violations =
        e.getConstraintViolations().stream().map(ProblemMappers::violation).toList();
    return Problem.of(400, "The input breaks " + violations.size() + " rule(s)", violations)
        .toResponse();
  }

  private static Violation violation(ConstraintViolation<?> v) {
    String path = v.getPropertyPath().toString();
    String field = path.substring(path.indexOf('.') + 1);
    return new Violation(field, shown(v.getInvalidValue()), v.getMessage(), "change the value");
  }

  /** A value as its sender knows it; what is built of parts would show our classes' names. */
  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case CharSequence text -> text.toString();
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Enum<?> constant -> constant.name();
      case Collection<?> items -> items.size() + " item(s)";
      case Map<?, ?> entries -> entries.size() + " entries";
      default -> "";
    };
  }

  @ServerExceptionMapper
  Response json(JacksonException e) {
    return UnreadableBody.problem(e).toResponse();
  }

  /** Bytes that begin like JSON in UTF-16 or UTF-32 and go on like nothing. */
  @ServerExceptionMapper
  Response undecodable(CharConversionException e) {
    var violation = new Violation("(body)", "", "must be text in UTF-8", "mend the body");
    return Problem.of(400, "The body cannot be read", List.of(violation)).toResponse();
  }

  /** Takes the place of the framework's own mapper, whose answer is no problem+json. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return UnreadableBody.problem(e).toResponse();
  }

  /** Includes what the framework throws itself: no such path, wrong method, unreadable body. */
  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    if (e.getCause() instanceof JacksonException json) {
      return UnreadableBody.problem(json).toResponse();
    }
    int status = e.getResponse().getStatus();
    Response answer = Problem.of(status, detail(status, e)).toResponse();
    return Response.fromResponse(answer)
        .header("Allow", e.getResponse().getHeaderString("Allow"))
        .build();
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e) {
    if (DatabaseAway.isCauseOf(e)) {
      LOG.warnf("the database does not answer: %s", e);
      return DatabaseAway.problem();
    }
    String message = String.valueOf(e.getMessage());
    if (e instanceof IllegalArgumentException && message.startsWith(NO_MEDIA_TYPE)) {
      String value = message.substring(NO_MEDIA_TYPE.length()).strip();
      var violation =
          new Violation(
              "Content-Type or Accept", value, "must be a media type", "use application/json");
      return Problem.of(400, "A header cannot be read", List.of(violation)).toResponse();
    }
    LOG.error("unforeseen", e);
    return Problem.of(500, "This is a defect of the service; its log holds the cause").toResponse();
  }

  private static String detail(int status, WebApplicationException e) {
    return switch (status) {
      case 404 ->
          "There is nothing at this address, or not for this method; /q/openapi lists the calls";
      case 405 -> "This address does not take this method; /q/openapi lists the calls";
      case 406 -> "The answer cannot be had in the media type that Accept asks for";
      case 415 ->
          "The body's Content-Type is not taken here; /q/openapi lists the types: application/json of"
              + " requests; of traces, which need format= in the query, text/csv, text/plain,"
              + " application/gzip, application/zip and others";
      default -> String.valueOf(e.getMessage());
    };
  }
}
