package org.suanwang.catalog.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the contract while the service is built: every answer gets the example that is kept in
 * {@code openapi-examples/<operationId>.json}, a real answer, and every call its problem answers.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiExamples implements OASFilter {
  private static final List<String> SUCCESSES = List.of("200", "201");
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    if (id == null || operation.getResponses() == null) {
      return operation;
    }
    SUCCESSES.forEach(status -> addExample(operation.getResponses().getAPIResponse(status), id));
    addProblem(operation, "400", "The request breaks rules; violations names each of them");
    if (operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> "id".equals(p.getName()))) {
      addProblem(operation, "404", "There is nothing with this id");
    }
    List.of("409", "412").forEach(status -> describe(operation, status));
    return operation;
  }

  private void addExample(@Nullable APIResponse response, String id) {
    if (response == null || response.getContent() == null) {
      return;
    }
    try (InputStream in =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("openapi-examples/" + id + ".json")) {
      if (in != null) {
        Object example = json.readValue(in, Object.class);
        response.getContent().getMediaTypes().values().forEach(m -> m.setExample(example));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the example of " + id + " cannot be read", e);
    }
  }

  private static void addProblem(Operation operation, String status, String description) {
    operation
        .getResponses()
        .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    describe(operation, status);
  }

  private static void describe(Operation operation, String status) {
    APIResponse response = operation.getResponses().getAPIResponse(status);
    if (response != null) {
      response.setContent(problem());
    }
  }

  private static Content problem() {
    Schema schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
    MediaType media = OASFactory.createMediaType().schema(schema);
    return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media);
  }
}
