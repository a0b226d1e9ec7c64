package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.ExperimentSubmission;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.Page;

/** Experiments: many simulations that are compared. */
@Path("/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experiments", description = "Policies × workloads × fleets × seeds, compared in pairs")
@RunOnVirtualThread
public class ExperimentResource {
  private final ExperimentSubmission submission;
  private final Experiments experiments;
  private final RequestHeader header;

  ExperimentResource(
      ExperimentSubmission submission, Experiments experiments, RequestHeader header) {
    this.submission = submission;
    this.experiments = experiments;
    this.header = header;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createExperiment",
      summary = "Queue every policy on every workload on every fleet with every seed, or nothing")
  @APIResponse(
      responseCode = "202",
      description = "Queued; Location tells where to look",
      content =
          @Content(
              schema = @Schema(implementation = ExperimentResponse.class),
              examples = @ExampleObject(name = "queued", value = ExperimentExamples.QUEUED)))
  @APIResponse(
      responseCode = "400",
      description = "The request breaks a rule, or a policy, workload or fleet is not there")
  public Response create(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ExperimentRequest.class),
                      examples =
                          @ExampleObject(name = "sweep", value = ExperimentExamples.EXPERIMENT)))
          @Valid
          @NotNull
          ExperimentRequest request) {
    Experiment experiment =
        submission.submit(ExperimentReader.read(request, submission), header.read(key, request));
    return Response.accepted(ExperimentResponse.of(experiment))
        .location(URI.create("/v1/experiments/" + experiment.id()))
        .build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(operationId = "getExperiment", summary = "State and progress; how many runs are where")
  @APIResponse(
      responseCode = "200",
      description = "The experiment",
      content =
          @Content(
              schema = @Schema(implementation = ExperimentResponse.class),
              examples = @ExampleObject(name = "running", value = ExperimentExamples.RUNNING)))
  @APIResponse(responseCode = "404", description = "No such experiment")
  public ExperimentResponse get(@RestPath String id) {
    return ExperimentResponse.of(experiments.require(id));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listExperiments", summary = "Experiments, newest first")
  public Listing<ExperimentResponse> list(
      @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Page<Experiment> page = experiments.page(paging.cursor(), paging.limit());
    return Listing.of(
        page.items().stream().map(ExperimentResponse::of).toList(), page.nextCursor());
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}/cancel")
  @Operation(
      operationId = "cancelExperiment",
      summary = "Cancel the runs that have not ended; workers stop within about a second")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled; what had completed stays",
      content =
          @Content(
              schema = @Schema(implementation = ExperimentResponse.class),
              examples = @ExampleObject(name = "cancelled", value = ExperimentExamples.CANCELLED)))
  @APIResponse(responseCode = "404", description = "No such experiment")
  @APIResponse(responseCode = "409", description = "All of its runs already completed or failed")
  public ExperimentResponse cancel(@RestPath String id) {
    return ExperimentResponse.of(experiments.cancel(id));
  }

  @DELETE
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(
      operationId = "deleteExperiment",
      summary =
          "Cancel the runs that have not ended, or, of an experiment of which all have, delete it"
              + " with them",
      description = "To cancel and keep what may have completed meanwhile, POST …/cancel.")
  @APIResponse(
      responseCode = "200",
      description = "Some waited or ran and are cancelled; what had completed stays",
      content = @Content(schema = @Schema(implementation = ExperimentResponse.class)))
  @APIResponse(responseCode = "204", description = "All had ended, and are gone with it")
  @APIResponse(responseCode = "404", description = "No such experiment")
  @APIResponse(
      responseCode = "409",
      description = "The last of its runs ended just now",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response delete(@RestPath String id) {
    if (experiments.require(id).state().isFinal()) {
      experiments.remove(id);
      return Response.noContent().build();
    }
    return Response.ok(cancel(id)).build();
  }
}
