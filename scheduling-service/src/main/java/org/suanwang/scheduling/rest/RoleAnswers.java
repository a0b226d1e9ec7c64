package org.suanwang.scheduling.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the contract what a call answers when the token is missing or lacks the call's role. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RoleAnswers implements OASFilter {
  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getSecurity() != null && operation.getResponses() != null) {
      operation
          .getResponses()
          .addAPIResponse("401", problem("Roles are on, and there is no token or not a valid one"))
          .addAPIResponse("403", problem("Roles are on, and the token lacks the call's role"));
    }
    return operation;
  }

  private static APIResponse problem(String description) {
    var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
    var media = OASFactory.createMediaType().schema(schema);
    return OASFactory.createAPIResponse()
        .description(description)
        .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
  }
}
