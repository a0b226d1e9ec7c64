package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.scheduling.experiment.RequestRuns;

/** Inference request by request. */
@Path("/v1/request-simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inference", description = "Requests to language models, one by one")
@RunOnVirtualThread
public class RequestSimulationResource {
  private final RequestRuns runs;

  RequestSimulationResource(RequestRuns runs) {
    this.runs = runs;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "simulateRequests",
      summary = "Run requests one by one at replicas that batch continuously",
      description =
          "Answers when it is done; the same question gives the same answer and hash. At most"
              + " 5,000,000 requests.")
  @APIResponse(
      responseCode = "200",
      description = "Times and shares for each number of replicas",
      content =
          @Content(
              schema = @Schema(implementation = RequestSimulationView.class),
              examples =
                  @ExampleObject(name = "requests", value = InferenceExamples.REQUESTS_ANSWER)))
  @APIResponse(responseCode = "400", description = "The question breaks a rule")
  @APIResponse(responseCode = "404", description = "No such workload")
  @APIResponse(responseCode = "503", description = "It took longer than the service is allowed to")
  public RequestSimulationView run(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = RequestSimulationRequest.class),
                      examples =
                          @ExampleObject(name = "requests", value = InferenceExamples.REQUESTS)))
          @Valid
          @NotNull
          RequestSimulationRequest request) {
    RequestRuns.Question question = RequestSimulationReader.read(request);
    return RequestSimulationView.of(question, runs.run(question));
  }
}
